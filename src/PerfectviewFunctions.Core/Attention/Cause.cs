using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;

namespace PerfectviewFunctions.Core.Attention;

/// <summary>Why several invoices are held back.</summary>
/// <param name="Code">The reason's code; a code of the service stands without dots.</param>
/// <param name="Reason">As all of them have it: a value that they do not share shows as "…".</param>
public sealed record Cause(string Code, int Count, Reason Reason)
{
    private const string Differs = "…";

    /// <summary>The form in which codes are compared: that of the error table, or without dots.</summary>
    public static string CodeOf(string code) => ErrorTable.Find(code)?.Code ?? code.Trim().Replace(".", "", StringComparison.Ordinal);

    internal static bool IsSame(string code, string cause) =>
        string.Equals(CodeOf(code), CodeOf(cause), StringComparison.OrdinalIgnoreCase)
        || (cause.Equals(ReasonCode.UnknownRefusal, StringComparison.OrdinalIgnoreCase) && ErrorTable.Find(code) is null);

    /// <summary>The causes of what is held back, the most frequent first.</summary>
    internal static IReadOnlyList<Cause> Of(IEnumerable<HeldBack> held) =>
    [
        .. held.GroupBy(one => CodeOf(one.Reason.Code), StringComparer.OrdinalIgnoreCase)
            .Select(group => new Cause(group.Key, group.Count(), Shared(group.Key, [.. group.Select(one => one.Reason)])))
            .OrderByDescending(cause => cause.Count)
            .ThenBy(cause => cause.Code, StringComparer.Ordinal),
    ];

    private static Reason Shared(string code, IReadOnlyList<Reason> reasons) => new(code)
    {
        Values = reasons.SelectMany(reason => reason.Values)
            .GroupBy(value => value.Key, value => value.Value, StringComparer.Ordinal)
            .ToDictionary(
                values => values.Key,
                values => values.Count() == reasons.Count && values.Distinct(StringComparer.Ordinal).Count() == 1 ? values.First() : Differs,
                StringComparer.Ordinal),
    };
}
