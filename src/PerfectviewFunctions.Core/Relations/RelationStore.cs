using System.Runtime.CompilerServices;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>Reads the relations of a tenant.</summary>
public sealed class RelationStore(IRowStore store)
{
    /// <param name="id">Perfectview's id.</param>
    public async Task<Relation?> FindAsync(TenantId tenant, string id, CancellationToken cancellationToken) =>
        await store.GetAsync(Partition.Of(tenant), RelationRows.KeyOf(id), cancellationToken) is { } row ? RelationRows.Read(row) : null;

    /// <summary>The relations by id.</summary>
    /// <param name="after">The place after which to go on: <see cref="PlaceOf"/> the last one of the page before; null for the start.</param>
    public async IAsyncEnumerable<Relation> ListAsync(
        TenantId tenant, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in store.QueryPageAsync(Partition.Of(tenant), RelationRows.Prefix, after, cancellationToken))
        {
            yield return RelationRows.Read(row);
        }
    }

    /// <summary>Those that wait for a person, by id.</summary>
    /// <param name="after">As for <see cref="ListAsync"/>.</param>
    public async IAsyncEnumerable<Relation> ListHeldAsync(
        TenantId tenant, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in store.QueryPageAsync(Partition.Of(tenant), RelationRows.HeldPrefix, after, cancellationToken))
        {
            if (await FindAsync(tenant, row.Values.Text("relation"), cancellationToken) is { State: RelationState.NeedsAttention } relation)
            {
                yield return relation;
            }
        }
    }

    /// <summary>The place of a relation in the lists, as opaque text for a next page.</summary>
    public static string PlaceOf(Relation relation) => StorageKey.Encode(relation.Id);
}
