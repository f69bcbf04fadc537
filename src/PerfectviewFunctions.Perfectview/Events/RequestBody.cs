using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Perfectview.Json;

namespace PerfectviewFunctions.Perfectview.Events;

/// <summary>A request body taken apart: each event as compact JSON, or the answer why that can't be done.</summary>
internal abstract record RequestBody
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private RequestBody()
    {
    }

    public sealed record Elements(IReadOnlyList<ReadOnlyMemory<byte>> Items) : RequestBody;

    public sealed record Refused(EventsRead Answer) : RequestBody;

    public static RequestBody Split(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith(ByteOrderMark))
        {
            body = body[ByteOrderMark.Length..];
        }

        if (!Utf8.IsValid(body))
        {
            return Unreadable("The body is not valid UTF-8. Send JSON as UTF-8.");
        }

        if (body.IsEmpty)
        {
            return Unreadable("The body is empty. Send one event or an array of events as JSON.");
        }

        try
        {
            return SplitJson(body);
        }
        catch (JsonException fault)
        {
            return Unreadable($"The body is not JSON: it breaks off or goes wrong at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}.");
        }
    }

    private static RequestBody SplitJson(ReadOnlySpan<byte> body)
    {
        // Two levels more than are allowed, the array around the events and the one that is too many: we meet it before the reader does.
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = WebhookLimits.Depth + 2 });
        reader.Read();
        var elements = new List<ReadOnlyMemory<byte>>();
        var isArray = reader.TokenType == JsonTokenType.StartArray;
        if (!isArray && reader.TokenType != JsonTokenType.StartObject)
        {
            return Unreadable("The body is a single value. Send one event (an object) or an array of events.");
        }

        while (!isArray || (reader.Read() && reader.TokenType != JsonTokenType.EndArray))
        {
            var compact = new ArrayBufferWriter<byte>();
            if (!CompactJson.TryCopy(ref reader, compact, WebhookLimits.Depth))
            {
                return Unreadable($"Event {elements.Count + 1} nests deeper than {WebhookLimits.Depth} levels of objects and arrays.");
            }

            elements.Add(compact.WrittenMemory);
            if (!isArray)
            {
                break;
            }
        }

        // To the very end: whatever follows the one value is not JSON, and the reader says so.
        reader.Read();
        return Judge(elements);
    }

    private static RequestBody Judge(List<ReadOnlyMemory<byte>> elements)
    {
        if (elements.Count == 0)
        {
            return Unreadable("The array holds no event. Send at least one.");
        }

        if (elements.Count > WebhookLimits.EventsPerRequest)
        {
            return TooLarge($"The request holds {elements.Count} events; expected at most {WebhookLimits.EventsPerRequest}. Send the rest in a further request.");
        }

        var large = elements.FindIndex(element => element.Length > WebhookLimits.EventBytes);
        return large < 0
            ? new Elements(elements)
            : TooLarge($"Event {large + 1} has {elements[large].Length} bytes as compact JSON; expected at most {WebhookLimits.EventBytes}.");
    }

    private static Refused Unreadable(string fault) => new(new EventsRead.Unreadable(fault));

    private static Refused TooLarge(string fault) => new(new EventsRead.TooLarge(fault));
}
