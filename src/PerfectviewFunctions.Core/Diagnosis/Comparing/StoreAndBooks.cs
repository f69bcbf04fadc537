using System.Globalization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Invoices;

namespace PerfectviewFunctions.Core.Diagnosis.Comparing;

/// <summary>Holds the invoices of a store against what the books have on the same days. Pure.</summary>
internal static class StoreAndBooks
{
    /// <param name="known">The tenant's invoices of those days.</param>
    /// <param name="rows">All mutations of those days, or what of them was read.</param>
    /// <param name="open">The open list: one whose date somebody changed to another day stands there at least.</param>
    /// <param name="isWhole">Whether those are all: only then is anything absent.</param>
    public static StoreAgainstBooks Compare(
        IReadOnlyList<KnownInvoice> known, IReadOnlyList<BookedMutation> rows, IReadOnlyList<OpenItem> open, bool isWhole)
    {
        var sent = rows.Where(row => row.IsInvoiceSent).DistinctBy(row => row.Number).ToList();
        var byMutation = sent.ToDictionary(row => row.Number);
        var byNumber = sent.ToLookup(row => row.InvoiceNumber.Trim(), StringComparer.Ordinal);
        var openNumbers = open.Select(item => item.InvoiceNumber.Trim()).ToHashSet(StringComparer.Ordinal);
        var (found, ours) = (new List<Disagreement>(), new HashSet<long>());
        foreach (var invoice in known)
        {
            found.AddRange(invoice.IsBooked
                ? OfBooked(invoice, byMutation, byNumber, openNumbers, isWhole, ours)
                : OfUnbooked(invoice, byNumber, ours));
        }

        found.AddRange(known.Where(invoice => invoice.IsBooked).GroupBy(invoice => invoice.Mutation!.Value)
            .Where(claimed => claimed.Count() > 1)
            .Select(claimed => Disagreement.OfTwo(claimed.Key, [.. claimed])));
        return new StoreAgainstBooks(found, sent.Count, ours.Count, sent.Count - ours.Count);
    }

    private static IEnumerable<Disagreement> OfBooked(
        KnownInvoice invoice,
        Dictionary<long, BookedMutation> byMutation,
        ILookup<string, BookedMutation> byNumber,
        HashSet<string> openNumbers,
        bool isWhole,
        HashSet<long> ours)
    {
        var same = byNumber[invoice.InBooks].Where(row => IsSame(invoice, row)).ToList();
        ours.UnionWith(same.Select(row => row.Number));
        if (same.Count > 1)
        {
            yield return Disagreement.Twice(invoice, same.Select(row => row.Number));
        }

        // By its own mutation, or else one that somebody entered in its place.
        if ((byMutation.GetValueOrDefault(invoice.Mutation!.Value) ?? same.FirstOrDefault()) is { } row)
        {
            ours.Add(row.Number);
            if (Differences(invoice, row).ToList() is { Count: > 0 } differences)
            {
                yield return Disagreement.Other(invoice, differences);
            }
        }
        else if (isWhole)
        {
            yield return openNumbers.Contains(invoice.InBooks)
                ? Disagreement.Other(invoice, [$"date {Text(invoice.Date)} -> ?"])
                : Disagreement.Absent(invoice);
        }
    }

    /// <summary>
    /// Under its number, and on its debtor or with its day and amount: the books themselves refuse a second booking on one debtor, so that one that
    /// was made all the same mostly stands on another. A stranger with the number alone is none of it.
    /// </summary>
    private static bool IsSame(KnownInvoice invoice, BookedMutation row) =>
        row.DebtorCode.Trim() == invoice.DebtorCode || (row.Date == invoice.Date && row.Total == invoice.Total);

    /// <summary>What a person set aside is his to have booked by hand.</summary>
    private static IEnumerable<Disagreement> OfUnbooked(KnownInvoice invoice, ILookup<string, BookedMutation> byNumber, HashSet<long> ours)
    {
        if (byNumber[invoice.InBooks].FirstOrDefault(row => invoice.DebtorCode is null || row.DebtorCode.Trim() == invoice.DebtorCode) is not { } row)
        {
            yield break;
        }

        ours.Add(row.Number);
        if (invoice.State != InvoiceState.Ignored)
        {
            yield return Disagreement.Unbooked(invoice, row.Number);
        }
    }

    private static IEnumerable<string> Differences(KnownInvoice invoice, BookedMutation row)
    {
        (string What, string Was, string Is)[] facts =
        [
            ("mutation", Text(invoice.Mutation!.Value), Text(row.Number)),
            ("number", invoice.InBooks, row.InvoiceNumber.Trim()),
            ("date", Text(invoice.Date), Text(row.Date)),
            ("debtor", invoice.DebtorCode ?? "", row.DebtorCode.Trim()),
            ("total", Text(invoice.Total), Text(row.Total)),
        ];
        return facts.Where(fact => fact.Was != fact.Is).Select(fact => $"{fact.What} {fact.Was} -> {fact.Is}");
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>What came of it.</summary>
/// <param name="Rows">Sent invoices in the books on those days.</param>
/// <param name="Ours">Those among them that are the tenant's.</param>
/// <param name="Others">Those that are not: counted, and nothing else.</param>
internal sealed record StoreAgainstBooks(IReadOnlyList<Disagreement> Disagreements, int Rows, int Ours, int Others);
