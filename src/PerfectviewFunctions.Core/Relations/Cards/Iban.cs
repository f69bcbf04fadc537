using System.Collections.Frozen;

namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>International bank account numbers (ISO 13616).</summary>
internal static class Iban
{
    /// <summary>The lengths of the SEPA countries, by the IBAN registry.</summary>
    private static readonly FrozenDictionary<string, int> Lengths = new Dictionary<string, int>
    {
        ["AD"] = 24, ["AL"] = 28, ["AT"] = 20, ["BE"] = 16, ["BG"] = 22, ["CH"] = 21, ["CY"] = 28, ["CZ"] = 24, ["DE"] = 22, ["DK"] = 18,
        ["EE"] = 20, ["ES"] = 24, ["FI"] = 18, ["FO"] = 18, ["FR"] = 27, ["GB"] = 22, ["GI"] = 23, ["GL"] = 18, ["GR"] = 27, ["HR"] = 21,
        ["HU"] = 28, ["IE"] = 22, ["IS"] = 26, ["IT"] = 27, ["LI"] = 21, ["LT"] = 20, ["LU"] = 20, ["LV"] = 21, ["MC"] = 27, ["MD"] = 24,
        ["ME"] = 22, ["MK"] = 19, ["MT"] = 31, ["NL"] = 18, ["NO"] = 15, ["PL"] = 28, ["PT"] = 25, ["RO"] = 24, ["RS"] = 22, ["SE"] = 24,
        ["SI"] = 19, ["SK"] = 24, ["SM"] = 27, ["VA"] = 22,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static Judged Judge(string text)
    {
        var bare = NumberText.Bare(text);
        return Judged.ValidOr(NoteReason.NotAnIban, HasForm(bare) && HasLength(bare) && Remainder(bare) == 1 ? bare : null);
    }

    private static bool HasForm(string bare) =>
        bare.Length > 4 && NumberText.Fits(bare.AsSpan(0, 4), "lldd") && bare.Skip(4).All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c));

    private static bool HasLength(string bare) =>
        Lengths.TryGetValue(bare[..2], out var length) ? bare.Length == length : bare.Length is >= 15 and <= 34;

    /// <summary>By 97 (ISO 7064), of the number with its first four characters at the end and each letter as 10 to 35.</summary>
    private static int Remainder(string bare) =>
        (bare[4..] + bare[..4]).Aggregate(0, (rest, c) => char.IsAsciiDigit(c) ? ((rest * 10) + c - '0') % 97 : ((rest * 100) + c - 'A' + 10) % 97);
}
