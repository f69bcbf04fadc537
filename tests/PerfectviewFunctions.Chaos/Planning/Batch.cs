namespace PerfectviewFunctions.Chaos.Planning;

/// <summary>What is sent in one request.</summary>
internal sealed record Batch(PlannedTenant Tenant, IReadOnlyList<PlannedEvent> Events);
