using System.Globalization;
using System.Text;

namespace PerfectviewFunctions.Infra.Tests.Reading;

/// <summary>What rules ask of a node.</summary>
internal static class Syntax
{
    /// <summary>A text without interpolation, as it is meant; null for anything else.</summary>
    public static string? AsText(this SyntaxNode node) =>
        node.Kind == "string" && node.Child("interpolation") is null ? string.Concat(node.Parts().Select(part => part.Text)) : null;

    public static long? AsNumber(this SyntaxNode node) => node.Kind switch
    {
        "number" => long.Parse(node.Text, CultureInfo.InvariantCulture),
        "unary_expression" when node.Tokens.Contains("-") => -node.Children[0].AsNumber(),
        _ => null,
    };

    public static bool? AsBool(this SyntaxNode node) => node.Kind == "boolean" ? node.Text == "true" : null;

    /// <summary>The pieces of a text: what stands there, as it is meant, or an expression.</summary>
    public static IEnumerable<(string Text, SyntaxNode? Expression)> Parts(this SyntaxNode text)
    {
        var quotes = text.Text.StartsWith("'''", StringComparison.Ordinal) ? 3 : 1;
        var inner = (Start: quotes, End: text.Text.Length - quotes);
        if (quotes == 3)
        {
            // A line break right after the opening quotes belongs to them.
            yield return (text.Text[inner.Start..inner.End].TrimStartOnce("\r\n").TrimStartOnce("\n"), null);
            yield break;
        }

        var at = inner.Start;
        foreach (var part in text.Children.Where(child => child.Kind == "interpolation"))
        {
            // The grammar takes the spaces before an expression for its own.
            var start = part.Start + part.Text.IndexOf("${", StringComparison.Ordinal);
            yield return (Unescape(text.Text[at..(start - text.Start)]), null);
            yield return ("", part.Children[0]);
            at = part.End - text.Start;
        }

        yield return (Unescape(text.Text[at..inner.End]), null);
    }

    /// <summary>The properties of an object, without resources that are declared in it.</summary>
    public static IEnumerable<ObjectProperty> Properties(this SyntaxNode node) => node.Children
        .Where(child => child.Kind == "object_property" && child.Child("resource_declaration") is null && child.Children.Count > 0)
        .Select(ObjectProperty.Of);

    public static SyntaxNode? Property(this SyntaxNode node, string name) =>
        node.Properties().FirstOrDefault(property => property.Name == name)?.Value;

    /// <summary>The function that is called, and with what; for <c>az.f()</c> and <c>sys.f()</c> the function alone.</summary>
    public static (string Name, IReadOnlyList<SyntaxNode> Arguments)? AsCall(this SyntaxNode node) =>
        node is { Kind: "call_expression" } && node["function"] is { } function && node["arguments"] is { } arguments
            ? ((function.Kind == "member_expression" ? function["property"]! : function).Text, arguments.Children)
            : null;

    private static string TrimStartOnce(this string text, string start) => text.StartsWith(start, StringComparison.Ordinal) ? text[start.Length..] : text;

    private static string Unescape(string text)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] != '\\' || at + 1 == text.Length)
            {
                plain.Append(text[at]);
                continue;
            }

            at++;
            if (text[at] == 'u' && text.IndexOf('}', at) is > 0 and var end)
            {
                plain.Append(char.ConvertFromUtf32(int.Parse(text[(at + 2)..end], NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
                at = end;
                continue;
            }

            plain.Append(text[at] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', var other => other });
        }

        return plain.ToString();
    }
}

/// <summary>A property of an object, or a member of an object type.</summary>
/// <param name="Name">Null where it is made by an expression, or is the star of a type.</param>
internal sealed record ObjectProperty(string? Name, SyntaxNode? Key, SyntaxNode Value, SyntaxNode Node)
{
    public IReadOnlyList<Decorator> Decorators => Decorator.Before(Node);

    public static ObjectProperty Of(SyntaxNode node)
    {
        var key = node.Children.Count > 1 ? node.Children[0] : null;
        var name = key is { Kind: "string" } ? key.AsText() : key?.Text;
        return new ObjectProperty(name, key, node.Children[^1], node);
    }
}
