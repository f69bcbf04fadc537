using System.Text;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>Text as the books take it.</summary>
internal static class Words
{
    /// <summary>The parts that are there, with single spaces between and none around.</summary>
    public static string Join(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            foreach (var word in (part ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            {
                text.Append(text.Length == 0 ? "" : " ").Append(word);
            }
        }

        return text.ToString();
    }

    /// <summary>At most <paramref name="length"/> UTF-16 units, never half a character.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..end].TrimEnd();
    }

    /// <summary>Letters and digits only, in capitals: how numbers and postcodes are compared.</summary>
    public static string Bare(string? text) =>
        string.Concat((text ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
