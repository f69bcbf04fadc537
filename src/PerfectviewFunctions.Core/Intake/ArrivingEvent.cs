using System.Globalization;
using System.Security.Cryptography;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Retention;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Core.Intake;

/// <summary>An event as it came in, and what is stored for it when nothing of it is known yet.</summary>
internal sealed record ArrivingEvent(EventRead Read, StoredEvent Stored)
{
    /// <summary>The event as it came.</summary>
    public RowValues Body
    {
        get
        {
            var values = new RowValues();
            values.AddChunked("body", Read.Body.Span);
            return values;
        }
    }

    /// <summary>Its places in the lists.</summary>
    public IReadOnlyList<RowWrite> Places => Work is { } work
        ? [new RowWrite.Insert(EventRows.OpenKeyOf(Stored.Subject!, work.OccurredAt, Stored.Key), EventRows.ToOpenValues(Stored))]
        : [new RowWrite.Insert(EventRows.AttentionKeyOf(Stored), new RowValues { { "event", Stored.Key } }), .. EndedRows.ToWrites(Stored)];

    /// <summary>What stands for its subject when it is the first event of that.</summary>
    public IReadOnlyList<RowWrite> Subject => Work switch
    {
        null => [],
        PerfectviewEvent.InvoiceSent sent => Of(Invoice.From(sent.Invoice, Stored.Key, sent.OccurredAt, Stored.ReceivedAt)),
        PerfectviewEvent.RelationChanged { Change.Said: var said } =>
            Of(new Relation(said.Id, RelationState.Received, DebtorName.Of(said), Stored.ReceivedAt)),
        _ => throw new InvalidOperationException("An event of an unknown kind."),
    };

    /// <summary>All of that, for an event that is new and the first of its subject.</summary>
    public IReadOnlyList<RowWrite> All => [.. New, .. Places, .. Subject];

    /// <summary>Of one that is new: what it says, and itself.</summary>
    public IReadOnlyList<RowWrite> New =>
    [
        new RowWrite.Insert(EventRows.KeyOf(Stored.Key), EventRows.ToValues(Stored)),
        new RowWrite.Insert(EventRows.BodyKeyOf(Stored.Key), Body),
    ];

    /// <summary>What there is to do; null when it is refused.</summary>
    private PerfectviewEvent? Work => Stored.State == EventState.Refused ? null : (Read as EventRead.Valid)?.Event;

    public static ArrivingEvent Of(EventRead read, DateTimeOffset now)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(read.Body.Span));
        return new ArrivingEvent(read, read switch
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
        });
    }

    /// <summary>The same, refused since its id was used before for another content; filed under its content.</summary>
    public ArrivingEvent RefusedForItsId() => this with
    {
        Stored = Stored with
        {
            Key = "!" + Stored.Hash,
            State = EventState.Refused,
            Faults =
            [
                new("/id", $"The id \"{Stored.Id}\" was used before for an event with another content. Give every event an id of its own."),
            ],
            Reason = Reason.Of(ReasonCode.EventIdUsedAgain, ("event", Stored.Id ?? "")),
            EndedAt = Stored.ReceivedAt,
        },
    };

    private static IReadOnlyList<RowWrite> Of(Invoice invoice) =>
    [
        new RowWrite.Insert(InvoiceRows.KeyOf(invoice.Number), InvoiceRows.ToValues(invoice)),
        new RowWrite.Insert(InvoiceRows.RecentKeyOf(invoice.FirstSeenAt, invoice.Number), new RowValues { { "invoice", invoice.Number } }),
    ];

    private static IReadOnlyList<RowWrite> Of(Relation relation) => [new RowWrite.Insert(RelationRows.KeyOf(relation.Id), RelationRows.ToValues(relation))];

    private static Reason Refusing(IReadOnlyList<EventFault> faults) => Reason.Of(
        ReasonCode.EventRefused,
        ("count", faults.Count.ToString(CultureInfo.InvariantCulture)),
        ("first", faults is [var first, ..] ? $"{first.Pointer}: {first.Message}" : ""));
}
