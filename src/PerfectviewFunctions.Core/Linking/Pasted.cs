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

    public static bool Is32Hex(string text) => text.Length == 32 && text.All(char.IsAsciiHexDigit);

    private static string Without(string text, Func<char, bool> isLeftOut) => string.Concat(text.Where(c => !isLeftOut(c)));

    /// <summary>Zero-width spaces and joiners, the soft hyphen, marks of direction and the byte order mark are of the category Format.</summary>
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static bool IsDash(char c) => c == '\u2212' || char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation;
}
