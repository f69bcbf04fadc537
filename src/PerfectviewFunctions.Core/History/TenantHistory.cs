using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PerfectviewFunctions.Core.Json;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.History;

/// <summary>Who changed what about a tenant, and when. An entry is written in the batch of the change itself.</summary>
public sealed class TenantHistory(IRowStore store)
{
    private const string Prefix = "history:";

    /// <summary>The write that adds an entry, for the batch of the change it tells of.</summary>
    internal static RowWrite.Insert ToWrite(HistoryEntry entry)
    {
        var values = new RowValues { { "at", entry.At }, { "by", entry.By }, { "kind", entry.Kind.ToString() } };
        if (entry.Changes.Count > 0)
        {
            values.AddChunked("changes", JsonSerializer.SerializeToUtf8Bytes(entry.Changes, StoredJson.Default.IReadOnlyListFieldChange));
        }

        // Two changes within one instant are kept apart by the end of the key, and those of one process stay newest first.
        var order = (long.MaxValue - Stopwatch.GetTimestamp()).ToString("D19", CultureInfo.InvariantCulture);
        return new RowWrite.Insert($"{Prefix}{StorageKey.Descending(entry.At)}:{order}{Guid.NewGuid():N}", values);
    }

    /// <summary>Adds an entry by itself, where the change it tells of stands in another partition.</summary>
    internal Task AddAsync(TenantId tenant, HistoryEntry entry, CancellationToken cancellationToken) =>
        store.WriteAsync(Partition.Of(tenant), [ToWrite(entry)], cancellationToken);

    /// <summary>Newest first, each with its place in the list.</summary>
    /// <param name="after">The place to go on after; null for the first page.</param>
    public async IAsyncEnumerable<(string Place, HistoryEntry Entry)> ListAsync(
        TenantId tenant, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in store.QueryPageAsync(Partition.Of(tenant), Prefix, after, cancellationToken))
        {
            yield return (row.Key[Prefix.Length..], Read(row));
        }
    }

    private static HistoryEntry Read(Row row) => new(
        row.Values.Instant("at"),
        row.Values.Text("by"),
        Enum.Parse<HistoryKind>(row.Values.Text("kind")),
        row.Values.ChunkedOrNull("changes") is { } changes
            ? JsonSerializer.Deserialize(changes, StoredJson.Default.IReadOnlyListFieldChange)!
            : []);
}
