using System.Text;

namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>A text without what XML, and so the books, can't hold: control characters, U+FFFE, U+FFFF and half a surrogate pair.</summary>
/// <param name="Text">Null when nothing but white space is left.</param>
/// <param name="LostCharacters">Whether there were such characters. White space that becomes other white space is no loss.</param>
internal readonly record struct CleanText(string? Text, bool LostCharacters)
{
    /// <summary>On one line: every stretch of white space becomes one space.</summary>
    public static CleanText Line(string? text)
    {
        var kept = Without(text ?? "");
        return new CleanText(OrNull(Words.Join(kept)), kept.Length < (text ?? "").Length);
    }

    /// <summary>Line by line: every kind of line break (text processors have their own) becomes a line feed, tabs stay.</summary>
    public static CleanText Lines(string? text)
    {
        var kept = Without(text ?? "");
        var lines = kept.Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace('\r', '\n').Replace('\v', '\n').Replace('\f', '\n').Replace('\u0085', '\n');
        return new CleanText(OrNull(lines.Trim()), kept.Length < (text ?? "").Length);
    }

    /// <summary>The text with a visible character in the place of each that would be lost.</summary>
    public static string Visible(string text) => Map(text, c => c switch
    {
        < ' ' => (char)('\u2400' + c),
        '\u007F' => '\u2421',
        _ => '\uFFFD',
    });

    private static string Without(string text) => Map(text, _ => null);

    private static string Map(string text, Func<char, char?> inPlaceOf)
    {
        var mapped = new StringBuilder(text.Length);
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var isCharacter = Rune.DecodeFromUtf16(rest, out var rune, out var used) == System.Buffers.OperationStatus.Done;
            if (isCharacter && IsKept(rune))
            {
                mapped.Append(rest[..used]);
            }
            else
            {
                mapped.Append(inPlaceOf(rest[0]));
            }

            rest = rest[used..];
        }

        return mapped.ToString();
    }

    private static bool IsKept(Rune rune) => rune.Value is not (0xFFFE or 0xFFFF) && (!Rune.IsControl(rune) || Rune.IsWhiteSpace(rune));

    private static string? OrNull(string text) => text.Length == 0 ? null : text;
}
