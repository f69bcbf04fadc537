using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Diagnosis.Comparing;

/// <summary>An invoice of the store as the books should have it.</summary>
/// <param name="Number">As Perfectview has it.</param>
/// <param name="InBooks">With its prefix.</param>
/// <param name="Mutation">Null when it is not booked.</param>
/// <param name="DebtorCode">As it was frozen; null when no booking was.</param>
internal sealed record KnownInvoice(
    string Number, string InBooks, InvoiceState State, long? Mutation, DateOnly Date, string? DebtorCode, decimal Total)
{
    public bool IsBooked => State == InvoiceState.Booked && Mutation is not null;

    /// <returns>Null for one that was booked, or is being booked, in another administration.</returns>
    public static KnownInvoice? Of(Invoice invoice, Tenant tenant) => invoice.Intent switch
    {
        null => new KnownInvoice(
            invoice.Number, tenant.Settings.NumberPrefix + invoice.Number, invoice.State, null, invoice.Date, null, invoice.Total),
        { Administration: var administration } when administration != tenant.Administration => null,
        { Booking: var booking } => new KnownInvoice(
            invoice.Number,
            booking.InvoiceNumber,
            invoice.State,
            invoice.MutationNumber,
            booking.Date,
            booking.DebtorCode,
            booking.Lines.Sum(line => line.Gross)),
    };
}
