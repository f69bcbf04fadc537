using System.Text.Json;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Perfectview.Fields;
using PerfectviewFunctions.Perfectview.Json;

namespace PerfectviewFunctions.Perfectview.Events;

/// <summary>Reads one event from its compact JSON.</summary>
internal static class EventReader
{
    public static EventRead Read(ReadOnlyMemory<byte> compact)
    {
        using var document = JsonDocument.Parse(compact);
        var root = document.RootElement;
        var faults = new FaultList(WebhookLimits.FaultsPerEvent);
        if (root.ValueKind != JsonValueKind.Object)
        {
            faults.Add(JsonPointer.Root, $"Found {Shown.Value(root)}; expected an event, which is an object.");
            return new EventRead.Faulty(new EventFacts(null, null, null, null), faults.ToList(), compact);
        }

        StructureCheck.Run(root, faults);
        var fields = new JsonFields(root, JsonPointer.Root, faults);
        var id = fields.Text("id", Texts.EventId, required: true);
        var type = EventType.Read(fields);
        var occurredAt = fields.Instant("occurredAt", required: true);
        var facts = new EventFacts(id, EventType.IsKnown(type) ? type : null, occurredAt, null);
        PerfectviewEvent? valid = null;
        if (fields.Object("data", required: true) is { } data)
        {
            (facts, valid) = EventType.IsOfRelation(type) ? ReadRelation(data, facts, type) : ReadInvoice(data, facts, type);
        }

        return faults.IsEmpty && valid is not null
            ? new EventRead.Valid(valid, compact)
            : new EventRead.Faulty(facts, faults.ToList(), compact);
    }

    private static (EventFacts Facts, PerfectviewEvent? Valid) ReadInvoice(JsonFields data, EventFacts facts, string? type)
    {
        var fields = data.Object("invoice", required: true);
        var debtor = data.Object("relation", required: true) is { } relation ? DebtorReader.Read(relation) : null;
        if (fields is null)
        {
            return (facts, null);
        }

        var (number, invoice) = InvoiceReader.Read(fields, type, debtor);
        return (
            facts with { InvoiceNumber = number },
            facts is { Id: { } id, OccurredAt: { } at } && invoice is not null ? new PerfectviewEvent.InvoiceSent(id, at, invoice) : null);
    }

    private static (EventFacts Facts, PerfectviewEvent? Valid) ReadRelation(JsonFields data, EventFacts facts, string? type)
    {
        if (data.Object("relation", required: true) is not { } fields)
        {
            return (facts, null);
        }

        var (relation, change) = RelationReader.Read(fields, type);
        return (
            facts with { RelationId = relation },
            facts is { Id: { } id, Type: { } known, OccurredAt: { } at } && change is not null
                ? new PerfectviewEvent.RelationChanged(id, at, known, change)
                : null);
    }
}
