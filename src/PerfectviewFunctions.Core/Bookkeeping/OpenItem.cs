namespace PerfectviewFunctions.Core.Bookkeeping;

/// <summary>A sales invoice that the books hold as not fully paid; amounts in euros, two decimals.</summary>
public sealed record OpenItem(
    string InvoiceNumber, string DebtorCode, string DebtorName, DateOnly Date, decimal Amount, decimal Paid, decimal Open);

/// <summary>The list of open sales invoices.</summary>
/// <param name="IsSnapshot">
/// Whether it was read in one piece. A list of several pages may lack a row that moved from one page to another between two calls.
/// </param>
public sealed record OpenItems(IReadOnlyList<OpenItem> Items, bool IsSnapshot);
