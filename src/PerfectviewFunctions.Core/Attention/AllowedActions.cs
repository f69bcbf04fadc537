using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Attention;

/// <summary>What a person may do with an invoice. The same rule offers the buttons and judges who presses them.</summary>
/// <param name="NoRetry">Why it can't be tried again; null when it can.</param>
/// <param name="NoIgnore">Why it can't be ignored; null when it can.</param>
public sealed record AllowedActions(Reason? NoRetry, Reason? NoIgnore)
{
    public bool CanRetry => NoRetry is null;

    public bool CanIgnore => NoIgnore is null;

    public static AllowedActions Of(Invoice invoice, TenantState tenant) => invoice switch
    {
        { State: InvoiceState.Booked } => Neither(Reason.Of(
            ReasonCode.BookedStays,
            ("mutation", invoice.MutationNumber?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? ""))),

        // Sent, and nobody knows what became of it: no button skips the look-up.
        { State: InvoiceState.Uncertain } or { State: InvoiceState.Booking, Intent.SentAt: not null } =>
            Neither(Reason.Of(ReasonCode.LookupFirst)),
        { State: InvoiceState.Ignored, Reason: { Code: ReasonCode.NothingToBook } nothing } =>
            new AllowedActions(nothing, Reason.Of(ReasonCode.AlreadyIgnored)),
        { State: InvoiceState.Ignored } => new AllowedActions(Unlinked(tenant), Reason.Of(ReasonCode.AlreadyIgnored)),
        _ => new AllowedActions(Unlinked(tenant), null),
    };

    private static AllowedActions Neither(Reason reason) => new(reason, reason);

    private static Reason? Unlinked(TenantState tenant) => tenant == TenantState.Linked ? null : Reason.Of(ReasonCode.NotLinked);
}
