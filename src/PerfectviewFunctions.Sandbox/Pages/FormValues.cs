using System.Globalization;

namespace PerfectviewFunctions.Sandbox;

/// <summary>What a person typed, as a Dutch bookkeeper types it.</summary>
internal static class FormValues
{
    private static readonly string[] Dates = ["yyyy-MM-dd", "d-M-yyyy"];

    public static string Trimmed(this IFormCollection form, string name) => form[name].ToString().Trim();

    /// <summary>Null when nothing was filled in.</summary>
    public static string? Optional(this IFormCollection form, string name) => form.Trimmed(name) is { Length: > 0 } text ? text : null;

    /// <summary>12,50 or 12.50.</summary>
    /// <returns>False when it is no amount; the amount is null when nothing was filled in.</returns>
    public static bool TryAmount(this IFormCollection form, string name, out decimal? amount)
    {
        var text = form.Optional(name)?.Replace(',', '.');
        var read = decimal.TryParse(
            text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        amount = read ? number : null;
        return read || text is null;
    }

    /// <returns>False when it is no date; the date is null when nothing was filled in.</returns>
    public static bool TryDate(this IFormCollection form, string name, out DateOnly? date)
    {
        var text = form.Optional(name);
        var read = DateOnly.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        date = read ? day : null;
        return read || text is null;
    }

    public static bool TryCount(this IFormCollection form, string name, out int count) =>
        int.TryParse(form[name], NumberStyles.None, CultureInfo.InvariantCulture, out count);
}
