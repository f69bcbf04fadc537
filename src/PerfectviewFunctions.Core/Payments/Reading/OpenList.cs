using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Core.Payments.Reading;

/// <summary>The complete list of open invoices of an administration as it was read once, to be searched by number.</summary>
internal sealed class OpenList
{
    /// <summary>A list that is cut off without a word ends at a round number.</summary>
    private const int Round = 500;

    private readonly Dictionary<string, List<OpenItem>> byNumber = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<OpenItem> taken = new(ReferenceEqualityComparer.Instance);

    /// <param name="requestedAt">When it was asked for: what was booked since may be missing.</param>
    /// <param name="isSnapshot">As in <see cref="OpenItems"/>.</param>
    public OpenList(IReadOnlyList<OpenItem> items, DateTimeOffset requestedAt, bool isSnapshot = true)
    {
        (Count, RequestedAt, IsSnapshot) = (items.Count, requestedAt, isSnapshot);
        foreach (var item in items)
        {
            var number = item.InvoiceNumber.Trim();
            if (!byNumber.TryGetValue(number, out var same))
            {
                byNumber.Add(number, same = []);
            }

            same.Add(item);
        }
    }

    public DateTimeOffset RequestedAt { get; }

    public int Count { get; }

    /// <summary>Whether it was read in one piece. Otherwise what is missing may have moved between its pages, and is asked for by its number first.</summary>
    public bool IsSnapshot { get; }

    /// <summary>Whether the service may have left out a part without saying so: then what is missing proves nothing by itself.</summary>
    public bool MayBeCut => Count > 0 && Count % Round == 0;

    /// <summary>Whether there are rows that no invoice of ours was found in: others' invoices, or one of ours that is open again.</summary>
    public bool HasRowsLeft => taken.Count < Count;

    /// <summary>
    /// The row of an invoice: by number and debtor code, or else by number and amount, when somebody changed the code. More than one for either is
    /// nobody's.
    /// </summary>
    public ListMatch Find(InvoicePayment payment)
    {
        var same = byNumber.GetValueOrDefault(payment.NumberInBooks.Trim()) ?? [];
        var ours = same.FindAll(item => IsOf(payment, item));
        if (ours.Count > 1)
        {
            ours = ours.FindAll(item => item.InvoiceNumber.Trim() == payment.NumberInBooks.Trim()) is [var exact] ? [exact] : ours;
        }

        var found = ours.Count > 0 ? ours : same.FindAll(item => Math.Abs(item.Amount) == Math.Abs(payment.Amount) && !taken.Contains(item));
        switch (found)
        {
            case []:
                return new ListMatch.None();
            case [var only]:
                taken.Add(only);
                return new ListMatch.Row(WithOurSign(only, payment));
            default:
                return new ListMatch.Ambiguous();
        }
    }

    /// <summary>Whether a row that no other invoice was found in has the invoice's number.</summary>
    public bool MayHave(InvoicePayment payment) =>
        byNumber.TryGetValue(payment.NumberInBooks.Trim(), out var same) && same.Exists(item => !taken.Contains(item));

    private static bool IsOf(InvoicePayment payment, OpenItem item) =>
        item.DebtorCode.Trim().Equals(payment.DebtorCode.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Credits may be listed with the opposite sign (reference: not established); ours are negative.</summary>
    private static OpenItem WithOurSign(OpenItem item, InvoicePayment payment) =>
        payment.IsCredit && item.Amount > 0 ? item with { Amount = -item.Amount, Paid = -item.Paid, Open = -item.Open } : item;
}

/// <summary>What the list has of an invoice.</summary>
internal abstract record ListMatch
{
    private ListMatch()
    {
    }

    public sealed record Row(OpenItem Item) : ListMatch;

    public sealed record None : ListMatch;

    /// <summary>Several rows may be it: nothing follows from them.</summary>
    public sealed record Ambiguous : ListMatch;
}
