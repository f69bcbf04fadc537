using Azure.Bicep.Types.Concrete;
using PerfectviewFunctions.Infra.Tests.Reading;

namespace PerfectviewFunctions.Infra.Tests.Types;

/// <summary>Holds the body of a resource against its type, as far as it stands there: the value of an expression can't be told and passes.</summary>
/// <param name="where">For faults.</param>
internal sealed class BodyCheck(BicepFile where)
{
    /// <param name="isWhole">Whether the value is all there is; a part of a union need not have what is required.</param>
    public IEnumerable<Fault> Faults(TypeBase type, SyntaxNode value, string path, bool isWhole = true) => value.Kind switch
    {
        "parenthesized_expression" => Faults(type, value.Children[0], path, isWhole),
        "ternary_expression" => [.. Faults(type, value["consequence"]!, path, isWhole), .. Faults(type, value["alternative"]!, path, isWhole)],
        "if_statement" => Faults(type, value.Children[1], path, isWhole),
        "call_expression" when value.AsCall() is ("union", var parts) => parts.SelectMany(part => Faults(type, part, path, isWhole: false)),
        "object" => Object(type, value, path, isWhole),
        "array" => Array(type, value.Children, value, path),
        "for_statement" => Array(type, [value["body"]!], value, path),
        "string" or "number" or "boolean" or "unary_expression" => Literal(type, value, path),
        _ => [],
    };

    private IEnumerable<Fault> Object(TypeBase type, SyntaxNode value, string path, bool isWhole) => type switch
    {
        ObjectType known => Members(known.Properties, known.AdditionalProperties?.Type, value, path, isWhole),
        DiscriminatedObjectType choice => Discriminated(choice, value, path, isWhole),
        UnionType union => Least(union.Elements.Select(element => Object(element.Type, value, path, isWhole).ToList())),
        AnyType => [],
        _ => [where.Fault(value, $"{path} is {NameOf(type)}, not an object.")],
    };

    private IEnumerable<Fault> Discriminated(DiscriminatedObjectType type, SyntaxNode value, string path, bool isWhole)
    {
        if (value.Property(type.Discriminator) is not { } tag)
        {
            return isWhole ? [where.Fault(value, $"{path}.{type.Discriminator} is missing.")] : [];
        }

        if (tag.AsText() is not { } name)
        {
            return [];
        }

        return type.Elements.TryGetValue(name, out var element) && element.Type is ObjectType known
            ? Members(type.BaseProperties.Concat(known.Properties).DistinctBy(one => one.Key).ToDictionary(), known.AdditionalProperties?.Type, value, path, isWhole)
            : [where.Fault(tag, $"{path}.{type.Discriminator} can't be '{name}', but {string.Join(", ", type.Elements.Keys)}.")];
    }

    private IEnumerable<Fault> Members(
        IReadOnlyDictionary<string, ObjectTypeProperty> members, TypeBase? others, SyntaxNode value, string path, bool isWhole)
    {
        foreach (var property in value.Properties())
        {
            var at = $"{path}.{property.Name ?? property.Key!.Text}";
            if (property.Name is not null && members.TryGetValue(property.Name, out var member))
            {
                if (member.Flags.HasFlag(ObjectTypePropertyFlags.ReadOnly))
                {
                    yield return where.Fault(property.Node, $"{at} can only be read: take it away.");
                    continue;
                }

                foreach (var fault in Faults(member.Type.Type, property.Value, at))
                {
                    yield return fault;
                }
            }
            else if (others is not null)
            {
                foreach (var fault in Faults(others, property.Value, at))
                {
                    yield return fault;
                }
            }
            else
            {
                var writable = members.Where(one => !one.Value.Flags.HasFlag(ObjectTypePropertyFlags.ReadOnly)).Select(one => one.Key);
                yield return where.Fault(property.Node, $"{at} does not exist; there is {string.Join(", ", writable)}.");
            }
        }

        var missing = members.Where(one => one.Value.Flags.HasFlag(ObjectTypePropertyFlags.Required) && !one.Value.Flags.HasFlag(ObjectTypePropertyFlags.ReadOnly));
        foreach (var (name, _) in missing.Where(one => isWhole && value.Property(one.Key) is null))
        {
            yield return where.Fault(value, $"{path}.{name} is missing.");
        }
    }

    private IEnumerable<Fault> Array(TypeBase type, IEnumerable<SyntaxNode> items, SyntaxNode value, string path) => type switch
    {
        ArrayType array => items.SelectMany(item => Faults(array.ItemType.Type, item, path + "[]")),
        UnionType union => Least(union.Elements.Select(element => Array(element.Type, items, value, path).ToList())),
        AnyType => [],
        _ => [where.Fault(value, $"{path} is {NameOf(type)}, not an array.")],
    };

    private IEnumerable<Fault> Literal(TypeBase type, SyntaxNode value, string path) =>
        Accepts(type, value) ? [] : [where.Fault(value, $"{path} can't be {value.Text.Split('\n')[0]}; it is {NameOf(type)}.")];

    private static bool Accepts(TypeBase type, SyntaxNode value) => (type, value.Kind) switch
    {
        (AnyType, _) => true,
        (UnionType union, _) => union.Elements.Any(element => Accepts(element.Type, value)),
        (StringLiteralType literal, "string") => value.AsText() is not { } text || text == literal.Value,
        (StringType limits, "string") => value.AsText() is not { } text || (!(text.Length < limits.MinLength) && !(text.Length > limits.MaxLength)),
        (IntegerType limits, "number" or "unary_expression") => value.AsNumber() is not { } number || (!(number < limits.MinValue) && !(number > limits.MaxValue)),
        (BooleanType, "boolean" or "unary_expression") => value.Kind == "boolean" || value.Tokens.Contains("!"),
        _ => false,
    };

    /// <summary>Of the alternatives the one that fits best.</summary>
    private static List<Fault> Least(IEnumerable<List<Fault>> alternatives) => alternatives.MinBy(faults => faults.Count) ?? [];

    private static string NameOf(TypeBase type) => type switch
    {
        StringLiteralType literal => $"'{literal.Value}'",
        StringType { MinLength: not null } or StringType { MaxLength: not null } => "a text of another length",
        StringType => "a text",
        IntegerType { MinValue: not null } or IntegerType { MaxValue: not null } => "a number within other limits",
        IntegerType => "a number",
        BooleanType => "true or false",
        ArrayType => "an array",
        ObjectType or DiscriminatedObjectType => "an object",
        UnionType union => string.Join(" or ", union.Elements.Select(element => NameOf(element.Type))),
        NullType => "null",
        _ => type.GetType().Name,
    };
}
