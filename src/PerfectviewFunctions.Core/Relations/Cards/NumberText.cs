using System.Text.RegularExpressions;

namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>Numbers as people type them: with a word in front ("IBAN:", "BTW-nr."), in small letters, with dots and spaces.</summary>
internal static partial class NumberText
{
    /// <summary>
    /// Letters and digits only, in capitals, without a word in front. A word counts only when something separates it from the number: the
    /// first letters of "BICAFRPP" are the number itself. The signs + and * stay, since old Irish VAT numbers have one.
    /// </summary>
    public static string Bare(string text) =>
        string.Concat(Label().Replace(text, "").Where(c => char.IsLetterOrDigit(c) || c is '+' or '*')).ToUpperInvariant();

    /// <summary>Whether a text has the form of a mask: d a digit, l a capital, x either, y either or a sign, anything else itself.</summary>
    public static bool Fits(ReadOnlySpan<char> text, ReadOnlySpan<char> mask)
    {
        if (text.Length != mask.Length)
        {
            return false;
        }

        for (var at = 0; at < text.Length; at++)
        {
            var (c, form) = (text[at], mask[at]);
            var fits = form switch
            {
                'd' => char.IsAsciiDigit(c),
                'l' => char.IsAsciiLetterUpper(c),
                'x' => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c),
                'y' => char.IsAsciiDigit(c) || char.IsAsciiLetterUpper(c) || c is '+' or '*',
                _ => c == form,
            };
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    [GeneratedRegex(
        @"^((IBAN|BIC|SWIFT|BTW|VAT|TVA|UST)([ -]*(NUMMER|NUMBER|IDNR|ID|NR))?[ .:/#-]+)+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();
}
