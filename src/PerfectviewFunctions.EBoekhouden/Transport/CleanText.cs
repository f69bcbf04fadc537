using System.Text;
using System.Xml;

namespace PerfectviewFunctions.EBoekhouden.Transport;

/// <summary>Text as XML 1.0 can carry it; JSON could carry more, but no text of ours needs it.</summary>
internal static class CleanText
{
    /// <summary>Leaves out what XML has no form for, not even escaped: control characters, lone surrogates, U+FFFE and U+FFFF.</summary>
    public static string Of(string text)
    {
        var bad = FirstBad(text);
        if (bad < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text, 0, bad, text.Length);
        for (var at = bad; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at]))
            {
                clean.Append(text[at]);
            }
            else if (IsPair(text, at))
            {
                clean.Append(text, at++, 2);
            }
        }

        return clean.ToString();
    }

    /// <summary>The beginning, without half a character at its end.</summary>
    public static string Cut(string text, int length) => text.Length <= length ? text
        : char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)]
        : text[..length];

    private static int FirstBad(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (IsPair(text, at))
            {
                at++;
            }
            else if (!XmlConvert.IsXmlChar(text[at]))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsPair(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
}
