using System.Globalization;
using System.Numerics;

namespace PerfectviewFunctions.EBoekhouden.Rest.Cards;

/// <summary>Numbers as the REST API takes them; null for what it would refuse. An empty one stays empty.</summary>
internal static class NumberForms
{
    public static string? Digits(string text)
    {
        var bare = Bare(text);
        return bare.All(char.IsAsciiDigit) ? bare : null;
    }

    /// <summary>Checked by its remainder of 97 (ISO 13616).</summary>
    public static string? Iban(string text)
    {
        var bare = Bare(text).ToUpperInvariant();
        return bare.Length == 0 || IsIban(bare) ? bare : null;
    }

    private static bool IsIban(string bare)
    {
        if (bare.Length is < 15 or > 34 || !bare.All(char.IsAsciiLetterOrDigit)
            || !char.IsAsciiLetter(bare[0]) || !char.IsAsciiLetter(bare[1]) || !char.IsAsciiDigit(bare[2]) || !char.IsAsciiDigit(bare[3]))
        {
            return false;
        }

        var digits = string.Concat((bare[4..] + bare[..4]).Select(character =>
            (char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10).ToString(CultureInfo.InvariantCulture)));
        return BigInteger.Parse(digits, CultureInfo.InvariantCulture) % 97 == 1;
    }

    private static string Bare(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character) && character is not ('.' or '-')));
}
