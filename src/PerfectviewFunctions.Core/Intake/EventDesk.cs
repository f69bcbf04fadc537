using System.Security.Cryptography;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Retention;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Intake;

/// <summary>
/// Puts one event in the store. The same id with the same body is a duplicate; with another body it is refused, unless what is stored under
/// that id was refused itself: a refused event is judged anew at each delivery.
/// </summary>
internal sealed class EventDesk(IRowStore store, TimeProvider time, Measures measures)
{
    public async Task<PlacedEvent> PlaceAsync(TenantId tenant, EventRead read, CancellationToken cancellationToken)
    {
        var arriving = Arriving(read, time.GetUtcNow());
        while (true)
        {
            // Nearly every event is new: whether one is there already shows as it is put in.
            if (await InsertAsync(tenant, read, arriving, cancellationToken) is { } placed)
            {
                return placed;
            }

            if (await store.GetAsync(Partition.Of(tenant), EventRows.KeyOf(arriving.Key), cancellationToken) is { } row
                && await MeetAsync(tenant, read, arriving, EventRows.Read(row), row, cancellationToken) is { } met)
            {
                return met;
            }
        }
    }

    /// <summary>Whether all of these stand in the store already, and as what they are: taking them in would add nothing.</summary>
    public async Task<bool> KnowsAllAsync(TenantId tenant, IReadOnlyList<EventRead> events, CancellationToken cancellationToken)
    {
        foreach (var arriving in events.Select(read => Arriving(read, time.GetUtcNow())))
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

    private static StoredEvent Arriving(EventRead read, DateTimeOffset now)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(read.Body.Span));
        return read switch
        {
            EventRead.Valid { Event: PerfectviewEvent.InvoiceSent sent } =>
                new StoredEvent(StorageKey.Encode(sent.Id), hash, EventState.Received, now)
                {
                    Id = sent.Id,
                    Type = sent.Invoice.IsCredit ? "invoice.credited" : "invoice.sent",
                    OccurredAt = sent.OccurredAt,
                    InvoiceNumber = sent.Invoice.Number,
                },
            EventRead.Valid { Event: PerfectviewEvent.RelationChanged changed } =>
                new StoredEvent(StorageKey.Encode(changed.Id), hash, EventState.Received, now)
                {
                    Id = changed.Id,
                    Type = changed.Type,
                    OccurredAt = changed.OccurredAt,
                    RelationId = changed.Change.Said.Id,
                },
            EventRead.Faulty faulty => new StoredEvent(
                faulty.Facts.Id is { } id ? StorageKey.Encode(id) : "!" + hash, hash, EventState.Refused, now)
            {
                Id = faulty.Facts.Id,
                Type = faulty.Facts.Type,
                OccurredAt = faulty.Facts.OccurredAt,
                InvoiceNumber = faulty.Facts.InvoiceNumber,
                RelationId = faulty.Facts.RelationId,
                Faults = faulty.Faults,
                EndedAt = now,
                Reason = Refusing(faulty.Faults),
            },
            _ => throw new InvalidOperationException("An event of an unknown kind."),
        };
    }

    /// <summary>Something is stored under this id already.</summary>
    private async Task<PlacedEvent?> MeetAsync(
        TenantId tenant, EventRead read, StoredEvent arriving, StoredEvent stored, Row row, CancellationToken cancellationToken)
    {
        if (stored.WasRefused)
        {
            return stored.Hash == arriving.Hash && arriving.State == EventState.Refused
                ? new PlacedEvent(stored, IsRepeated: false)
                : await ReplaceAsync(tenant, read, arriving, row, cancellationToken);
        }

        if (stored.Hash == arriving.Hash)
        {
            return new PlacedEvent(stored, IsRepeated: true);
        }

        IReadOnlyList<EventFault> faults =
        [
            new("/id", $"The id \"{arriving.Id}\" was used before for an event with another content. Give every event an id of its own."),
        ];
        var again = arriving with
        {
            Key = "!" + arriving.Hash,
            State = EventState.Refused,
            Faults = faults,
            Reason = Reason.Of(ReasonCode.EventIdUsedAgain, ("event", arriving.Id ?? "")),
            EndedAt = arriving.ReceivedAt,
        };
        return await store.GetAsync(Partition.Of(tenant), EventRows.KeyOf(again.Key), cancellationToken) is null
            ? await InsertAsync(tenant, read, again, cancellationToken)
            : new PlacedEvent(again, IsRepeated: false);
    }

    private async Task<PlacedEvent?> InsertAsync(
        TenantId tenant, EventRead read, StoredEvent arriving, CancellationToken cancellationToken)
    {
        List<RowWrite> writes =
        [
            new RowWrite.Insert(EventRows.KeyOf(arriving.Key), EventRows.ToValues(arriving)),
            new RowWrite.Insert(EventRows.BodyKeyOf(arriving.Key), Body(read)),
        ];
        return await WriteAsync(tenant, read, arriving, writes, cancellationToken);
    }

    private async Task<PlacedEvent?> ReplaceAsync(
        TenantId tenant, EventRead read, StoredEvent arriving, Row row, CancellationToken cancellationToken)
    {
        var body = await store.GetAsync(Partition.Of(tenant), EventRows.BodyKeyOf(arriving.Key), cancellationToken);
        var stored = EventRows.Read(row);
        List<RowWrite> writes =
        [
            new RowWrite.Replace(row.Key, EventRows.ToValues(arriving), row.ETag!),
            body is null
                ? new RowWrite.Insert(EventRows.BodyKeyOf(arriving.Key), Body(read))
                : new RowWrite.Replace(body.Key, Body(read), body.ETag!),
        ];
        foreach (var listed in (string[])[EventRows.AttentionKeyOf(stored), EndedRows.KeyOf(stored)])
        {
            if (await store.GetAsync(Partition.Of(tenant), listed, cancellationToken) is { } place)
            {
                writes.Add(new RowWrite.Delete(place.Key, place.ETag!));
            }
        }

        return await WriteAsync(tenant, read, arriving, writes, cancellationToken);
    }

    /// <summary>Writes the event with its place in the lists, and its invoice or relation when it is the first of that.</summary>
    /// <returns>Null when somebody else wrote meanwhile: then everything is looked at again.</returns>
    private async Task<PlacedEvent?> WriteAsync(
        TenantId tenant, EventRead read, StoredEvent arriving, List<RowWrite> writes, CancellationToken cancellationToken)
    {
        var partition = Partition.Of(tenant);
        if (read is not EventRead.Valid valid || arriving.State == EventState.Refused)
        {
            // Refused again within the same instant, an event keeps its places in the lists.
            var listed = new RowWrite.Insert(EventRows.AttentionKeyOf(arriving), new RowValues { { "event", arriving.Key } });
            foreach (var place in (RowWrite[])[listed, .. EndedRows.ToWrites(arriving)])
            {
                if (writes.RemoveAll(write => write is RowWrite.Delete && write.Key == place.Key) == 0)
                {
                    writes.Add(place);
                }
            }

            if (await store.WriteAsync(partition, writes, cancellationToken) is not WriteResult.Written)
            {
                return null;
            }

            measures.HeldBack(HeldSubject.Event, arriving.Reason?.Code);
            return new PlacedEvent(arriving, IsRepeated: false);
        }

        writes.Add(new RowWrite.Insert(
            EventRows.OpenKeyOf(arriving.Subject!, valid.Event.OccurredAt, arriving.Key), EventRows.ToOpenValues(arriving)));
        var known = writes.Count;
        writes.AddRange(FirstOf(valid.Event, arriving));
        var result = await store.WriteAsync(partition, writes, cancellationToken);
        if (result is WriteResult.Conflict { Index: var index } && index == known)
        {
            // It is known: this is another event of it, and only the engine changes an invoice or a relation.
            result = await store.WriteAsync(partition, writes[..known], cancellationToken);
        }

        return result is WriteResult.Written ? new PlacedEvent(arriving, IsRepeated: false) : null;
    }

    /// <summary>What stands for the subject of an event that is the first of it.</summary>
    private static IEnumerable<RowWrite> FirstOf(PerfectviewEvent first, StoredEvent arriving)
    {
        switch (first)
        {
            case PerfectviewEvent.InvoiceSent sent:
                var invoice = Invoice.From(sent.Invoice, arriving.Key, sent.OccurredAt, arriving.ReceivedAt);
                yield return new RowWrite.Insert(InvoiceRows.KeyOf(invoice.Number), InvoiceRows.ToValues(invoice));
                yield return new RowWrite.Insert(
                    InvoiceRows.RecentKeyOf(invoice.FirstSeenAt, invoice.Number), new RowValues { { "invoice", invoice.Number } });
                break;
            case PerfectviewEvent.RelationChanged { Change.Said: var said }:
                var relation = new Relation(said.Id, RelationState.Received, DebtorName.Of(said), arriving.ReceivedAt);
                yield return new RowWrite.Insert(RelationRows.KeyOf(relation.Id), RelationRows.ToValues(relation));
                break;
            default:
                throw new InvalidOperationException("An event of an unknown kind.");
        }
    }

    private static RowValues Body(EventRead read)
    {
        var values = new RowValues();
        values.AddChunked("body", read.Body.Span);
        return values;
    }

    private static Reason Refusing(IReadOnlyList<EventFault> faults) => Reason.Of(
        ReasonCode.EventRefused,
        ("count", faults.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("first", faults is [var first, ..] ? $"{first.Pointer}: {first.Message}" : ""));
}
