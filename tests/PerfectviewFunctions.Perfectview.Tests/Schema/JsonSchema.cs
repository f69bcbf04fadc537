using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PerfectviewFunctions.Perfectview.Tests.Schema;

/// <summary>
/// Validates against the part of JSON Schema 2020-12 that our schema uses; any other keyword throws, so that none is passed over.
/// </summary>
internal sealed class JsonSchema(JsonElement root)
{
    public static JsonSchema Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return new JsonSchema(document.RootElement.Clone());
    }

    public bool Accepts(JsonElement value) => Accepts(root, value);

    private bool Accepts(JsonElement schema, JsonElement value)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            if (!Accepts(schema, keyword.Name, keyword.Value, value))
            {
                return false;
            }
        }

        return true;
    }

    private bool Accepts(JsonElement schema, string keyword, JsonElement rule, JsonElement value) => keyword switch
    {
        "$schema" or "$defs" or "title" or "description" or "format" or "then" or "else" => true,
        "$ref" => Accepts(root.GetProperty("$defs").GetProperty(rule.GetString()!["#/$defs/".Length..]), value),
        "type" => rule.ValueKind == JsonValueKind.String ? IsOfType(rule, value) : rule.EnumerateArray().Any(type => IsOfType(type, value)),
        "enum" => rule.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)),
        "const" => JsonElement.DeepEquals(rule, value),
        "anyOf" => rule.EnumerateArray().Any(one => Accepts(one, value)),
        "if" => !schema.TryGetProperty(Accepts(rule, value) ? "then" : "else", out var branch) || Accepts(branch, value),
        "required" => value.ValueKind != JsonValueKind.Object || rule.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
        "properties" => value.ValueKind != JsonValueKind.Object || rule.EnumerateObject().All(
            property => !value.TryGetProperty(property.Name, out var child) || Accepts(property.Value, child)),
        "items" => value.ValueKind != JsonValueKind.Array || value.EnumerateArray().All(item => Accepts(rule, item)),
        "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.GetInt32(),
        "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= rule.GetInt32(),
        "maxLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.EnumerateRunes().Count() <= rule.GetInt32(),
        "pattern" => value.ValueKind != JsonValueKind.String || Matches(rule.GetString()!, value.GetString()!),
        "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() >= rule.GetDecimal(),
        "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDecimal() <= rule.GetDecimal(),
        _ => throw new NotSupportedException($"This validator does not know the keyword '{keyword}'."),
    };

    private static bool IsOfType(JsonElement type, JsonElement value) => (type.GetString(), value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) => true,
        ("number", JsonValueKind.Number) or ("null", JsonValueKind.Null) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => decimal.IsInteger(decimal.Parse(value.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture)),
        _ => false,
    };

    // In ECMA-262, which JSON Schema means, $ is the very end; in .NET it may stand before a last line break.
    private static bool Matches(string pattern, string text) =>
        Regex.IsMatch(text, pattern.EndsWith('$') ? pattern[..^1] + "\\z" : pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
}
