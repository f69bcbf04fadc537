using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Facts;
using PerfectviewFunctions.Perfectview.Fields;

namespace PerfectviewFunctions.Perfectview.Events;

/// <summary>Reads <c>/data/relation</c> of a relation event: what changed about it.</summary>
internal static class RelationReader
{
    /// <summary>The id is there even when the change can't be read.</summary>
    /// <param name="eventType">Of any but <c>relation.created</c> and <c>relation.updated</c> only the id counts.</param>
    public static (string? Id, RelationChange? Change) Read(JsonFields fields, string? eventType)
    {
        var id = fields.Text("id", Texts.RelationId, required: true);
        var change = eventType switch
        {
            EventType.RelationCreated => ReadFields(fields, id, isTypeNeeded: true, Need.Required),
            EventType.RelationUpdated => ReadFields(fields, id, isTypeNeeded: fields.Mentions("type"), Need.NeverCleared),
            _ => new RelationChange(new DebtorDetails(id ?? "", IsPerson: false), new HashSet<RelationField>()) { IsDeletion = true },
        };
        return (id, id is null ? null : change);
    }

    private static RelationChange ReadFields(JsonFields fields, string? id, bool isTypeNeeded, Need ofName)
    {
        var type = fields.Text("type", Texts.RelationType, isTypeNeeded);
        var said = DebtorFields.Read(fields, id ?? "", type, ofName);
        var mentioned = DebtorFields.All.Where(field => fields.Mentions(field.Name)).Select(field => field.Field).ToHashSet();
        if (type is not null)
        {
            mentioned.Add(RelationField.Type);
        }

        return new RelationChange(said, mentioned);
    }
}
