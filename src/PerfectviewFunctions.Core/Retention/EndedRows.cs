using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Core.Retention;

/// <summary>
/// The list of ended events, oldest first, by which their bodies are found when the time has come. A row may be stale: an event can be opened
/// again, and end again later.
/// </summary>
internal static class EndedRows
{
    private const string Prefix = "ended:";
    private const string Booked = "booked";

    /// <param name="ended">One that has ended.</param>
    public static string KeyOf(StoredEvent ended) => Prefix + StorageKey.Ascending(ended.EndedAt!.Value) + ":" + ended.Key;

    /// <summary>The place in the list of an event that nobody has anything to do for any more; none for another.</summary>
    public static IEnumerable<RowWrite> ToWrites(StoredEvent ended) =>
        HasEnded(ended)
            ? [new RowWrite.Insert(KeyOf(ended), new RowValues { { "event", ended.Key }, { Booked, InvoiceBookedBy(ended) } })]
            : [];

    /// <summary>Writes a batch with such places in it. One that stands there already, from an end in the same instant, will do.</summary>
    public static async Task<WriteResult> WriteEndingAsync(
        this IRowStore store, string partition, IReadOnlyList<RowWrite> batch, CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await store.WriteAsync(partition, batch, cancellationToken);
            if (result is not WriteResult.Conflict { Kind: ConflictKind.AlreadyExists, Index: var index }
                || !batch[index].Key.StartsWith(Prefix, StringComparison.Ordinal))
            {
                return result;
            }

            batch = [.. batch.Where((_, at) => at != index)];
        }
    }

    /// <summary>The places of events that ended at or before an instant.</summary>
    public static IAsyncEnumerable<Row> UntilAsync(
        IRowStore store, string partition, DateTimeOffset until, CancellationToken cancellationToken) =>
        store.QueryAsync(partition, Prefix, Prefix + StorageKey.Ascending(until) + ";", cancellationToken);

    /// <summary>The places of events that ended at or after an instant, oldest first.</summary>
    public static IAsyncEnumerable<Row> SinceAsync(
        IRowStore store, string partition, DateTimeOffset since, CancellationToken cancellationToken) =>
        store.QueryAsync(partition, Prefix + StorageKey.Ascending(since), Prefix[..^1] + ';', cancellationToken);

    /// <summary>The event in a place of the list.</summary>
    public static string EventIn(Row row) => row.Values.Text("event");

    /// <summary>The invoice that was booked when the event in a place of the list ended; null for every other event.</summary>
    public static string? InvoiceBookedIn(Row row) => row.Values.TextOrNull(Booked);

    /// <summary>Whether the event still stands as ended then.</summary>
    public static bool HasEndedBy(this StoredEvent stored, DateTimeOffset until) => HasEnded(stored) && stored.EndedAt <= until;

    /// <summary>An event that repeats a booked invoice has its mutation number too.</summary>
    private static string? InvoiceBookedBy(StoredEvent ended) =>
        ended is { State: EventState.Done, MutationNumber: not null } && ended.Reason?.Code != ReasonCode.AlreadyBooked ? ended.InvoiceNumber : null;

    private static bool HasEnded(StoredEvent stored) =>
        stored is { State: EventState.Done or EventState.Ignored or EventState.Refused, EndedAt: not null };
}
