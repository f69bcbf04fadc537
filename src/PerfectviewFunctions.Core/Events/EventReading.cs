using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Events;

/// <summary>How whoever works on a subject reads its events.</summary>
internal static class EventReading
{
    /// <summary>The open events of a subject, in the order in which they happened.</summary>
    public static async Task<IReadOnlyList<OpenEvent>> ReadOpenAsync(
        this IRowStore store, TenantId tenant, Subject subject, CancellationToken cancellationToken)
    {
        var open = new List<OpenEvent>();
        await foreach (var row in store.QueryPrefixAsync(Partition.Of(tenant), EventRows.OpenPrefixOf(subject), cancellationToken))
        {
            open.Add(EventRows.ReadOpen(row));
        }

        return open;
    }

    /// <summary>An event that must be there, with its row.</summary>
    public static async Task<(StoredEvent Event, Row Row)> ReadEventAsync(this IRowStore store, TenantId tenant, string eventKey)
    {
        var row = await store.GetAsync(Partition.Of(tenant), EventRows.KeyOf(eventKey), CancellationToken.None)
            ?? throw new InvalidDataException($"The event '{eventKey}' has no row.");
        return (EventRows.Read(row), row);
    }

    /// <summary>The event as it was sent.</summary>
    public static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(
        this IRowStore store, TenantId tenant, string eventKey, CancellationToken cancellationToken) =>
        (await store.GetAsync(Partition.Of(tenant), EventRows.BodyKeyOf(eventKey), cancellationToken))?.Values.ChunkedOrNull("body")
            ?? throw new InvalidDataException($"The event '{eventKey}' has no body any more.");
}
