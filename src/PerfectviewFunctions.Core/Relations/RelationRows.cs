using System.Text.Json;
using PerfectviewFunctions.Core.Json;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>The row form of relations, and the index of those that need attention.</summary>
internal static class RelationRows
{
    public const string Prefix = "relation:";

    /// <summary>One row exactly while the relation needs attention, written in the batch of the relation.</summary>
    public const string HeldPrefix = "held-relation:";

    public static string KeyOf(string id) => Prefix + StorageKey.Encode(id);

    public static RowValues ToValues(Relation relation)
    {
        var values = new RowValues
        {
            { "id", relation.Id },
            { "state", relation.State.ToString() },
            { "name", relation.Name },
            { "firstSeenAt", relation.FirstSeenAt },
            { "changedAt", relation.ChangedAt },
            { "reason", relation.Reason is null ? null : JsonSerializer.Serialize(relation.Reason, StoredJson.Default.Reason) },
        };
        values.AddChunked("facts", JsonSerializer.SerializeToUtf8Bytes(relation.Facts, StoredJson.Default.RelationFacts));
        values.AddChunked("links", JsonSerializer.SerializeToUtf8Bytes(relation.Links, StoredJson.Default.IReadOnlyDictionaryStringDebtorLink));
        return values;
    }

    public static Relation Read(Row row) => new(
        row.Values.Text("id"),
        Enum.Parse<RelationState>(row.Values.Text("state")),
        row.Values.Text("name"),
        row.Values.Instant("firstSeenAt"))
    {
        ChangedAt = row.Values.Instant("changedAt"),
        Reason = row.Values.TextOrNull("reason") is { } reason ? JsonSerializer.Deserialize(reason, StoredJson.Default.Reason) : null,
        Facts = JsonSerializer.Deserialize(row.Values.ChunkedOrNull("facts"), StoredJson.Default.RelationFacts)!,
        Links = JsonSerializer.Deserialize(row.Values.ChunkedOrNull("links"), StoredJson.Default.IReadOnlyDictionaryStringDebtorLink)!,
    };

    /// <summary>The writes of a relation that was one thing and becomes another; its own comes first.</summary>
    /// <param name="etag">Of the row that was read; null when there was none.</param>
    public static async Task<List<RowWrite>> ChangesAsync(IRowStore store, TenantId tenant, Relation was, string? etag, Relation next)
    {
        var (key, values) = (KeyOf(next.Id), ToValues(next));
        List<RowWrite> writes = [etag is null ? new RowWrite.Insert(key, values) : new RowWrite.Replace(key, values, etag)];
        var (wasHeld, isHeld) = (etag is not null && was.State == RelationState.NeedsAttention, next.State == RelationState.NeedsAttention);
        var heldKey = HeldPrefix + StorageKey.Encode(next.Id);
        if (isHeld && !wasHeld)
        {
            writes.Add(new RowWrite.Insert(heldKey, new RowValues { { "relation", next.Id }, { "since", next.ChangedAt } }));
        }
        else if (wasHeld && !isHeld && await store.GetAsync(Partition.Of(tenant), heldKey, CancellationToken.None) is { } row)
        {
            writes.Add(new RowWrite.Delete(heldKey, row.ETag!));
        }

        return writes;
    }
}
