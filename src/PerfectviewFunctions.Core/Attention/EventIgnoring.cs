using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Retention;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Attention;

/// <summary>Takes an event from the list of those that a person has to see. No invoice changes by it.</summary>
public sealed class EventIgnoring(IRowStore store, TimeProvider time)
{
    /// <param name="eventKey">The key that the list gives for the event.</param>
    /// <returns>What the event became; with a reason when it can't be ignored; null for none.</returns>
    public async Task<(StoredEvent? Event, Reason? Refused)> IgnoreAsync(
        TenantId tenant, string eventKey, IgnoreReason why, Actor by, CancellationToken cancellationToken)
    {
        var partition = Partition.Of(tenant);
        while (true)
        {
            if (await store.GetAsync(partition, EventRows.KeyOf(eventKey), cancellationToken) is not { } row)
            {
                return (null, null);
            }

            var stored = EventRows.Read(row);
            if (await store.GetAsync(partition, EventRows.AttentionKeyOf(stored), cancellationToken) is not { } place)
            {
                // Every other event is shown by its invoice, if at all, and is no entry of the list.
                return stored.Reason?.Code == ReasonCode.IgnoredByPerson ? (stored, Reason.Of(ReasonCode.AlreadyIgnored)) : (null, null);
            }

            var now = time.GetUtcNow();
            var ended = stored.Ended(EventState.Ignored, why.ToReason(by, now), now);
            var entry = new HistoryEntry(
                now, by.Name, HistoryKind.EventIgnored, [new("event", null, stored.Id ?? stored.Key), new("reason", null, why.Text)]);
            if (await store.WriteEndingAsync(
                partition,
                [.. EventRows.Ending(ended, row, open: null, isListed: false), new RowWrite.Delete(place.Key, place.ETag!), TenantHistory.ToWrite(entry)],
                cancellationToken) is WriteResult.Written)
            {
                return (ended, null);
            }
        }
    }
}
