using System.Text;

namespace PerfectviewFunctions.Core.Relations;

/// <summary>Text as the books take it.</summary>
internal static class Words
{
    /// <summary>The parts that are there, with single spaces between and none around; control characters count as spaces.</summary>
    public static string Join(params ReadOnlySpan<string?> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            var isApart = text.Length > 0;
            foreach (var c in part ?? "")
            {
                if (char.IsWhiteSpace(c) || char.IsControl(c))
                {
                    isApart = text.Length > 0;
                    continue;
                }

                text.Append(isApart ? " " : "").Append(c);
                isApart = false;
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
