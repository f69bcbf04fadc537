using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PerfectviewFunctions.Perfectview.Json;

/// <summary>What a message may repeat of what was sent: at most 60 characters, none that would not print or could mislead.</summary>
internal static class Shown
{
    public const int MaxLength = 60;

    /// <summary>A value in words: <c>the text "abc"</c>, <c>1e400</c>, <c>an object</c>.</summary>
    public static string Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Quoted(JsonString.TextOf(element)),
        JsonValueKind.Number => Text(element.GetRawText()),
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };

    public static string Quoted(string text) => text.Length == 0 ? "an empty text" : $"the text \"{Text(text)}\"";

    /// <summary>The text with what does not print replaced by U+FFFD, cut after 60 characters.</summary>
    public static string Text(string text)
    {
        var shown = new StringBuilder(MaxLength);
        foreach (var rune in text.EnumerateRunes())
        {
            if (text.Length > MaxLength && shown.Length + rune.Utf16SequenceLength >= MaxLength)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(Prints(rune) ? rune : Rune.ReplacementChar);
        }

        return shown.ToString();
    }

    private static bool Prints(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);
}
