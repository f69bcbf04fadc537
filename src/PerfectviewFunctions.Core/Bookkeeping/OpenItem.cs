namespace PerfectviewFunctions.Core.Bookkeeping;

/// <summary>A sales invoice that the books hold as not fully paid; amounts in euros, two decimals.</summary>
public sealed record OpenItem(
    string InvoiceNumber, string DebtorCode, string DebtorName, DateOnly Date, decimal Amount, decimal Paid, decimal Open);
