using System.Text.Json;
using PerfectviewFunctions.Perfectview.Json;

namespace PerfectviewFunctions.Perfectview.Fields;

/// <summary>
/// The fields of one JSON object, read by rule. What is absent or breaks its rule comes back as null, and why is added to the
/// faults, so that one pass names them all. null counts as absent, but for <see cref="Mentions"/>.
/// </summary>
internal sealed class JsonFields
{
    private readonly Dictionary<string, JsonElement?> values;
    private readonly string pointer;
    private readonly FaultList faults;

    public JsonFields(JsonElement element, string pointer, FaultList faults)
    {
        this.pointer = pointer;
        this.faults = faults;
        values = new(element.GetPropertyCount(), StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            // A field that stands twice has no value here; StructureCheck has named it.
            var name = JsonString.NameOf(property);
            values[name] = values.ContainsKey(name) ? null : property.Value;
        }
    }

    /// <summary>Whether the field is there with a value, right or wrong.</summary>
    public bool Has(string name) => values.TryGetValue(name, out var value) && value is not { ValueKind: JsonValueKind.Null };

    /// <summary>Whether the field is there at all, be it null.</summary>
    public bool Mentions(string name) => values.ContainsKey(name);

    public void Fault(string name, string message) => faults.Add(JsonPointer.Property(pointer, name), message);

    public string? Text(string name, TextRule rule, bool required = false) =>
        Find(name, required, rule.Expected) is { } element ? Judge(name, rule.Read(element, required, out var fault), fault) : null;

    public decimal? Number(string name, NumberRule rule, bool required = false) =>
        Find(name, required, rule.Expected) is { } element ? Judge(name, rule.Read(element, out var fault), fault) : null;

    public DateOnly? Date(string name, bool required = false) =>
        Find(name, required, DateRule.Expected) is { } element ? Judge(name, DateRule.Read(element, out var fault), fault) : null;

    public DateTimeOffset? Instant(string name, bool required = false) =>
        Find(name, required, InstantRule.Expected) is { } element ? Judge(name, InstantRule.Read(element, out var fault), fault) : null;

    public bool? Flag(string name)
    {
        const string expected = "true or false";
        if (Find(name, required: false, expected) is not { } element)
        {
            return null;
        }

        if (element.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return element.GetBoolean();
        }

        Fault(name, $"Found {Shown.Value(element)}; expected {expected}.");
        return null;
    }

    public JsonFields? Object(string name, bool required = false)
    {
        const string expected = "an object";
        if (Find(name, required, expected) is not { } element)
        {
            return null;
        }

        if (element.ValueKind == JsonValueKind.Object)
        {
            return new JsonFields(element, JsonPointer.Property(pointer, name), faults);
        }

        Fault(name, $"Found {Shown.Value(element)}; expected {expected}.");
        return null;
    }

    /// <summary>An array of objects, each read by <paramref name="read"/>; those that can't be read are left out, with a fault.</summary>
    public IReadOnlyList<T>? List<T>(string name, int min, int max, Func<JsonFields, T?> read)
        where T : class
    {
        var expected = $"an array of {min} to {max} objects";
        if (Find(name, required: false, expected) is not { } element)
        {
            return null;
        }

        if (element.ValueKind != JsonValueKind.Array || element.GetArrayLength() < min || element.GetArrayLength() > max)
        {
            var length = element.ValueKind == JsonValueKind.Array ? $" of {element.GetArrayLength()}" : "";
            Fault(name, $"Found {Shown.Value(element)}{length}; expected {expected}.");
            return null;
        }

        var items = new List<T>();
        var list = JsonPointer.Property(pointer, name);
        foreach (var (index, item) in element.EnumerateArray().Index())
        {
            var at = JsonPointer.Item(list, index);
            if (item.ValueKind != JsonValueKind.Object)
            {
                faults.Add(at, $"Found {Shown.Value(item)}; expected an object.");
            }
            else if (read(new JsonFields(item, at, faults)) is { } value)
            {
                items.Add(value);
            }
        }

        return items;
    }

    private JsonElement? Find(string name, bool required, string expected)
    {
        if (!values.TryGetValue(name, out var value))
        {
            if (required)
            {
                Fault(name, $"Missing; expected {expected}.");
            }

            return null;
        }

        if (value is { ValueKind: JsonValueKind.Null })
        {
            if (required)
            {
                Fault(name, $"Found null; expected {expected}.");
            }

            return null;
        }

        return value;
    }

    private T Judge<T>(string name, T value, string? fault)
    {
        if (fault is not null)
        {
            Fault(name, fault);
        }

        return value;
    }
}
