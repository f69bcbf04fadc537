using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>A fact by which relations are told apart, as Perfectview and as the books have it, for a person who has to choose.</summary>
/// <param name="Said">By Perfectview; empty when it did not say.</param>
/// <param name="InBooks">Empty when the books do not know.</param>
public sealed record Likeness(LikenessFact Fact, string Said, string InBooks, Agreement Agreement)
{
    /// <summary>Every fact of the two, compared as the link itself compares them, however they are written.</summary>
    public static IReadOnlyList<Likeness> Of(DebtorDetails said, BookedDebtor booked)
    {
        var names = DebtorName.InAllFormats(said).Values.Select(Words.Bare);
        var codes = PostalCodes(said).ToList();
        var bookedCodes = new[] { booked.PostalCode, booked.PostalCode2 }.Where(HasText).ToList();
        return
        [
            Compare(LikenessFact.Name, DebtorName.Of(said), booked.Name, names.Contains(Words.Bare(booked.Name))),
            Compare(LikenessFact.Code, said.Code, booked.Code, Words.Join(said.Code) == Words.Join(booked.Code)),
            Compare(
                LikenessFact.VatNumber, said.VatNumber, booked.VatNumber, Compared.VatNumber(said.VatNumber) == Compared.VatNumber(booked.VatNumber)),
            Compare(
                LikenessFact.ChamberOfCommerceNumber,
                said.ChamberOfCommerceNumber,
                booked.ChamberOfCommerceNumber,
                Compared.ChamberOfCommerceNumber(said.ChamberOfCommerceNumber) == Compared.ChamberOfCommerceNumber(booked.ChamberOfCommerceNumber)),
            Compare(
                LikenessFact.PostalCode,
                string.Join(", ", codes),
                string.Join(", ", bookedCodes.Distinct()),
                codes.Select(Words.Bare).Intersect(bookedCodes.Select(Words.Bare)).Any()),
        ];
    }

    private static Likeness Compare(LikenessFact fact, string? said, string? inBooks, bool isSame)
    {
        var (left, right) = (Words.Join(said), Words.Join(inBooks));
        return new(fact, left, right, left.Length == 0 || right.Length == 0 ? Agreement.Unknown : isSame ? Agreement.Same : Agreement.Different);
    }

    private static IEnumerable<string> PostalCodes(DebtorDetails said) =>
        new[] { said.VisitingAddress, said.PostalAddress, said.InvoiceAddress }
            .Select(address => Words.Join(address?.PostalCode))
            .Where(HasText)
            .Distinct();

    private static bool HasText(string text) => !string.IsNullOrWhiteSpace(text);
}

public enum LikenessFact
{
    Name,
    Code,
    VatNumber,
    ChamberOfCommerceNumber,
    PostalCode,
}

public enum Agreement
{
    Same,
    Different,

    /// <summary>At least one of the two does not know it.</summary>
    Unknown,
}
