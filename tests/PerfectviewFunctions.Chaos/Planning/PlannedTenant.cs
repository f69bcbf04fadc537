using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Chaos.Planning;

/// <summary>A tenant with everything that is ever sent for it.</summary>
/// <param name="Administration">Its number; tenants with the same share one.</param>
internal sealed record PlannedTenant(string Name, string Prefix, int Administration)
{
    public TenantId Id { get; } = TenantId.Parse(Name);

    public List<PlannedRelation> Relations { get; } = [];

    public List<PlannedInvoice> Invoices { get; } = [];

    public List<PlannedChange> Changes { get; } = [];

    public List<PlannedPayment> Payments { get; } = [];

    public IEnumerable<PlannedEvent> Events => [.. Invoices, .. Changes];
}

/// <summary>What somebody pays in the books.</summary>
/// <param name="Number">The invoice.</param>
/// <param name="Share">Of its total.</param>
/// <param name="Together">Another invoice of the same debtor, paid in full in the same mutation; null for none.</param>
internal sealed record PlannedPayment(string Number, decimal Share, string? Together);
