namespace PerfectviewFunctions.Core.Payments.Balances;

/// <summary>What the rows come to, in euros.</summary>
/// <param name="Invoices">How many of them have a known open amount.</param>
/// <param name="ToReceive">What is still to come in.</param>
/// <param name="ToSettle">Credits and overpayments still to be settled; at most 0.</param>
public sealed record BalanceTotals(int Invoices, decimal ToReceive, decimal ToSettle)
{
    public decimal Sum => ToReceive + ToSettle;

    /// <summary>Rows of which nobody knows what is open, by state; they are in no amount.</summary>
    public IReadOnlyDictionary<PaymentState, int> Unknown { get; init; } = new Dictionary<PaymentState, int>();

    /// <summary>Rows of another administration, which are not followed any more; they are in no amount.</summary>
    public int NotFollowed { get; init; }

    public static BalanceTotals Of(IReadOnlyCollection<BalanceRow> rows)
    {
        var open = rows.Select(row => row.Counted?.Open).OfType<decimal>().ToList();
        return new BalanceTotals(open.Count, open.Where(amount => amount > 0).Sum(), open.Where(amount => amount < 0).Sum())
        {
            Unknown = rows.Where(row => row is { IsFollowed: true, Counted: null }).CountBy(row => row.Status.State).ToDictionary(),
            NotFollowed = rows.Count(row => !row.IsFollowed),
        };
    }
}
