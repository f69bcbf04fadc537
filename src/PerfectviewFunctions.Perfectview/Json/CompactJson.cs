using System.Buffers;
using System.Text.Json;

namespace PerfectviewFunctions.Perfectview.Json;

/// <summary>
/// One form for what means the same: no white space between tokens, strings escaped as little as JSON allows. Order, unknown and
/// repeated fields and the digits of numbers stay as written, so nothing a sender said is lost.
/// </summary>
internal static class CompactJson
{
    /// <summary>Copies the value that <paramref name="reader"/> stands on and leaves it on the value's last token.</summary>
    /// <returns>False when the value nests deeper than <paramref name="maxDepth"/>.</returns>
    /// <exception cref="JsonException">The input is not JSON.</exception>
    public static bool TryCopy(ref Utf8JsonReader reader, IBufferWriter<byte> output, int maxDepth)
    {
        var outside = reader.CurrentDepth;
        var separate = false;
        do
        {
            var token = reader.TokenType;
            if (token is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth - outside >= maxDepth)
            {
                return false;
            }

            if (separate && token is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
            {
                output.Write(","u8);
            }

            WriteToken(ref reader, output);
            separate = token is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName);
        }
        while ((!separate || reader.CurrentDepth > outside) && reader.Read());

        return true;
    }

    private static void WriteToken(ref Utf8JsonReader reader, IBufferWriter<byte> output)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                WriteString(ref reader, output);
                output.Write(":"u8);
                break;
            case JsonTokenType.String:
                WriteString(ref reader, output);
                break;
            default:
                output.Write(reader.ValueSpan);
                break;
        }
    }

    private static void WriteString(ref Utf8JsonReader reader, IBufferWriter<byte> output)
    {
        if (reader.ValueIsEscaped)
        {
            JsonString.Write(JsonString.Decode(reader.ValueSpan), output);
            return;
        }

        output.Write("\""u8);
        output.Write(reader.ValueSpan);
        output.Write("\""u8);
    }
}
