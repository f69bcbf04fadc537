using System.Text.Json;
using System.Text.Json.Serialization;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>A prefix that a tenant uses or is about to use.</summary>
/// <param name="Version">The version of the tenant's row on which the write that is to make it so depends: once that is gone, so is the wish.</param>
internal sealed record ReservedPrefix(string Prefix, string Version);

/// <summary>The row form of the prefixes of one administration: per tenant those it has reserved.</summary>
internal static class PrefixRow
{
    public const string Key = "prefixes";

    private const string Name = "tenants";

    public static SortedDictionary<string, IReadOnlyList<ReservedPrefix>> Read(Row? row) =>
        row?.Values.ChunkedOrNull(Name) is { } json
            ? new(JsonSerializer.Deserialize(json, PrefixJson.Default.DictionaryStringIReadOnlyListReservedPrefix)!, StringComparer.Ordinal)
            : new(StringComparer.Ordinal);

    public static RowValues ToValues(IDictionary<string, IReadOnlyList<ReservedPrefix>> reserved)
    {
        var values = new RowValues();
        values.AddChunked(
            Name, JsonSerializer.SerializeToUtf8Bytes(new(reserved), PrefixJson.Default.DictionaryStringIReadOnlyListReservedPrefix));
        return values;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Dictionary<string, IReadOnlyList<ReservedPrefix>>))]
internal sealed partial class PrefixJson : JsonSerializerContext;
