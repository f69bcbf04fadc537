using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>Whether a debtor of Perfectview is already in the books.</summary>
internal abstract record DebtorMatch
{
    private DebtorMatch()
    {
    }

    /// <summary>It is this one, beyond doubt.</summary>
    public sealed record Found(BookedDebtor Debtor) : DebtorMatch;

    /// <summary>It may be one of these; only a person can tell.</summary>
    public sealed record Doubtful(IReadOnlyList<BookedDebtor> Candidates) : DebtorMatch;

    /// <summary>Nothing in the books resembles it.</summary>
    public sealed record None : DebtorMatch;

    /// <summary>
    /// A code counts only with a second agreeing fact (VAT number, Chamber-of-Commerce number, or name and postcode), a VAT number only if no
    /// second relation would do as well, and both only where known Chamber-of-Commerce numbers do not differ. Both systems may number from
    /// 10001, and the companies of a fiscal unity share a VAT number: a stranger must never be taken over.
    /// A person's name agrees in whatever format it stands in the books: the tenant's choice may have changed, or somebody typed it.
    /// </summary>
    public static DebtorMatch Find(DebtorDetails debtor, DebtorIndex index)
    {
        var wanted = new Identity(
            Words.Join(debtor.Code),
            Compared.VatNumber(debtor.VatNumber),
            Compared.ChamberOfCommerceNumber(debtor.ChamberOfCommerceNumber),
            DebtorName.InAllFormats(debtor).Values.Select(Words.Bare).Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal),
            PostalCodes(debtor));

        if (index.ByCode(wanted.Code) is { } byCode && wanted.AgreesWith(byCode) && wanted.DoesNotContradict(byCode))
        {
            return new Found(byCode);
        }

        var byVat = index.ByVatNumber(wanted.VatNumber).Where(wanted.DoesNotContradict).ToList();
        if (byVat is [var only])
        {
            return new Found(only);
        }

        var candidates = index.ByCode(wanted.Code) is { } stranger ? [stranger] : new List<BookedDebtor>();
        candidates.AddRange(index.ByVatNumber(wanted.VatNumber));
        candidates.AddRange(index.ByChamberOfCommerceNumber(wanted.ChamberOfCommerceNumber));
        candidates.AddRange(wanted.Names.SelectMany(index.ByName).Where(booked => booked.IsUnread || wanted.SharesPostalCode(booked)));
        return candidates.Count == 0 ? new None() : new Doubtful([.. candidates.DistinctBy(candidate => candidate.Id)]);
    }

    private static HashSet<string> PostalCodes(DebtorDetails debtor) =>
        new[] { debtor.VisitingAddress, debtor.PostalAddress, debtor.InvoiceAddress }
            .Select(address => Words.Bare(address?.PostalCode))
            .Where(code => code.Length > 0)
            .ToHashSet(StringComparer.Ordinal);

    private sealed record Identity(
        string Code, string VatNumber, string ChamberOfCommerceNumber, IReadOnlySet<string> Names, IReadOnlySet<string> PostalCodes)
    {
        public bool AgreesWith(BookedDebtor booked) =>
            Same(VatNumber, Compared.VatNumber(booked.VatNumber))
            || Same(ChamberOfCommerceNumber, Compared.ChamberOfCommerceNumber(booked.ChamberOfCommerceNumber))
            || (Names.Contains(Words.Bare(booked.Name)) && SharesPostalCode(booked));

        public bool DoesNotContradict(BookedDebtor booked) =>
            ChamberOfCommerceNumber.Length == 0
            || Compared.ChamberOfCommerceNumber(booked.ChamberOfCommerceNumber) is var known && (known.Length == 0 || known == ChamberOfCommerceNumber);

        public bool SharesPostalCode(BookedDebtor booked) =>
            PostalCodes.Contains(Words.Bare(booked.PostalCode)) || PostalCodes.Contains(Words.Bare(booked.PostalCode2));

        private static bool Same(string wanted, string booked) => wanted.Length > 0 && wanted == booked;
    }
}
