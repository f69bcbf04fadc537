using System.Globalization;

namespace PerfectviewFunctions.Sandbox;

/// <summary>Dates as the REST API has them: YYYY-MM-DD. A time behind it is passed over.</summary>
internal static class RestDates
{
    private const string Form = "yyyy-MM-dd";

    public static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text.Length > Form.Length && text[Form.Length] == 'T' ? text[..Form.Length] : text,
            Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;

    public static string Print(DateOnly date) => date.ToString(Form, CultureInfo.InvariantCulture);
}
