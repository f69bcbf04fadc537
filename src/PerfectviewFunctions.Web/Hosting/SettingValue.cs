using System.Globalization;

namespace PerfectviewFunctions.Web.Hosting;

/// <summary>Reads the text of a setting.</summary>
internal static class SettingValue
{
    /// <summary>Longer ones are not quoted: no number has so many characters, but a key pasted into the wrong place has.</summary>
    private const int MostQuoted = 16;

    public static bool IsValue(Type type) => FormOf(type) is not null;

    /// <returns>Whether it could be read; else what is wrong, as the end of a sentence that begins with the setting.</returns>
    public static bool TryRead(Type type, string text, out object? value, out string fault)
    {
        (value, fault) = (Parse(Nullable.GetUnderlyingType(type) ?? type, text), "");
        if (value is not null)
        {
            return true;
        }

        var form = FormOf(type) ?? throw new NotSupportedException($"{type} is no type of a setting.");

        // Texts and addresses may hold keys and are never quoted.
        var quoted = text.Length == 0 ? "an empty value" : type == typeof(Uri) || text.Length > MostQuoted ? "the value" : $"'{text}'";
        fault = $"{quoted} is not {form}.";
        return false;
    }

    private static object? Parse(Type type, string text) => type switch
    {
        _ when type == typeof(string) => text,
        _ when type == typeof(bool) => bool.TryParse(text, out var yes) ? yes : null,
        _ when type == typeof(int) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ when type == typeof(long) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,

        // A bare number would be read as days, which nobody means.
        _ when type == typeof(TimeSpan) => text.Contains(':', StringComparison.Ordinal)
            && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) ? duration : null,
        _ when type == typeof(Uri) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null,
        _ => null,
    };

    private static string? FormOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var bare when bare == typeof(string) => "a text",
        var bare when bare == typeof(bool) => "true or false",
        var bare when bare == typeof(int) || bare == typeof(long) => "a whole number of this size, such as 5",
        var bare when bare == typeof(TimeSpan) => "a duration such as 00:00:30 (hours:minutes:seconds)",
        var bare when bare == typeof(Uri) => "an address such as https://name.example",
        _ => null,
    };
}
