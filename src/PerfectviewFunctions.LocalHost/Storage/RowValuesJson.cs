using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.LocalHost.Storage;

/// <summary>
/// The values of a row as JSON, to be readable with the sqlite3 shell. Text, numbers and yes/no are themselves; the two types
/// JSON has no form for are objects of one member: <c>{"instant":"2026-03-02T09:00:00.0000000+00:00"}</c> and <c>{"bytes":"base64"}</c>.
/// </summary>
internal static class RowValuesJson
{
    private const string Instant = "instant";
    private const string Bytes = "bytes";

    // The text goes into a database column, never into HTML: it stays readable.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(RowValues values)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            foreach (var (name, value) in values)
            {
                json.WritePropertyName(name);
                WriteValue(json, value);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static RowValues Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        var values = new RowValues();
        foreach (var member in json.RootElement.EnumerateObject())
        {
            values.Add(member.Name, ReadValue(member.Value));
        }

        return values;
    }

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case DateTimeOffset instant:
                json.WriteStartObject();
                json.WriteString(Instant, instant.ToString("O", CultureInfo.InvariantCulture));
                json.WriteEndObject();
                break;
            case byte[] bytes:
                json.WriteStartObject();
                json.WriteBase64String(Bytes, bytes);
                json.WriteEndObject();
                break;
            default:
                throw new ArgumentException($"There is no JSON form for a {value.GetType().Name}.", nameof(value));
        }
    }

    private static object ReadValue(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return value.GetString()!;
            case JsonValueKind.Number:
                return value.GetInt64();
            case JsonValueKind.True or JsonValueKind.False:
                return value.GetBoolean();
            case JsonValueKind.Object when value.TryGetProperty(Instant, out var instant):
                return DateTimeOffset.ParseExact(instant.GetString()!, "O", CultureInfo.InvariantCulture);
            case JsonValueKind.Object when value.TryGetProperty(Bytes, out var bytes):
                return bytes.GetBytesFromBase64();
            default:
                throw new InvalidDataException($"A stored value is {value.ValueKind}, which none of ours is.");
        }
    }
}
