namespace PerfectviewFunctions.Sandbox;

/// <summary>The card of one relation: every field of it, to change, and a button to delete it.</summary>
internal static class RelationPage
{
    public static string Render(SandboxAdministration administration, SandboxRelation relation, string? outcome) =>
        SandboxPage.Shell($"Relatie {relation.Code}", outcome, Html.Of($"""
            <p><a href="/">Terug naar de boekhouding</a></p>
            <section>
            <h2>{relation.Name}</h2>
            <p>{administration.Name}, id {relation.Id}, toegevoegd op {relation.AddedOn:dd-MM-yyyy},
            {administration.Mutations.Count(mutation => mutation.RelationCode == relation.Code)} boekingen.</p>
            <form method="post" action="{RelationForms.Path}">
            {Key(administration, relation)}
            <label>Code <input name="Code" value="{relation.Code}" required maxlength="15"></label>
            {Html.Join(RelationFields.Sent.Select(field => Field(field, relation[field.Name])))}
            <button>Relatie wijzigen</button>
            </form>
            <form method="post" action="{RelationForms.DeletePath}">
            {Key(administration, relation)}
            <button>Relatie verwijderen</button>
            </form>
            </section>
            """));

    private static Html Key(SandboxAdministration administration, SandboxRelation relation) => Html.Of($"""
        <input type="hidden" name="administration" value="{administration.SecurityCode2}">
        <input type="hidden" name="id" value="{relation.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)}">
        """);

    // A browser passes over the first line break in a textarea.
    private static Html Field(SoapField field, string text) => field switch
    {
        { Type: var type } when type == Scalars.Long => Html.Of(
            $"""<label>{field.Name} <input name="{field.Name}" value="{(text.Length == 0 ? "0" : text)}" inputmode="numeric" pattern="-?[0-9]*" size="10"></label>"""),
        { MaxLength: { } length } => Html.Of(
            $"""<label>{field.Name} <input name="{field.Name}" value="{text}" maxlength="{length}" size="{Math.Min(length, 30)}"></label>"""),
        _ => Html.Of($"<label>{field.Name} <textarea name=\"{field.Name}\">\n{text}</textarea></label>"),
    };
}
