using System.Globalization;

namespace PerfectviewFunctions.Sandbox;

/// <summary>The page of one relation and its forms. Unlike the control routes it holds a person to the rules.</summary>
internal static class RelationForms
{
    public const string Path = "/page/relation";
    public const string DeletePath = "/page/relation/delete";

    public static void MapRelationForms(this IEndpointRouteBuilder app, SandboxBooks books)
    {
        app.MapGet(Path, IResult (string administration, long id, string? outcome) =>
            books.Find(administration) is { } found && found.FindRelation(id) is { } relation
                ? new Page(RelationPage.Render(found, relation, outcome))
                : BackToBooks(PageOutcome.RelationGone));
        app.MapPost(Path, async (HttpRequest request) => Change(books, await request.ReadFormAsync()));
        app.MapPost(DeletePath, async (HttpRequest request) => Delete(books, await request.ReadFormAsync()));
    }

    public static string AddressOf(SandboxAdministration administration, long id) =>
        string.Create(CultureInfo.InvariantCulture, $"{Path}?administration={administration.SecurityCode2}&id={id}");

    private static SeeOther Change(SandboxBooks books, IFormCollection form) => books.InOneStep(() =>
    {
        if (Find(books, form) is not var (administration, relation))
        {
            return BackToBooks(PageOutcome.RelationGone);
        }

        var fields = RelationFields.Sent
            .Where(field => form.ContainsKey(field.Name))
            .ToDictionary(field => field.Name, field => form[field.Name].ToString());
        var code = form["Code"].ToString().Trim();
        var outcome = RelationRules.Check(relation.With(fields, code), administration) switch
        {
            _ when !Fits(fields, code) => PageOutcome.InvalidForm,
            null when administration.ChangeRelation(relation.Id, fields, code) => PageOutcome.RelationChanged,
            ErrorCodes.RelationCodeInUse => PageOutcome.RelationCodeInUse,
            _ => PageOutcome.InvalidForm,
        };
        return new SeeOther($"{AddressOf(administration, relation.Id)}&outcome={outcome}");
    });

    private static bool Fits(Dictionary<string, string> fields, string code)
    {
        var node = new SoapNode { ["Code"] = code };
        foreach (var (name, text) in fields)
        {
            node[name] = text;
        }

        return Lengths.Apply(Messages.Relation, node, OverlongText.Refuse) is not null;
    }

    private static SeeOther Delete(SandboxBooks books, IFormCollection form) =>
        BackToBooks(Find(books, form) is var (administration, relation) && administration.DeleteRelation(relation.Id)
            ? PageOutcome.RelationDeleted
            : PageOutcome.RelationGone);

    private static (SandboxAdministration, SandboxRelation)? Find(SandboxBooks books, IFormCollection form) =>
        books.Find(form["administration"].ToString()) is { } administration
        && long.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && administration.FindRelation(id) is { } relation
            ? (administration, relation)
            : null;

    private static SeeOther BackToBooks(PageOutcome outcome) => new($"/?outcome={outcome}");
}
