using System.Globalization;
using PerfectviewFunctions.Infra.Tests.Reading;

namespace PerfectviewFunctions.Infra.Tests.Rules;

/// <summary>Holds what is written against a type that a template declares. What is an expression can't be told and passes.</summary>
/// <param name="file">Where the type is written: its names are meant as there.</param>
internal sealed class DeclaredType(BicepProject project, BicepFile file)
{
    private const string Any = "any";

    private static readonly string[] Primitive = ["string", "int", "bool", "object", "array"];

    public IEnumerable<(SyntaxNode At, string Message)> Faults(SyntaxNode type, IReadOnlyList<Decorator> decorators, SyntaxNode value) =>
        Meant(value).SelectMany(one => FaultsOf(type, decorators, one));

    /// <summary>The members of an object type, wherever it is declared; null for another type.</summary>
    public IReadOnlyList<(ObjectProperty Member, DeclaredType In)>? Members(SyntaxNode type) => Bare(type) switch
    {
        (var where, { Kind: "object" } members) => [.. members.Properties().Select(member => (member, where))],
        _ => null,
    };

    /// <summary>The word for a type: a primitive one, <c>array</c>, <c>object</c>, <c>union</c> or <c>any</c>.</summary>
    public string KindOf(SyntaxNode type) => Bare(type).Type switch
    {
        { Kind: "primitive_type" or "identifier" } primitive
            when primitive.Text.ToLowerInvariant().Replace("secure", "", StringComparison.Ordinal) is var word && Primitive.Contains(word) => word,
        { Kind: "array_type" } => "array",
        { Kind: "object" } => "object",
        { Kind: "union_type" or "string" or "number" or "boolean" } => "union",
        _ => Any,
    };

    private IEnumerable<(SyntaxNode At, string Message)> FaultsOf(SyntaxNode type, IReadOnlyList<Decorator> decorators, SyntaxNode value)
    {
        var found = value.Kind switch { "string" => "string", "number" or "unary_expression" => "int", "boolean" => "bool", "array" or "for_statement" => "array", "object" => "object", _ => Any };
        var kind = KindOf(type);
        var (where, bare) = Bare(type);
        if (found == Any || kind == Any || (found == "int" && value.AsNumber() is null))
        {
            return [];
        }

        if (kind == "union")
        {
            var options = (bare.Kind == "union_type" ? Options(bare) : [bare]).ToList();
            return value.AsText() is null && found == "string" || options.Any(option => Same(option, value)) || options.Any(option => where.KindOf(option) != "union")
                ? []
                : [(value, $"{value.Text} is none of {string.Join(", ", options.Select(option => option.Text))}.")];
        }

        if (found != kind)
        {
            return [(value, $"{value.Text.Split('\n')[0]} is no {kind}.")];
        }

        return
        [
            .. Limits(decorators, value),
            .. kind == "object" ? where.MemberFaults(bare, value) : [],
            .. kind == "array" && value.Kind == "array" && bare.Kind == "array_type" ? value.Children.SelectMany(item => where.Faults(bare.Children[0], [], item)) : [],
        ];
    }

    private IEnumerable<(SyntaxNode At, string Message)> MemberFaults(SyntaxNode type, SyntaxNode value)
    {
        if (type.Kind != "object")
        {
            yield break;
        }

        var members = type.Properties().ToList();
        foreach (var property in value.Properties())
        {
            var member = members.Find(one => one.Name == property.Name);
            if (member is not null)
            {
                foreach (var fault in Faults(member.Value, member.Decorators, property.Value))
                {
                    yield return (fault.At, $"{property.Name}: {fault.Message}");
                }
            }
            else if (property.Name is not null && members.All(one => one.Name is not null))
            {
                yield return (property.Node, $"there is no '{property.Name}' here; there is {string.Join(", ", members.Select(one => one.Name))}.");
            }
        }

        var missing = members.Where(member => member.Name is not null && member.Value.Kind != "nullable_type" && value.Property(member.Name) is null);
        foreach (var member in missing)
        {
            yield return (value, $"'{member.Name}' is missing.");
        }
    }

    private static IEnumerable<(SyntaxNode At, string Message)> Limits(IReadOnlyList<Decorator> decorators, SyntaxNode value)
    {
        long? size = value.Kind switch { "string" => value.AsText()?.Length, "array" => value.Children.Count, _ => null };
        foreach (var decorator in decorators.Where(decorator => decorator.Arguments.Count > 0))
        {
            var limit = decorator.Arguments[0].AsNumber();
            var text = string.Create(CultureInfo.InvariantCulture, $"{value.Text} breaks @{decorator.Name}({decorator.Arguments[0].Text.ReplaceLineEndings(" ")}).");
            var holds = decorator.Name switch
            {
                "minValue" => !(value.AsNumber() < limit),
                "maxValue" => !(value.AsNumber() > limit),
                "minLength" => !(size < limit),
                "maxLength" => !(size > limit),
                "allowed" => (value.AsText() is null && value.Kind == "string") || decorator.Arguments[0].Children.Any(option => Same(option, value)),
                _ => true,
            };
            if (!holds)
            {
                yield return (value, text);
            }
        }
    }

    private static bool Same(SyntaxNode option, SyntaxNode value) =>
        option.Kind == value.Kind && (option.Kind == "string" ? option.AsText() == value.AsText() : option.Text == value.Text);

    private static IEnumerable<SyntaxNode> Options(SyntaxNode union) => union.Children
        .Select(child => child.Kind is "nullable_type" or "type" or "parenthesized_type" ? child.Children[0] : child)
        .SelectMany(child => child.Kind == "union_type" || (child.Kind == "binary_expression" && child.Tokens.Contains("|")) ? Options(child) : [child]);

    /// <summary>What an expression may turn out to be, as far as it stands there.</summary>
    private static IEnumerable<SyntaxNode> Meant(SyntaxNode value) => value.Kind switch
    {
        "parenthesized_expression" => Meant(value.Children[0]),
        "ternary_expression" => [.. Meant(value["consequence"]!), .. Meant(value["alternative"]!)],
        _ => [value],
    };

    /// <summary>The type itself, without what is around it and by whatever name it is called, and where it is written.</summary>
    private (DeclaredType Where, SyntaxNode Type) Bare(SyntaxNode type) => type switch
    {
        { Kind: "type" or "nullable_type" or "parenthesized_type" or "parenthesized_expression" } => Bare(type.Children[0]),
        { Kind: "identifier" } when file.Types.FirstOrDefault(one => one.Name == type.Text) is { } alias => Bare(alias.Value),
        { Kind: "identifier" } when file.Imports.FirstOrDefault(one => one.Name == type.Text) is { } import => Imported(import.From, import.Original, type),
        { Kind: "member_expression" } when file.Imports.FirstOrDefault(one => one.Name == type["object"]!.Text) is { } import =>
            Imported(import.From, type["property"]!.Text, type),
        _ => (this, type),
    };

    private (DeclaredType Where, SyntaxNode Type) Imported(string from, string? name, SyntaxNode type) =>
        project.From(file, from) is { } other && other.Types.FirstOrDefault(one => one.Name == name) is { } alias
            ? new DeclaredType(project, other).Bare(alias.Value)
            : (this, type);
}
