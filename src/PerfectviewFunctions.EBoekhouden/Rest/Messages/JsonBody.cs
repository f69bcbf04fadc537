using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Messages;

/// <summary>Bodies of requests, in camelCase as the schemas of the API's description have them.</summary>
internal static class JsonBody
{
    // Nothing that is sent becomes part of a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Of(Action<Utf8JsonWriter> writeFields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        writeFields(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    public static void Text(this Utf8JsonWriter writer, string name, string value) => writer.WriteString(name, CleanText.Of(value));

    /// <exception cref="ArgumentOutOfRangeException">More than two decimals: another amount than was decided would be booked.</exception>
    public static void Amount(this Utf8JsonWriter writer, string name, decimal value)
    {
        if (decimal.Round(value, 2) != value)
        {
            throw new ArgumentOutOfRangeException(name, value, "An amount has at most two decimals.");
        }

        writer.WriteNumber(name, decimal.Round(value, 2));
    }
}
