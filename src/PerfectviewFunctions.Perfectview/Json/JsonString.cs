using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace PerfectviewFunctions.Perfectview.Json;

/// <summary>
/// JSON strings between their written form and text. Unlike the reader of System.Text.Json it does not throw on half a surrogate
/// pair (<c>\ud800</c>): the text then holds it, and <see cref="IsText(string)"/> tells.
/// </summary>
internal static class JsonString
{
    /// <summary>The name of a property.</summary>
    public static string NameOf(JsonProperty property) => Decode(JsonMarshal.GetRawUtf8PropertyName(property));

    /// <summary>The text of an element that is a string.</summary>
    public static string TextOf(JsonElement element) => Decode(JsonMarshal.GetRawUtf8Value(element)[1..^1]);

    /// <summary>Reads what stands between the quotes of a valid JSON string.</summary>
    public static string Decode(ReadOnlySpan<byte> written)
    {
        var escape = written.IndexOf((byte)'\\');
        if (escape < 0)
        {
            return Encoding.UTF8.GetString(written);
        }

        var text = new StringBuilder(written.Length);
        while (escape >= 0)
        {
            text.Append(Encoding.UTF8.GetString(written[..escape]));
            var escaped = written[escape + 1];
            text.Append(escaped switch
            {
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                (byte)'u' => (char)ushort.Parse(written.Slice(escape + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture),
                _ => (char)escaped,
            });
            written = written[(escape + (escaped == 'u' ? 6 : 2))..];
            escape = written.IndexOf((byte)'\\');
        }

        return text.Append(Encoding.UTF8.GetString(written)).ToString();
    }

    /// <summary>Writes a JSON string with its quotes, escaping no more than JSON demands; half a surrogate pair stays escaped.</summary>
    public static void Write(string text, IBufferWriter<byte> output)
    {
        output.Write("\""u8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (Rune.TryGetRuneAt(text, i, out var rune) && c >= ' ' && c is not ('"' or '\\'))
            {
                output.Advance(rune.EncodeToUtf8(output.GetSpan(4)));
                i += rune.Utf16SequenceLength - 1;
                continue;
            }

            output.Write(Encoding.ASCII.GetBytes(c switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\b' => @"\b",
                '\f' => @"\f",
                '\n' => @"\n",
                '\r' => @"\r",
                '\t' => @"\t",
                _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            }));
        }

        output.Write("\""u8);
    }

    /// <summary>Whether an element that is a string holds text. Only an escape can be half a surrogate pair: UTF-8 has no form for one.</summary>
    public static bool IsText(JsonElement element) =>
        !JsonMarshal.GetRawUtf8Value(element).Contains((byte)'\\') || IsText(TextOf(element));

    /// <summary>Whether every surrogate has its other half.</summary>
    public static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]))
            {
                if (!Rune.TryGetRuneAt(text, i, out _))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }
}
