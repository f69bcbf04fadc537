using System.Globalization;
using PerfectviewFunctions.Infra.Tests.Reading;

namespace PerfectviewFunctions.Infra.Tests.Evaluation;

/// <summary>A template can't be evaluated: it is wrong, or uses what the evaluator was not taught.</summary>
internal sealed class EvaluationException(string message) : Exception(message)
{
    public static EvaluationException At(BicepFile file, SyntaxNode node, string message) => new($"{file.Path}:{node.Line}: {message}");
}

/// <summary>
/// Values of Bicep: null, <see cref="bool"/>, <see cref="long"/>, <see cref="string"/>, a list, an object; and what a lambda or a declaration stands for.
/// </summary>
internal static class Values
{
    public static IReadOnlyDictionary<string, object?> Object(params (string Name, object? Value)[] members) => Object(members.AsEnumerable());

    /// <summary>Of two with the same name the later one holds, as Bicep's do whatever their case.</summary>
    public static IReadOnlyDictionary<string, object?> Object(IEnumerable<(string Name, object? Value)> members)
    {
        var made = new OrderedDictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in members)
        {
            made[name] = value;
        }

        return made;
    }

    public static IReadOnlyDictionary<string, object?> Merge(IReadOnlyDictionary<string, object?> one, IReadOnlyDictionary<string, object?> other) =>
        Object(one.Select(member => (member.Key, member.Value)).Concat(other.Select(member => (
            member.Key,
            member.Value is IReadOnlyDictionary<string, object?> inner && one.GetValueOrDefault(member.Key) is IReadOnlyDictionary<string, object?> before
                ? Merge(before, inner)
                : member.Value))));

    public static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "True" : "False",
        long number => number.ToString(CultureInfo.InvariantCulture),
        _ => System.Text.Json.JsonSerializer.Serialize(value),
    };

    public static bool Same(object? one, object? other, StringComparison comparison = StringComparison.Ordinal) => (one, other) switch
    {
        (string a, string b) => string.Equals(a, b, comparison),
        (IReadOnlyList<object?> a, IReadOnlyList<object?> b) => a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second, comparison)),
        (IReadOnlyDictionary<string, object?> a, IReadOnlyDictionary<string, object?> b) =>
            a.Count == b.Count && a.All(member => b.TryGetValue(member.Key, out var value) && Same(member.Value, value, comparison)),
        _ => Equals(one, other),
    };

    /// <summary>A member at a path with dots, of values made of objects alone; null where there is none.</summary>
    public static object? At(this object? value, string path) => path.Split('.').Aggregate(
        value, (at, name) => (at as IReadOnlyDictionary<string, object?>)?.GetValueOrDefault(name));
}
