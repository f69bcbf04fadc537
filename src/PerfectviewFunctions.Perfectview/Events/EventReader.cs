using System.Text.Json;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
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
        var (number, invoice) = EventType.IsOfRelation(type) ? default : ReadData(fields, type);

        return faults.IsEmpty && id is not null && occurredAt is { } at && invoice is not null
            ? new EventRead.Valid(new PerfectviewEvent.InvoiceSent(id, at, invoice), compact)
            : new EventRead.Faulty(new EventFacts(id, EventType.IsKnown(type) ? type : null, occurredAt, number), faults.ToList(), compact);
    }

    private static (string? Number, InvoiceDocument? Invoice) ReadData(JsonFields fields, string? type)
    {
        if (fields.Object("data", required: true) is not { } data)
        {
            return default;
        }

        var invoice = data.Object("invoice", required: true);
        var debtor = data.Object("relation", required: true) is { } relation ? DebtorReader.Read(relation) : null;
        return invoice is null ? default : InvoiceReader.Read(invoice, type, debtor);
    }
}
