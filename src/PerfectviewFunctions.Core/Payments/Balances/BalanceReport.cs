namespace PerfectviewFunctions.Core.Payments.Balances;

/// <summary>What is open of a tenant's booked invoices, as far as the books have shown it, and how fresh that is.</summary>
/// <param name="Date">The Dutch calendar date by which ages are counted.</param>
/// <param name="Rows">The longest due first.</param>
public sealed record BalanceReport(DateOnly Date, ReadingStanding Reading, IReadOnlyList<BalanceRow> Rows)
{
    public BalanceTotals Totals { get; } = BalanceTotals.Of(Rows);

    public IReadOnlyList<AgeingBucket> ByInvoiceDate { get; } = Ageing.ByInvoiceDate(Open(Rows), Date);

    public IReadOnlyList<AgeingBucket> ByDueDate { get; } = Ageing.ByDueDate(Open(Rows), Date);

    private static IEnumerable<OpenAmount> Open(IEnumerable<BalanceRow> rows) => rows.Select(row => row.Counted).OfType<OpenAmount>();
}
