using System.Globalization;
using System.Text.Json;

namespace PerfectviewFunctions.Sandbox;

/// <summary>The properties of a JSON object, by name without regard to case. What is null reads as absent; the first that can't be read is the fault.</summary>
internal sealed class RestValues
{
    private readonly Dictionary<string, JsonElement> values = new(StringComparer.OrdinalIgnoreCase);
    private readonly string path;
    private readonly List<string> unreadable;

    public RestValues(JsonElement element)
        : this(element, "", [])
    {
    }

    private RestValues(JsonElement element, string path, List<string> unreadable)
    {
        this.path = path;
        this.unreadable = unreadable;
        foreach (var property in element.EnumerateObject())
        {
            values[property.Name] = property.Value;
        }
    }

    /// <summary>ERR_002 for the first value that was asked for and could not be read, here or in an item.</summary>
    public RestFault? Fault => unreadable.Count == 0 ? null : new RestFault(RestErrors.InvalidValue, unreadable[0]);

    public string PathOf(string name) => path + name;

    public bool Has(string name) => Find(name) is not null;

    public string? Text(string name) => Read(name, value => value.ValueKind == JsonValueKind.String ? value.GetString() : null);

    /// <summary>A text, or a whole number as text.</summary>
    public string? TextOrNumber(string name) => Read(name, value => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number when value.TryGetInt64(out var number) => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    });

    /// <summary>Also when it stands between quotes, as .NET reads numbers of the web.</summary>
    public long? Long(string name) => Read<long?>(name, value => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetInt64(out var number) => number,
        JsonValueKind.String when long.TryParse(
            value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    });

    public decimal? Amount(string name) => Read<decimal?>(name, value => value.ValueKind switch
    {
        JsonValueKind.Number when value.TryGetDecimal(out var amount) => amount,
        JsonValueKind.String when decimal.TryParse(
            value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) => amount,
        _ => null,
    });

    public bool? Flag(string name) => Read<bool?>(name, value => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    });

    public DateOnly? Date(string name) => Read<DateOnly?>(
        name, value => value.ValueKind == JsonValueKind.String ? RestDates.Parse(value.GetString()!) : null);

    /// <summary>Empty when there are none.</summary>
    public IReadOnlyList<RestValues> Items(string name) =>
        Read(name, value => IsOfObjects(value)
            ? value.EnumerateArray()
                .Select((item, index) => new RestValues(
                    item, string.Create(CultureInfo.InvariantCulture, $"{path}{name}[{index}]."), unreadable))
                .ToList()
            : null)
        ?? [];

    private static bool IsOfObjects(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object);

    private JsonElement? Find(string name) =>
        values.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private T? Read<T>(string name, Func<JsonElement, T?> read)
    {
        if (Find(name) is not { } found)
        {
            return default;
        }

        var value = read(found);
        if (value is null)
        {
            unreadable.Add(PathOf(name));
        }

        return value;
    }
}
