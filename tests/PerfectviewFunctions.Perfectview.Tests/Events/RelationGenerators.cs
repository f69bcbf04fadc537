using FsCheck;
using FsCheck.Fluent;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Facts;

namespace PerfectviewFunctions.Perfectview.Tests.Events;

/// <summary>Valid relation events that mention any fields.</summary>
internal static class RelationGenerators
{
    public static Gen<PerfectviewEvent.RelationChanged> Event { get; } =
        from id in Generators.EventId()
        from occurredAt in Generators.Instant()
        from type in Gen.Elements("relation.created", "relation.updated", "relation.updated", "relation.deleted")
        from debtor in Generators.Debtor()
        from chosen in Gen.SubListOf(Enum.GetValues<RelationField>())
        select new PerfectviewEvent.RelationChanged(id, occurredAt, type, Change(type, debtor, [.. chosen]));

    private static RelationChange Change(string type, DebtorDetails debtor, HashSet<RelationField> chosen)
    {
        if (type == "relation.deleted")
        {
            chosen.Clear();
        }
        else if (type == "relation.created")
        {
            chosen.UnionWith([RelationField.Type, debtor.IsPerson ? RelationField.LastName : RelationField.Name]);
        }

        return new RelationChange(RelationFieldNames.Only(chosen, debtor), chosen) { IsDeletion = type == "relation.deleted" };
    }
}
