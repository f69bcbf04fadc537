using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Perfectview.Fields;

namespace PerfectviewFunctions.Perfectview.Events;

/// <summary>Reads <c>/data/relation</c> of an invoice event: who has to pay.</summary>
internal static class DebtorReader
{
    public static DebtorDetails? Read(JsonFields fields)
    {
        var id = fields.Text("id", Texts.RelationId, required: true);
        var type = fields.Text("type", Texts.RelationType, required: true);
        var debtor = DebtorFields.Read(fields, id ?? "", type, Need.Required);
        return id is null || type is null ? null : debtor;
    }
}
