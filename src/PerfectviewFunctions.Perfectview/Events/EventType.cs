using PerfectviewFunctions.Perfectview.Fields;
using PerfectviewFunctions.Perfectview.Json;

namespace PerfectviewFunctions.Perfectview.Events;

/// <summary>The types of events that the contract knows.</summary>
internal static class EventType
{
    public const string InvoiceSent = "invoice.sent";
    public const string InvoiceCredited = "invoice.credited";

    private const string Expected = $"\"{InvoiceSent}\" or \"{InvoiceCredited}\"";

    public static bool IsKnown(string? type) => type is InvoiceSent or InvoiceCredited;

    /// <summary>Relation events are named in the contract for a later version; their data is not judged.</summary>
    public static bool IsOfRelation(string? type) => type?.StartsWith("relation.", StringComparison.Ordinal) == true;

    /// <summary>The type as sent; one that is not known has its fault.</summary>
    public static string? Read(JsonFields fields)
    {
        var type = fields.Text("type", Texts.Type, required: true);
        if (IsOfRelation(type))
        {
            fields.Fault(
                "type", $"Found {Shown.Quoted(type!)}; relation events come with a later version of this connector, expected {Expected}.");
        }
        else if (type is not null && !IsKnown(type))
        {
            fields.Fault("type", $"Found {Shown.Quoted(type)}; expected {Expected}.");
        }

        return type;
    }
}
