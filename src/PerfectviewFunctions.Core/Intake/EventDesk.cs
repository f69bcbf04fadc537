using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Retention;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Intake;

/// <summary>
/// Puts events in the store. The same id with the same body is a duplicate; with another body it is refused, unless what is stored under
/// that id was refused itself: a refused event is judged anew at each delivery.
/// </summary>
internal sealed class EventDesk(IRowStore store, TimeProvider time, Measures measures)
{
    /// <summary>Puts one event there, whatever is known of it and of what it is about.</summary>
    public async Task<PlacedEvent> PlaceAsync(TenantId tenant, EventRead read, CancellationToken cancellationToken)
    {
        var arriving = ArrivingEvent.Of(read, time.GetUtcNow());
        while (true)
        {
            // Nearly every event is new: whether one is there already shows as it is put in.
            if (await InsertAsync(tenant, arriving, cancellationToken) is { } placed)
            {
                return placed;
            }

            if (await store.GetAsync(Partition.Of(tenant), EventRows.KeyOf(arriving.Stored.Key), cancellationToken) is { } row
                && await MeetAsync(tenant, arriving, EventRows.Read(row), row, cancellationToken) is { } met)
            {
                return met;
            }
        }
    }

    /// <summary>Puts all of a run there in one batch, where each of its events is new and the first of what it is about.</summary>
    /// <returns>Null when one of them is not; then nothing was written.</returns>
    public async Task<IReadOnlyList<PlacedEvent>?> PlaceNewAsync(TenantId tenant, EventRun run, CancellationToken cancellationToken) =>
        await store.WriteAsync(Partition.Of(tenant), run.Rows, cancellationToken) is WriteResult.Written ? [.. run.Events.Select(Placed)] : null;

    /// <summary>Whether all of these stand in the store already, and as what they are: taking them in would add nothing.</summary>
    public async Task<bool> KnowsAllAsync(TenantId tenant, IReadOnlyList<EventRead> events, CancellationToken cancellationToken)
    {
        foreach (var arriving in events.Select(read => ArrivingEvent.Of(read, time.GetUtcNow()).Stored))
        {
            if (await store.GetAsync(Partition.Of(tenant), EventRows.KeyOf(arriving.Key), cancellationToken) is not { } row
                || EventRows.Read(row) is not { WasRefused: false } stored
                || stored.Hash != arriving.Hash)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Something is stored under this id already.</summary>
    private async Task<PlacedEvent?> MeetAsync(
        TenantId tenant, ArrivingEvent arriving, StoredEvent stored, Row row, CancellationToken cancellationToken)
    {
        if (stored.WasRefused)
        {
            return stored.Hash == arriving.Stored.Hash && arriving.Stored.State == EventState.Refused
                ? new PlacedEvent(stored, IsRepeated: false)
                : await ReplaceAsync(tenant, arriving, row, cancellationToken);
        }

        if (stored.Hash == arriving.Stored.Hash)
        {
            return new PlacedEvent(stored, IsRepeated: true);
        }

        var again = arriving.RefusedForItsId();
        return await store.GetAsync(Partition.Of(tenant), EventRows.KeyOf(again.Stored.Key), cancellationToken) is null
            ? await InsertAsync(tenant, again, cancellationToken)
            : new PlacedEvent(again.Stored, IsRepeated: false);
    }

    private Task<PlacedEvent?> InsertAsync(TenantId tenant, ArrivingEvent arriving, CancellationToken cancellationToken) =>
        WriteAsync(tenant, arriving, [.. arriving.New, .. arriving.Places], cancellationToken);

    private async Task<PlacedEvent?> ReplaceAsync(TenantId tenant, ArrivingEvent arriving, Row row, CancellationToken cancellationToken)
    {
        var partition = Partition.Of(tenant);
        var body = await store.GetAsync(partition, EventRows.BodyKeyOf(arriving.Stored.Key), cancellationToken);
        var stored = EventRows.Read(row);
        List<RowWrite> writes =
        [
            new RowWrite.Replace(row.Key, EventRows.ToValues(arriving.Stored), row.ETag!),
            body is null
                ? new RowWrite.Insert(EventRows.BodyKeyOf(arriving.Stored.Key), arriving.Body)
                : new RowWrite.Replace(body.Key, arriving.Body, body.ETag!),
        ];
        var places = arriving.Places.ToList();
        foreach (var listed in (string[])[EventRows.AttentionKeyOf(stored), EndedRows.KeyOf(stored)])
        {
            // Refused again within the same instant, an event keeps its places in the lists.
            if (await store.GetAsync(partition, listed, cancellationToken) is { } place
                && places.RemoveAll(write => write.Key == place.Key) == 0)
            {
                writes.Add(new RowWrite.Delete(place.Key, place.ETag!));
            }
        }

        return await WriteAsync(tenant, arriving, [.. writes, .. places], cancellationToken);
    }

    /// <summary>Writes the event with its place in the lists, and its invoice or relation when it is the first of that.</summary>
    /// <returns>Null when somebody else wrote meanwhile: then everything is looked at again.</returns>
    private async Task<PlacedEvent?> WriteAsync(
        TenantId tenant, ArrivingEvent arriving, IReadOnlyList<RowWrite> writes, CancellationToken cancellationToken)
    {
        var partition = Partition.Of(tenant);
        var result = await store.WriteAsync(partition, [.. writes, .. arriving.Subject], cancellationToken);
        if (result is WriteResult.Conflict { Index: var index } && index == writes.Count)
        {
            // It is known: this is another event of it, and only the engine changes an invoice or a relation.
            result = await store.WriteAsync(partition, writes, cancellationToken);
        }

        return result is WriteResult.Written ? Placed(arriving) : null;
    }

    private PlacedEvent Placed(ArrivingEvent arriving)
    {
        if (arriving.Stored.State == EventState.Refused)
        {
            measures.HeldBack(HeldSubject.Event, arriving.Stored.Reason?.Code);
        }

        return new PlacedEvent(arriving.Stored, IsRepeated: false);
    }
}

/// <summary>An event in the store: as it was just put there, or as it stood there already.</summary>
internal sealed record PlacedEvent(StoredEvent Stored, bool IsRepeated);
