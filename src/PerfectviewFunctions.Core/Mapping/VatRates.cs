using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Mapping;

/// <summary>
/// Settles the VAT rate of a row: the invoice's own rate leads, its date supplies a missing one, and a rate that was not law that day is
/// held back.
/// </summary>
internal static class VatRates
{
    private static readonly DateOnly HighIsTwentyOneFrom = new(2012, 10, 1);
    private static readonly DateOnly LowIsNineFrom = new(2019, 1, 1);

    public static bool TrySettle(
        string category, decimal? given, DateOnly date, out decimal rate, [NotNullWhen(false)] out Reason? held)
    {
        var legal = Legal(category, date);
        rate = legal ?? 0m;
        held = (category, given, legal) switch
        {
            _ when !VatCategory.All.Contains(category) => Reason.Of(ReasonCode.VatCategoryUnknown, ("category", category)),
            (VatCategory.Low, 6m, 9m) => Reason.Of(ReasonCode.LowRateSixAfter2018, ("date", Text(date))),
            (_, _, null) => Mismatch(category, given, legal, date),
            (_, not null, _) when given != legal => Mismatch(category, given, legal, date),
            _ => null,
        };
        return held is null;
    }

    /// <returns>Null for the high rate of before 21%, which is not booked.</returns>
    private static decimal? Legal(string category, DateOnly date) => category switch
    {
        VatCategory.High => date >= HighIsTwentyOneFrom ? 21m : null,
        VatCategory.Low => date >= LowIsNineFrom ? 9m : 6m,
        _ => 0m,
    };

    private static Reason Mismatch(string category, decimal? given, decimal? legal, DateOnly date) => Reason.Of(
        ReasonCode.VatRateMismatch,
        ("category", category),
        ("rate", Text(given)),
        ("expected", Text(legal)),
        ("date", Text(date)));

    internal static string Text(decimal? rate) => rate?.ToString("0.############", CultureInfo.InvariantCulture) ?? "-";

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
