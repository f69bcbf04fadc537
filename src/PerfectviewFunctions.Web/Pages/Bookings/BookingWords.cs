using System.Globalization;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Web.Pages.Languages;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>How the pages of bookings write what they show.</summary>
internal static class BookingWords
{
    private const int ShortLength = 160;

    /// <summary>An amount in the invoice's currency.</summary>
    public static string Amount(Texts texts, decimal amount, string currency) => currency == "EUR"
        ? texts.Language.Amount(amount)
        : $"{currency}\u00a0{texts.Language.Amount(amount)[2..]}";

    /// <summary>A percentage without needless zeros.</summary>
    public static string Percentage(Texts texts, decimal percentage) =>
        percentage.ToString("0.##", CultureInfo.InvariantCulture).Replace('.', texts.Language == Language.Dutch ? ',' : '.') + "%";

    /// <summary>The whole of what a reason says, without what to do.</summary>
    public static string Text(Texts texts, Reason reason)
    {
        var text = ReasonText.Render(reason);
        return texts.Of(text.Nl, text.En);
    }

    /// <summary>What a reason says, cut at a word.</summary>
    public static string Short(Texts texts, Reason reason)
    {
        var text = Text(texts, reason);
        if (text.Length <= ShortLength)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', ShortLength);
        return text[..(end > 0 ? end : char.IsHighSurrogate(text[ShortLength - 1]) ? ShortLength - 1 : ShortLength)] + "…";
    }
}
