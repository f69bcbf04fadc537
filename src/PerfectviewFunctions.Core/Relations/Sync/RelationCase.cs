using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Relations.Sync;

/// <summary>One relation on the worker's table: as last read or written, with its open events in the order in which they happened.</summary>
/// <param name="etag">Null when it has no row yet.</param>
internal sealed class RelationCase(TenantId tenant, Relation relation, string? etag, IReadOnlyList<OpenEvent> open)
{
    public TenantId Tenant { get; } = tenant;

    /// <summary>As it stands in the store.</summary>
    public Relation Stored { get; private set; } = relation;

    /// <summary>As the work on it has it by now: what every write puts into the store.</summary>
    public Relation Relation { get; set; } = relation;

    /// <summary>Null when it has no row yet.</summary>
    public string? ETag { get; private set; } = etag;

    public IReadOnlyList<OpenEvent> Open { get; private set; } = open;

    public void Written(string newETag) => (Stored, ETag) = (Relation, newETag);

    public void Closed(IEnumerable<OpenEvent> closed) => Open = [.. Open.Except(closed)];
}
