using PerfectviewFunctions.Perfectview.Fields;
using PerfectviewFunctions.Perfectview.Json;

namespace PerfectviewFunctions.Perfectview.Events;

/// <summary>The types of events that the contract knows.</summary>
internal static class EventType
{
    public const string InvoiceSent = "invoice.sent";
    public const string InvoiceCredited = "invoice.credited";
    public const string RelationCreated = "relation.created";
    public const string RelationUpdated = "relation.updated";
    public const string RelationDeleted = "relation.deleted";

    private const string Expected =
        $"\"{InvoiceSent}\", \"{InvoiceCredited}\", \"{RelationCreated}\", \"{RelationUpdated}\" or \"{RelationDeleted}\"";

    public static bool IsKnown(string? type) =>
        type is InvoiceSent or InvoiceCredited or RelationCreated or RelationUpdated or RelationDeleted;

    /// <summary>Whether its data is a relation; an unknown type too can say so by how it begins.</summary>
    public static bool IsOfRelation(string? type) => type?.StartsWith("relation.", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The type as sent; one that is not known has its fault.</summary>
    public static string? Read(JsonFields fields)
    {
        var type = fields.Text("type", Texts.Type, required: true);
        if (type is not null && !IsKnown(type))
        {
            fields.Fault("type", $"Found {Shown.Quoted(type)}; expected {Expected}.");
        }

        return type;
    }
}
