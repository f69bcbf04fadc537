using System.Globalization;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>Text as copying and pasting leaves it: with spaces, line ends, characters that nobody sees, and dashes of a word processor.</summary>
internal static class Pasted
{
    /// <summary>Without what stands around it.</summary>
    public static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    /// <summary>Without any white space or unseen character.</summary>
    public static string Squeeze(string text) => Without(text, IsBlank);

    public static string WithoutDashes(string text) => Without(text, IsDash);

    public static bool HasDash(string text) => text.Any(IsDash);

    /// <summary>Without what pasting puts around or into a value of one word: unseen characters, line ends of a text that was wrapped, quotes.</summary>
    public static string Unwrap(string text)
    {
        var word = Without(Trim(text), c => c is '\r' or '\n' or '\u2028' or '\u2029' || char.GetUnicodeCategory(c) == UnicodeCategory.Format);
        return word.Length > 1 && IsQuote(word[0]) && IsQuote(word[^1]) ? Trim(word[1..^1]) : word;
    }

    public static bool Is32Hex(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigit);

    private static string Without(string text, Func<char, bool> isLeftOut) => string.Concat(text.Where(c => !isLeftOut(c)));

    /// <summary>Zero-width spaces and joiners, the soft hyphen, marks of direction and the byte order mark are of the category Format.</summary>
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static bool IsQuote(char c) =>
        c is '"' or '\'' || char.GetUnicodeCategory(c) is UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation || c == '\u201E';

    private static bool IsDash(char c) => c == '\u2212' || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;
}
