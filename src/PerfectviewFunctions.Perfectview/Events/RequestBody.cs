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
            return Unreadable(
                $"The body is not JSON: it breaks off or goes wrong at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}.");
        }
    }

    private static RequestBody SplitJson(ReadOnlySpan<byte> body)
    {
        // Two levels more than an event may have: the array around the events, and the one too many, so that we meet it, not the reader.
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = WebhookLimits.Depth + 2 });
        reader.Read();
        var elements = new ElementList(body.Length);
        var fits = true;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                fits = elements.TryTake(ref reader);
                break;
            case JsonTokenType.StartArray:
                while (fits && reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    fits = elements.TryTake(ref reader);
                }

                break;
            default:
                return Unreadable("The body is a single value. Send one event (an object) or an array of events.");
        }

        if (!fits)
        {
            return Unreadable($"Event {elements.Count} nests deeper than {WebhookLimits.Depth} levels of objects and arrays.");
        }

        // To the very end: whatever follows the one value is not JSON, and the reader says so.
        reader.Read();
        return Judge(elements);
    }

    private static RequestBody Judge(ElementList elements)
    {
        if (elements.Count == 0)
        {
            return Unreadable("The array holds no event. Send at least one.");
        }

        if (elements.Count > WebhookLimits.EventsPerRequest)
        {
            return TooLarge(
                $"The request holds {elements.Count} events; expected at most {WebhookLimits.EventsPerRequest}. Send the rest in a further one.");
        }

        var large = elements.Items.FindIndex(element => element.Length > WebhookLimits.EventBytes);
        return large < 0
            ? new Elements(elements.Items)
            : TooLarge($"Event {large + 1} has {elements.Items[large].Length} bytes as compact JSON; expected at most {WebhookLimits.EventBytes}.");
    }

    private static Refused Unreadable(string fault) => new(new EventsRead.Unreadable(fault));

    private static Refused TooLarge(string fault) => new(new EventsRead.TooLarge(fault));

    /// <summary>The elements met so far; those beyond the limit are only counted.</summary>
    /// <param name="bytes">Of the body: what is compact is not longer, so all of it finds place at once.</param>
    private sealed class ElementList(int bytes)
    {
        private readonly ArrayBufferWriter<byte> compact = new(bytes);

        public List<ReadOnlyMemory<byte>> Items { get; } = [];

        public int Count { get; private set; }

        /// <summary>Takes the value the reader stands on; false when it nests too deep.</summary>
        public bool TryTake(ref Utf8JsonReader reader)
        {
            var start = compact.WrittenCount;
            Count++;
            if (!CompactJson.TryCopy(ref reader, compact, WebhookLimits.Depth))
            {
                return false;
            }

            if (Count <= WebhookLimits.EventsPerRequest)
            {
                Items.Add(compact.WrittenMemory[start..]);
            }

            return true;
        }
    }
}
