using System.Globalization;
using System.Text.Json;
using PerfectviewFunctions.Perfectview.Json;

namespace PerfectviewFunctions.Perfectview.Fields;

/// <summary>A day of the calendar as <c>yyyy-MM-dd</c>, within the years that e-Boekhouden books.</summary>
internal static class DateRule
{
    public const int FirstYear = 1980;
    public const int LastYear = 2049;
    public const string Expected = "a date such as \"2026-03-02\", from 1980 to 2049";

    public static DateOnly? Read(JsonElement element, out string? fault)
    {
        if (element.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(JsonString.TextOf(element), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= FirstYear and <= LastYear)
        {
            fault = null;
            return date;
        }

        fault = $"Found {Shown.Value(element)}; expected {Expected}.";
        return null;
    }
}
