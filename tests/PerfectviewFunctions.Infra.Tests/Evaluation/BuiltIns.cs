using System.Globalization;

namespace PerfectviewFunctions.Infra.Tests.Evaluation;

/// <summary>Functions of Bicep: the ones that an evaluation knows, and the names of the others.</summary>
internal static class BuiltIns
{
    /// <summary>Calls a lambda.</summary>
    internal delegate object? Lambda(params object?[] arguments);

    private static readonly Dictionary<string, Func<object?[], object?>> Known = new(StringComparer.Ordinal)
    {
        ["any"] = a => a[0],
        ["array"] = a => a[0] is IReadOnlyList<object?> list ? list : (object?[])[a[0]],
        ["bool"] = a => a[0] is bool yes ? yes : bool.Parse(Values.Text(a[0])),
        ["concat"] = a => a[0] is string ? string.Concat(a.Select(Values.Text)) : a.SelectMany(List).ToList(),
        ["contains"] = a => Contains(a),
        ["deployment"] = _ => Values.Object(("name", "main")),
        ["empty"] = a => a[0] switch { null or "" => true, IReadOnlyList<object?> list => list.Count == 0, IReadOnlyDictionary<string, object?> map => map.Count == 0, _ => false },
        ["endsWith"] = a => Text(a[0]).EndsWith(Text(a[1]), StringComparison.OrdinalIgnoreCase),
        ["environment"] = _ => PlausibleAzure.Environment,
        ["filter"] = a => List(a[0]).Where(one => (bool)((Lambda)a[1]!)(one)!).ToList(),
        ["first"] = a => a[0] is string text ? text[..Math.Min(1, text.Length)] : List(a[0]) is [var one, ..] ? one : null,
        ["flatten"] = a => List(a[0]).SelectMany(List).ToList(),
        ["format"] = a => string.Format(CultureInfo.InvariantCulture, Text(a[0]), [.. a.Skip(1)]),
        ["guid"] = PlausibleAzure.Guid,
        ["indexOf"] = a => (long)Text(a[0]).IndexOf(Text(a[1]), StringComparison.OrdinalIgnoreCase),
        ["int"] = a => a[0] is long number ? number : long.Parse(Text(a[0]), CultureInfo.InvariantCulture),
        ["items"] = a => Map(a[0]).OrderBy(member => member.Key, StringComparer.OrdinalIgnoreCase)
            .Select(member => (object?)Values.Object(("key", member.Key), ("value", member.Value))).ToList(),
        ["join"] = a => string.Join(Text(a[1]), List(a[0]).Select(Values.Text)),
        ["last"] = a => a[0] is string text ? text[Math.Max(0, text.Length - 1)..] : List(a[0]) is [.., var one] ? one : null,
        ["length"] = a => a[0] switch { string text => text.Length, IReadOnlyList<object?> list => list.Count, _ => (long)Map(a[0]).Count },
        ["map"] = a => List(a[0]).Select(one => ((Lambda)a[1]!)(one)).ToList(),
        ["mapValues"] = a => Values.Object(Map(a[0]).Select(member => (member.Key, ((Lambda)a[1]!)(member.Value)))),
        ["max"] = a => Numbers(a).Max(),
        ["min"] = a => Numbers(a).Min(),
        ["objectKeys"] = a => Map(a[0]).Keys.Order(StringComparer.OrdinalIgnoreCase).Cast<object?>().ToList(),
        ["padLeft"] = a => Values.Text(a[0]).PadLeft((int)(long)a[1]!, a.Length > 2 ? Text(a[2])[0] : ' '),
        ["range"] = a => Enumerable.Range((int)(long)a[0]!, (int)(long)a[1]!).Select(number => (object?)(long)number).ToList(),
        ["readEnvironmentVariable"] = a => a.Length > 1 ? a[1] : $"value of {Text(a[0])}",
        ["reduce"] = a => List(a[0]).Aggregate(a[1], (sum, one) => ((Lambda)a[2]!)(sum, one)),
        ["replace"] = a => Text(a[0]).Replace(Text(a[1]), Text(a[2]), StringComparison.Ordinal),
        ["resourceGroup"] = _ => PlausibleAzure.ResourceGroup,
        ["resourceId"] = a => Id(Values.Text(PlausibleAzure.ResourceGroup.At("id")), a),
        ["shallowMerge"] = a => Values.Object(List(a[0]).SelectMany(Map).Select(member => (member.Key, member.Value))),
        ["skip"] = a => a[0] is string text ? text[Math.Min(text.Length, (int)(long)a[1]!)..] : List(a[0]).Skip((int)(long)a[1]!).ToList(),
        ["split"] = a => Text(a[0]).Split(Text(a[1])).Cast<object?>().ToList(),
        ["startsWith"] = a => Text(a[0]).StartsWith(Text(a[1]), StringComparison.OrdinalIgnoreCase),
        ["string"] = a => Values.Text(a[0]),
        ["subscription"] = _ => PlausibleAzure.SubscriptionValue,
        ["subscriptionResourceId"] = a => Id($"/subscriptions/{PlausibleAzure.Subscription}", a),
        ["substring"] = a => a.Length > 2 ? Text(a[0]).Substring((int)(long)a[1]!, (int)(long)a[2]!) : Text(a[0])[(int)(long)a[1]!..],
        ["take"] = a => a[0] is string text ? text[..Math.Min(text.Length, (int)(long)a[1]!)] : List(a[0]).Take((int)(long)a[1]!).ToList(),
        ["tenant"] = _ => PlausibleAzure.TenantValue,
        ["tenantResourceId"] = a => Id("", a),
        ["toLower"] = a => Text(a[0]).ToLowerInvariant(),
        ["toObject"] = a => Values.Object(List(a[0]).Select(one => (Text(((Lambda)a[1]!)(one)), a.Length > 2 ? ((Lambda)a[2]!)(one) : one))),
        ["toUpper"] = a => Text(a[0]).ToUpperInvariant(),
        ["trim"] = a => Text(a[0]).Trim(),
        ["union"] = a => a[0] is IReadOnlyList<object?> ? a.SelectMany(List).Distinct().ToList() : a.Select(Map).Aggregate(Values.Merge),
        ["uniqueString"] = PlausibleAzure.UniqueString,
    };

    /// <summary>What templates may call and an evaluation does not know; decorators are not among them.</summary>
    private static readonly string[] Others =
    [
        "base64", "base64ToJson", "base64ToString", "cidrHost", "cidrSubnet", "dataUri", "dataUriToString", "dateTimeAdd", "dateTimeFromEpoch", "dateTimeToEpoch",
        "deployer", "extensionResourceId", "fail", "groupBy", "intersection", "json", "lastIndexOf", "loadFileAsBase64", "loadJsonContent", "loadTextContent",
        "loadYamlContent", "managementGroup", "managementGroupResourceId", "nameof", "newGuid", "parseCidr", "pickZones", "reference",
        "sort", "toLogicalZone", "toPhysicalZone", "uri", "uriComponent", "uriComponentToString", "utcNow", "listKeys", "listSecrets", "listAccountSas",
    ];

    public static bool IsOne(string name) => Known.ContainsKey(name) || Others.Contains(name, StringComparer.Ordinal);

    public static Func<object?[], object?>? Find(string name) => Known.GetValueOrDefault(name);

    private static string Text(object? value) => value as string ?? throw new EvaluationException($"'{Values.Text(value)}' is no text.");

    private static IReadOnlyList<object?> List(object? value) => value as IReadOnlyList<object?> ?? throw new EvaluationException($"'{Values.Text(value)}' is no array.");

    private static IReadOnlyDictionary<string, object?> Map(object? value) =>
        value as IReadOnlyDictionary<string, object?> ?? throw new EvaluationException($"'{Values.Text(value)}' is no object.");

    private static IEnumerable<long> Numbers(object?[] values) => (values is [IReadOnlyList<object?> list] ? list : values).Select(value => (long)value!);

    private static bool Contains(object?[] a) => a[0] switch
    {
        string text => text.Contains(Values.Text(a[1]), StringComparison.Ordinal),
        IReadOnlyList<object?> list => list.Any(one => Values.Same(one, a[1])),
        _ => Map(a[0]).ContainsKey(Values.Text(a[1])),
    };

    private static string Id(string scope, object?[] a)
    {
        var type = Text(a[0]).Split('/');
        return $"{scope}/providers/{type[0]}" + string.Concat(type.Skip(1).Zip(a.Skip(1), (part, name) => $"/{part}/{Values.Text(name)}"));
    }
}
