using System.Globalization;
using System.Text.Json;
using PerfectviewFunctions.Perfectview.Json;

namespace PerfectviewFunctions.Perfectview.Fields;

/// <summary>A moment in RFC 3339 form. Its offset is kept; a fraction finer than 100 ns is cut.</summary>
internal static class InstantRule
{
    public const string Expected = "a moment with its offset such as \"2026-03-02T10:00:00+01:00\", from 1980 to 2049";

    private const int SecondsEnd = 19;
    private const int OffsetLength = 6;
    private const int MaxFractionDigits = 9;
    private const int KeptFractionDigits = 7;

    public static DateTimeOffset? Read(JsonElement element, out string? fault)
    {
        if (element.ValueKind == JsonValueKind.String
            && TryParse(JsonString.TextOf(element), out var instant)
            && instant.Year is >= DateRule.FirstYear and <= DateRule.LastYear)
        {
            fault = null;
            return instant;
        }

        fault = $"Found {Shown.Value(element)}; expected {Expected}.";
        return null;
    }

    private static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        var isUtc = text.EndsWith('Z') || text.EndsWith('z');
        var fractionLength = text.Length - SecondsEnd - (isUtc ? 1 : OffsetLength);
        if (fractionLength is < 0 or 1 or > 1 + MaxFractionDigits || text[10] is not ('T' or 't'))
        {
            return false;
        }

        var fraction = text.AsSpan(SecondsEnd, fractionLength);
        var digits = fraction is ['.', .. var rest] ? rest : [];
        if (digits.Length < fractionLength - 1 || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var kept = digits.ToString().PadRight(KeptFractionDigits, '0')[..KeptFractionDigits];
        var offset = isUtc ? "+00:00" : text[^OffsetLength..];
        return DateTimeOffset.TryParseExact(
            $"{text.AsSpan(0, 10)}T{text.AsSpan(11, 8)}.{kept}{offset}",
            "yyyy-MM-ddTHH:mm:ss.fffffffzzz",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out instant);
    }
}
