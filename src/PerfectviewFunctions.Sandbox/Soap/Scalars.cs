using System.Globalization;
using System.Xml;

namespace PerfectviewFunctions.Sandbox;

/// <summary>The scalar types of the wire.</summary>
internal static class Scalars
{
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    public static ScalarType Text { get; } = new("s:string", text => text);

    public static ScalarType Long { get; } = new("s:long", text =>
        long.TryParse(text, NumberStyles.AllowLeadingSign | White, CultureInfo.InvariantCulture, out var value) ? value : null);

    /// <summary>No thousands separators, no exponent.</summary>
    public static ScalarType Decimal { get; } = new("s:decimal", text =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | White, CultureInfo.InvariantCulture, out var value)
            ? value
            : null);

    /// <summary>Only answered, never read.</summary>
    public static ScalarType Double { get; } = new("s:double", _ => null);

    /// <summary>Kept as the Dutch calendar date: a moment with an offset may fall on another day there.</summary>
    public static ScalarType Date { get; } = new("s:dateTime", text => ParseDate(text.Trim()));

    private static NumberStyles White => NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    public static ScalarType Enum(string name, params IReadOnlyList<string> values) =>
        new(name, text => values.Contains(text.Trim()) ? text.Trim() : null, values);

    private static DateOnly? ParseDate(string text)
    {
        if (DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return DateOnly.FromDateTime(local);
        }

        try
        {
            return DutchDate.Of(XmlConvert.ToDateTimeOffset(text));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
