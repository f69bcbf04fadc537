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

    /// <param name="text">In UTF-8.</param>
    public static RowValues Read(ReadOnlySpan<byte> text)
    {
        var json = new Utf8JsonReader(text);
        var values = new RowValues();
        Expect(ref json, JsonTokenType.StartObject);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            values.Add(name, ReadValue(ref json));
        }

        // Whatever follows is not JSON, and the reader says so.
        json.Read();
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

    private static object ReadValue(ref Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.String:
                return json.GetString()!;
            case JsonTokenType.Number:
                return json.GetInt64();
            case JsonTokenType.True or JsonTokenType.False:
                return json.GetBoolean();
            case JsonTokenType.StartObject:
                return ReadMember(ref json);
            default:
                throw new InvalidDataException($"A stored value is {JsonElement.ParseValue(ref json).ValueKind}, which none of ours is.");
        }
    }

    /// <summary>The one member of an object that stands for a value.</summary>
    private static object ReadMember(ref Utf8JsonReader json)
    {
        Expect(ref json, JsonTokenType.PropertyName);
        var isInstant = json.ValueTextEquals(Instant);
        if (!isInstant && !json.ValueTextEquals(Bytes))
        {
            throw new InvalidDataException($"A stored value is {JsonValueKind.Object}, which none of ours is.");
        }

        Expect(ref json, JsonTokenType.String);
        object value = isInstant
            ? DateTimeOffset.ParseExact(json.GetString()!, "O", CultureInfo.InvariantCulture)
            : json.GetBytesFromBase64();
        Expect(ref json, JsonTokenType.EndObject);
        return value;
    }

    private static void Expect(ref Utf8JsonReader json, JsonTokenType token)
    {
        if (!json.Read() || json.TokenType != token)
        {
            throw new InvalidDataException($"A stored row has {json.TokenType} in the place of {token}.");
        }
    }
}
