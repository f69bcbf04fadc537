namespace PerfectviewFunctions.Core.Bookkeeping;

/// <summary>A mutation found in the books.</summary>
/// <param name="Number">The mutation number, unique in the administration.</param>
/// <param name="IsInvoiceSent">Whether it is a sent sales invoice (FactuurVerstuurd) and not a payment, purchase or journal entry.</param>
/// <param name="Date">The booking date.</param>
/// <param name="InvoiceNumber">As it stands in the books.</param>
/// <param name="DebtorCode">The relation code; empty when there is none.</param>
/// <param name="Lines">Amounts per VAT code.</param>
public sealed record BookedMutation(
    long Number, bool IsInvoiceSent, DateOnly Date, string InvoiceNumber, string DebtorCode, IReadOnlyList<BookedLine> Lines)
{
    /// <summary>Whether it is a payment received for a sales invoice (FactuurbetalingOntvangen).</summary>
    public bool IsInvoicePayment { get; init; }

    /// <summary>Whether the service computed its VAT, so that it may lie some cents beside what was meant.</summary>
    public bool IsVatByService { get; init; }

    public decimal Total => Lines.Sum(line => line.Net + line.Vat);
}

/// <summary>A line of a mutation found in the books; amounts in euros.</summary>
public sealed record BookedLine(decimal Net, decimal Vat, string VatCode)
{
    /// <summary>The invoice that this line of a payment pays; empty where only the mutation says so.</summary>
    public string InvoiceNumber { get; init; } = "";
}

/// <summary>The outcome of a look-up by number.</summary>
/// <param name="Mutations">In no particular order.</param>
/// <param name="Complete">False when the service may have cut the list (500 rows): then absence proves nothing.</param>
public sealed record FoundBookings(IReadOnlyList<BookedMutation> Mutations, bool Complete);
