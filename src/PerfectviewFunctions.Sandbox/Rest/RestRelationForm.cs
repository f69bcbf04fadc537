using System.Globalization;
using System.Text.Json.Nodes;

namespace PerfectviewFunctions.Sandbox;

/// <summary>Relations between the form of REST and the texts that are kept of them.</summary>
internal static class RestRelationForm
{
    /// <summary>The texts of what is in the body, by their keys. What is absent or null is not in it.</summary>
    public static Dictionary<string, string> Read(RestValues body)
    {
        var fields = new Dictionary<string, string>();
        foreach (var field in RestRelationFields.All)
        {
            if (TextOf(body, field) is { } text)
            {
                fields[field.Key] = text;
            }
        }

        return fields;
    }

    public static JsonObject ToItem(SandboxRelation relation) => new()
    {
        ["id"] = relation.Id,
        ["type"] = relation["BP"],
        ["code"] = relation.Code,
    };

    public static JsonObject ToObject(SandboxRelation relation)
    {
        var node = ToItem(relation);
        node["date"] = RestDates.Print(relation.AddedOn);
        foreach (var field in RestRelationFields.All)
        {
            node[field.Name] = Value(field, relation[field.Key]);
        }

        return node;
    }

    public static long NumberIn(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string? TextOf(RestValues body, RestRelationField field) => field.Kind switch
    {
        RestFieldKind.Number => body.Long(field.Name)?.ToString(CultureInfo.InvariantCulture),
        RestFieldKind.Flag => body.Flag(field.Name) switch
        {
            null => null,
            true => "1",
            false => "0",
        },
        RestFieldKind.Date => body.Date(field.Name) is { } date ? RestDates.Print(date) : null,
        _ => body.Text(field.Name),
    };

    /// <summary>A number or a date that was never given is null: a term of 0 days is something else.</summary>
    private static JsonNode? Value(RestRelationField field, string text) => (field.Kind, text) switch
    {
        (RestFieldKind.Flag, _) => text is "1",
        (RestFieldKind.Number or RestFieldKind.Date, "") => null,
        (RestFieldKind.Number, _) => NumberIn(text),
        _ => text,
    };
}
