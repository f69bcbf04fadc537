using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PerfectviewFunctions.Web.Gate;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.OpenApi;

/// <summary>
/// A schema is named as the record that the code sends or reads; a generic one has the names of its arguments after its own. Names, kinds and, for
/// what is answered, presence are the same in both.
/// </summary>
public sealed class SchemaTests
{
    /// <summary>What no record stands for: an event is described by its own contract, a change of settings is read field by field.</summary>
    private static readonly string[] WithoutRecord = ["Event", "SettingsChange"];

    private static readonly NullabilityInfoContext Nullability = new();

    private static Dictionary<string, JsonTypeInfo> Records { get; } = Find();

    [Fact]
    public void Every_record_has_a_schema_and_every_schema_a_record() => Compare.Same(
        "Schemas", Records.Keys.Concat(WithoutRecord), ApiDocument.Schemas.Select(schema => schema.Key));

    [Fact]
    public void Fields_are_the_same_and_of_the_same_kind() => Assert.All(Described, record => Compare.Same(
        record.Key,
        record.Value.Properties.Select(property => $"{property.Name}: {KindOf(property.PropertyType)}"),
        SchemaOf(record.Key)["properties"]!.AsObject()
            .Select(property => $"{property.Key}: {KindOf(property.Value!, TypeOf(record.Value, property.Key))}")));

    [Fact]
    public void What_is_always_answered_is_required() => Assert.All(
        Described.Where(record => record.Key.Contains("Answer", StringComparison.Ordinal)),
        record => Compare.Same(
            $"Required of {record.Key}",
            record.Value.Properties.Where(IsAlwaysThere).Select(property => property.Name),
            (SchemaOf(record.Key)["required"] as JsonArray ?? []).Select(name => (string)name!)));

    [Fact]
    public void What_is_sent_allows_no_other_field() => Assert.All(
        Described.Where(record => !record.Key.Contains("Answer", StringComparison.Ordinal)),
        record => Assert.Equal("false", (string?)SchemaOf(record.Key)["additionalProperties"]));

    [Fact]
    public void Every_setting_that_is_shown_can_be_changed_and_is_of_the_same_kind() => Assert.Equal(
        FieldsOf("SettingsAnswer").Where(field => field.Name is not ("version" or "changedAt" or "changedBy")), FieldsOf("SettingsChange"));

    private static IEnumerable<KeyValuePair<string, JsonTypeInfo>> Described => Records.Where(record => ApiDocument.Schemas.ContainsKey(record.Key));

    private static IEnumerable<(string Name, string Kind)> FieldsOf(string schema) =>
        SchemaOf(schema)["properties"]!.AsObject().Select(property => (property.Key, KindOf(property.Value!, null)));

    private static JsonObject SchemaOf(string name) => ApiDocument.Schemas[name]!.AsObject();

    /// <summary>What every source-generated context of the product sends or reads, with all that stands in it.</summary>
    private static Dictionary<string, JsonTypeInfo> Find()
    {
        var found = new Dictionary<string, JsonTypeInfo>(StringComparer.Ordinal);
        foreach (var type in typeof(IEndpoint).Assembly.GetTypes().Where(IsOfTheApi))
        {
            var context = (JsonSerializerContext)type.GetProperty("Default", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
            foreach (var attribute in type.GetCustomAttributesData().Where(one => one.AttributeType == typeof(JsonSerializableAttribute)))
            {
                Add((Type)attribute.ConstructorArguments[0].Value!, context, found);
            }
        }

        return found;
    }

    /// <summary>Pages speak HTML; their JSON is between them alone.</summary>
    private static bool IsOfTheApi(Type type) =>
        type.IsSubclassOf(typeof(JsonSerializerContext)) && type.Namespace?.Contains(".Pages", StringComparison.Ordinal) != true;

    private static void Add(Type type, JsonSerializerContext context, Dictionary<string, JsonTypeInfo> found)
    {
        type = ItemOf(type) ?? Nullable.GetUnderlyingType(type) ?? type;
        if (context.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object } info && type.Assembly == typeof(IEndpoint).Assembly && found.TryAdd(NameOf(type), info))
        {
            foreach (var property in info.Properties)
            {
                Add(property.PropertyType, context, found);
            }
        }
    }

    private static string NameOf(Type type) => type.Name.Split('`')[0] + string.Concat(type.GenericTypeArguments.Select(NameOf));

    private static Type? ItemOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GenericTypeArguments[0] : null;

    private static Type? TypeOf(JsonTypeInfo record, string name) => record.Properties.FirstOrDefault(property => property.Name == name)?.PropertyType;

    private static string KindOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return ItemOf(type) is { } item ? "array of " + KindOf(item) : Type.GetTypeCode(type) switch
        {
            TypeCode.String => "string",
            TypeCode.Boolean => "boolean",
            TypeCode.Int32 or TypeCode.Int64 => "integer",
            TypeCode.Decimal => "number",
            _ when type == typeof(DateOnly) => "string date",
            _ when type == typeof(DateTimeOffset) => "string date-time",
            _ when type == typeof(JsonElement) => "anything",
            _ => NameOf(type),
        };
    }

    /// <param name="type">The type in the code: where that is anything, so is the schema.</param>
    private static string KindOf(JsonNode schema, Type? type)
    {
        if (type is not null && (Nullable.GetUnderlyingType(type) ?? type) == typeof(JsonElement))
        {
            return "anything";
        }

        if (schema["$ref"] is { } reference)
        {
            return ((string)reference!).Split('/')[^1];
        }

        var kind = schema["type"] is JsonArray kinds ? (string)kinds[0]! : (string)schema["type"]!;
        return (kind, (string?)schema["format"]) switch
        {
            ("array", _) => "array of " + KindOf(schema["items"]!, null),
            ("string", "date" or "date-time") => $"string {schema["format"]}",
            _ => kind,
        };
    }

    private static bool IsAlwaysThere(JsonPropertyInfo property) => Nullable.GetUnderlyingType(property.PropertyType) is null
        && (property.PropertyType.IsValueType || IsTypeArgument(property)
            || Nullability.Create((PropertyInfo)property.AttributeProvider!).ReadState == NullabilityState.NotNull);

    /// <summary>Whether a generic record has it of the type that it is made for, of which nothing says that it may be null.</summary>
    private static bool IsTypeArgument(JsonPropertyInfo property) => property.AttributeProvider is PropertyInfo { DeclaringType: { IsGenericType: true } type } member
        && type.GetGenericTypeDefinition().GetProperty(member.Name)!.PropertyType.IsGenericParameter;
}
