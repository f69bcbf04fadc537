using System.Globalization;
using System.Text.Json.Nodes;

namespace PerfectviewFunctions.Sandbox;

internal static class RestRelationOperations
{
    public static RestResult List(SandboxAdministration books, IQueryCollection query)
    {
        var (page, pageFault) = RestPage.Of(query);
        var (lists, filterFault) = RestFilters.Read(
            query,
            RestFilters.Text<SandboxRelation>("code", relation => relation.Code),
            RestFilters.Text<SandboxRelation>("type", relation => relation["BP"]),
            RestFilters.Text<SandboxRelation>("email", relation => relation["Email"]),
            RestFilters.Text<SandboxRelation>("name", relation => relation.Name),
            RestFilters.Text<SandboxRelation>("contact", relation => relation["Contactpersoon"]),
            RestFilters.Text<SandboxRelation>("city", relation => relation["Plaats"]));
        return (pageFault ?? filterFault) is { } fault
            ? RestResult.Refused(fault)
            : page.Answer(books.Relations.Where(relation => lists(relation)), RestRelationForm.ToItem);
    }

    public static RestResult Get(SandboxAdministration books, long id) =>
        books.FindRelation(id) is { } relation
            ? RestResult.Ok(RestRelationForm.ToObject(relation))
            : RestResult.Refused(RestErrors.RelationNotFound);

    public static RestResult Add(SandboxAdministration books, RestValues body)
    {
        var fields = RestRelationForm.Read(body);
        fields["BP"] = fields.GetValueOrDefault("BP", "") is { Length: > 0 } type ? type : "B";
        var code = body.Text("code") is { Length: > 0 } given ? given : NewCode(books);
        var relation = new SandboxRelation(0, code, fields);
        if ((body.Fault ?? RestRelationRules.Check(relation, books)) is { } fault)
        {
            return RestResult.Refused(fault);
        }

        var added = books.AddRelation(relation.Code, relation.Name, fields);
        return RestResult.Created(new JsonObject { ["id"] = added.Id, ["code"] = added.Code });
    }

    /// <summary>A merge: what is absent or null stays. The name is required all the same, as the description has it.</summary>
    public static RestResult Update(SandboxAdministration books, long id, RestValues body)
    {
        if (books.FindRelation(id) is not { } stored)
        {
            return RestResult.Refused(RestErrors.RelationNotFound);
        }

        var fields = RestRelationForm.Read(body);
        fields["Bedrijf"] = body.Text("name") ?? "";
        var updated = stored.With(fields, body.Text("code") is { Length: > 0 } code ? code : null);
        if ((body.Fault ?? RestRelationRules.Check(updated, books)) is { } fault)
        {
            return RestResult.Refused(fault);
        }

        books.UpdateRelation(updated);
        return RestResult.NoContent;
    }

    /// <summary>In the form of the description's example, REL000154.</summary>
    private static string NewCode(SandboxAdministration books)
    {
        var number = books.NextRelationId;
        string code;
        do
        {
            code = string.Create(CultureInfo.InvariantCulture, $"REL{number++:000000}");
        }
        while (books.FindRelation(code) is not null);
        return code;
    }
}
