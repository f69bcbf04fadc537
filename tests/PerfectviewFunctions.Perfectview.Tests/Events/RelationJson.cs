using System.Text;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Relations.Facts;

namespace PerfectviewFunctions.Perfectview.Tests.Events;

/// <summary>Writes a relation event as a sender would: by the contract's words, knowing nothing of the reader.</summary>
internal static class RelationJson
{
    private const string Empty = "(what stands for no value comes here)";

    /// <param name="empty">What is written, in JSON, to clear a field that is a text; an address is cleared by null.</param>
    public static byte[] Write(PerfectviewEvent.RelationChanged changed, string empty)
    {
        var change = changed.Change;
        var relation = InvoiceJson.Relation(change.Said);
        if (!change.Mentioned.Contains(RelationField.Type))
        {
            relation.Remove("type");
        }

        foreach (var field in RelationFieldNames.All)
        {
            var name = RelationFieldNames.NameOf(field);
            if (!change.Mentioned.Contains(field))
            {
                relation.Remove(name);
            }
            else if (relation[name] is null && !RelationFieldNames.IsAddress(field))
            {
                relation[name] = Empty;
            }
        }

        var root = new JsonObject
        {
            ["data"] = new JsonObject { ["relation"] = relation },
            ["occurredAt"] = changed.OccurredAt,
            ["type"] = changed.Type,
            ["id"] = changed.Id,
        };
        return Encoding.UTF8.GetBytes(root.ToJsonString().Replace($"\"{Empty}\"", empty, StringComparison.Ordinal));
    }
}
