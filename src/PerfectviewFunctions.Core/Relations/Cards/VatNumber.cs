using System.Collections.Frozen;
using System.Globalization;

namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>VAT numbers in the form of their country (for the EU as VIES lists them), bare and in capitals.</summary>
internal static class VatNumber
{
    private const string Dutch = "dddddddddBdd";

    /// <summary>The masks of each country, after its two letters. Only form, except for Belgium: Dutch numbers lost their check in 2020.</summary>
    private static readonly FrozenDictionary<string, string[]> Forms = new Dictionary<string, string>
    {
        ["AT"] = "Udddddddd",
        ["BE"] = "0ddddddddd 1ddddddddd",
        ["BG"] = "ddddddddd dddddddddd",
        ["CH"] = "Eddddddddd EdddddddddMWST EdddddddddTVA EdddddddddIVA",
        ["CY"] = "ddddddddl",
        ["CZ"] = "dddddddd ddddddddd dddddddddd",
        ["DE"] = "ddddddddd",
        ["DK"] = "dddddddd",
        ["EE"] = "ddddddddd",
        ["EL"] = "ddddddddd",
        ["ES"] = "xdddddddx",
        ["FI"] = "dddddddd",
        ["FR"] = "xxddddddddd",
        ["GB"] = "ddddddddd dddddddddddd GDddd HAddd",
        ["GR"] = "ddddddddd",
        ["HR"] = "ddddddddddd",
        ["HU"] = "dddddddd",
        ["IE"] = "dydddddl dydddddll",
        ["IT"] = "ddddddddddd",
        ["LT"] = "ddddddddd dddddddddddd",
        ["LU"] = "dddddddd",
        ["LV"] = "ddddddddddd",
        ["MT"] = "dddddddd",
        ["NL"] = Dutch,
        ["NO"] = "ddddddddd dddddddddMVA",
        ["PL"] = "dddddddddd",
        ["PT"] = "ddddddddd",
        ["RO"] = "dd ddd dddd ddddd dddddd ddddddd dddddddd ddddddddd dddddddddd",
        ["SE"] = "dddddddddddd",
        ["SI"] = "dddddddd",
        ["SK"] = "dddddddddd",
        ["XI"] = "ddddddddd dddddddddddd GDddd HAddd",
    }.ToFrozenDictionary(form => form.Key, form => form.Value.Split(' '), StringComparer.Ordinal);

    /// <summary>A Dutch number typed without its country gets it; of a country that is not listed anything with a digit will do.</summary>
    public static Judged Judge(string text)
    {
        var bare = NumberText.Bare(text);
        var number = NumberText.Fits(bare, Dutch) ? "NL" + bare : bare;
        return Judged.ValidOr(NoteReason.NotAVatNumber, IsValid(number) ? number : null);
    }

    private static bool IsValid(string number)
    {
        if (number.Length < 4 || !NumberText.Fits(number.AsSpan(0, 2), "ll"))
        {
            return false;
        }

        var (country, rest) = (number[..2], number[2..]);
        return Forms.TryGetValue(country, out var masks)
            ? masks.Any(mask => NumberText.Fits(rest, mask)) && (country != "BE" || HasBelgianCheck(rest))
            : rest.Length <= 13 && rest.Any(char.IsAsciiDigit) && NumberText.Fits(rest, new string('x', rest.Length));
    }

    /// <summary>The last two digits are 97 less the remainder of the rest by 97.</summary>
    private static bool HasBelgianCheck(string digits) =>
        97 - (int.Parse(digits.AsSpan(0, 8), NumberStyles.None, CultureInfo.InvariantCulture) % 97)
            == int.Parse(digits.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture);
}
