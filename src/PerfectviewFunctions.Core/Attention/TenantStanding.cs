using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Attention;

/// <summary>What a tenant's link means for each of its invoices at this moment.</summary>
/// <param name="Waits">Why nothing is worked on for the tenant; null when it is.</param>
public sealed record TenantStanding(TenantState State, Reason? Waits)
{
    public AllowedActions ActionsOn(Invoice invoice) => AllowedActions.Of(invoice, State);

    /// <summary>Why the invoice stands as it does: its own reason, or else, while it waits, what the whole tenant waits for.</summary>
    public Reason? ReasonOf(Invoice invoice) =>
        invoice.Reason
            ?? (invoice.State is InvoiceState.Received or InvoiceState.Booking or InvoiceState.Uncertain ? Waits : null);
}

/// <summary>Finds out how a tenant stands.</summary>
public sealed class TenantStandings
{
    private readonly Connections connections;

    internal TenantStandings(Connections connections) => this.connections = connections;

    public async Task<TenantStanding> OfAsync(Tenant tenant, CancellationToken cancellationToken) => new(
        tenant.State,
        tenant.State == TenantState.Linked
            ? (await connections.PauseOfAsync(tenant.Id, cancellationToken))?.Reason
            : Reason.Of(ReasonCode.NotLinked));
}
