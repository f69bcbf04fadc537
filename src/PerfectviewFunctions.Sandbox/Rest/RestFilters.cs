using System.Globalization;

namespace PerfectviewFunctions.Sandbox;

/// <summary>A parameter by which a list can be filtered.</summary>
/// <param name="Values">Of an item: texts, whole numbers (long) or dates; the item is listed when one of them fits.</param>
/// <param name="Parse">A text of the query as such a value; null when it is none.</param>
internal sealed record RestFilter<T>(
    string Name, Func<T, IEnumerable<IComparable>> Values, Func<string, IComparable?> Parse, bool IsText = false);

/// <summary>?p=v, ?p[like]=v and the like. One filter per parameter; parameters that are no filter are passed over.</summary>
internal static class RestFilters
{
    public static RestFilter<T> Text<T>(string name, Func<T, string> value) => Texts<T>(name, item => [value(item)]);

    public static RestFilter<T> Texts<T>(string name, Func<T, IEnumerable<string>> values) => new(name, values, text => text, IsText: true);

    public static RestFilter<T> Number<T>(string name, Func<T, long> value) =>
        new(name, item => [value(item)], text =>
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null);

    public static RestFilter<T> Date<T>(string name, Func<T, DateOnly> value) =>
        new(name, item => [value(item)], text => RestDates.Parse(text));

    /// <returns>Whether an item is listed; or ERR_002 for an operator or a value that does not go with its parameter.</returns>
    public static (Predicate<T> Lists, RestFault? Fault) Read<T>(IQueryCollection query, params IReadOnlyList<RestFilter<T>> filters)
    {
        var conditions = new List<Predicate<T>>();
        foreach (var filter in filters)
        {
            var asked = query
                .Where(pair => pair.Key.Equals(filter.Name, StringComparison.OrdinalIgnoreCase)
                    || pair.Key.StartsWith(filter.Name + "[", StringComparison.OrdinalIgnoreCase))
                .SelectMany(pair => pair.Value, (pair, value) => (Operator: OperatorOf(pair.Key, filter.Name), Value: value ?? ""))
                .ToList();
            if (asked.Count == 0)
            {
                continue;
            }

            if (asked.Count > 1 || Condition(filter, asked[0].Operator, asked[0].Value) is not { } condition)
            {
                return (_ => false, new RestFault(RestErrors.InvalidValue, filter.Name));
            }

            conditions.Add(condition);
        }

        return (item => conditions.TrueForAll(condition => condition(item)), null);
    }

    private static string OperatorOf(string key, string name) =>
        key.Length == name.Length ? "eq" : key[(name.Length + 1)..].TrimEnd(']').ToLowerInvariant();

    private static Predicate<T>? Condition<T>(RestFilter<T> filter, string comparison, string text) => (comparison, filter.IsText) switch
    {
        ("like", true) => Any(filter, value => RestWildcards.Fits((string)value, text)),
        ("not_like", true) => None(filter, value => RestWildcards.Fits((string)value, text)),
        ("range", false) => text.Split(',') is [var from, var until] && filter.Parse(from) is { } first && filter.Parse(until) is { } last
            ? Any(filter, value => value.CompareTo(first) >= 0 && value.CompareTo(last) <= 0)
            : null,
        _ => filter.Parse(text) is { } asked ? Condition(filter, comparison, asked) : null,
    };

    private static Predicate<T>? Condition<T>(
        RestFilter<T> filter, string comparison, IComparable asked) => (comparison, filter.IsText) switch
    {
        ("eq", _) => Any(filter, value => value.Equals(asked)),
        ("not_eq", _) => None(filter, value => value.Equals(asked)),
        ("gt", false) => Any(filter, value => value.CompareTo(asked) > 0),
        ("gte", false) => Any(filter, value => value.CompareTo(asked) >= 0),
        ("lt", false) => Any(filter, value => value.CompareTo(asked) < 0),
        ("lte", false) => Any(filter, value => value.CompareTo(asked) <= 0),
        _ => null,
    };

    private static Predicate<T> Any<T>(RestFilter<T> filter, Func<IComparable, bool> fits) => item => filter.Values(item).Any(fits);

    private static Predicate<T> None<T>(RestFilter<T> filter, Func<IComparable, bool> fits) => item => !filter.Values(item).Any(fits);
}
