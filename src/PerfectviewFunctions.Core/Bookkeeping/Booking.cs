namespace PerfectviewFunctions.Core.Bookkeeping;

/// <summary>A sales invoice as it is sent to the books (mutatie FactuurVerstuurd), to the last character.</summary>
/// <param name="InvoiceNumber">With the tenant's prefix; at most 50 characters.</param>
/// <param name="DebtorCode">The relation code in the books; at most 15 characters.</param>
/// <param name="Date">The invoice date, 1980 to 2049.</param>
/// <param name="DebtorAccount">Ledger account of category DEB.</param>
/// <param name="Description">Never empty.</param>
/// <param name="PaymentTermDays">0 to 9999.</param>
/// <param name="PaymentReference">The number as the customer knows it; at most 50 characters.</param>
/// <param name="Lines">At least one.</param>
public sealed record Booking(
    string InvoiceNumber,
    string DebtorCode,
    DateOnly Date,
    string DebtorAccount,
    string Description,
    int PaymentTermDays,
    string PaymentReference,
    IReadOnlyList<BookingLine> Lines);

/// <summary>One booking line; amounts in euros with two decimals, negative for a credit.</summary>
/// <param name="Net">Amount excluding VAT.</param>
/// <param name="Vat">VAT amount.</param>
/// <param name="VatCode">A sales code of our VAT code table.</param>
/// <param name="VatPercentage">The percentage sent along with the code.</param>
/// <param name="Account">Ledger account of the revenue.</param>
public sealed record BookingLine(decimal Net, decimal Vat, string VatCode, decimal VatPercentage, string Account)
{
    public decimal Gross => Net + Vat;
}
