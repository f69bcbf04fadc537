using System.Text;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Perfectview.Events;
using PerfectviewFunctions.Perfectview.Tests.Events;
using PerfectviewFunctions.Testing.Fuzzing;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Fuzzing;

/// <summary>Whatever bytes come in as a webhook: they are answered in sentences, in bounded memory, and what is valid stays valid.</summary>
public sealed class WebhookFuzzTests
{
    private const int LongestFault = 600;
    private const int LongestPointer = 300;

    private static readonly byte[][] Samples = [.. ContractFiles.SampleNames.Select(ContractFiles.Sample)];

    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", "\"", ":", ",", "\\", "\\u", "\\ud800", "\\u0000", "null", "true", "-", "0", "1e999999", "e", ".", "\u00e9", "\ufeff", "\u2028", "/*", "//",
        "\"id\":\"evt-1\",", "\"lines\":[],", "\"total\":0.005,", "\"vatTotals\":null,", "\"type\":\"invoice.credited\",", "[[[[[[[[[[[[[[[[", "{\"a\":{\"a\":{\"a\":", "\0",
    ];

    /// <summary>As large as a request may be, and shaped to cost as much as it can.</summary>
    private static readonly Dictionary<string, string> Shapes = new()
    {
        ["fields without end"] = Event(string.Join(',', Enumerable.Range(0, 12_000).Select(number => $"\"field {number}\":1"))),
        ["the same field again and again"] = Event(string.Join(',', Enumerable.Repeat("\"id\":1", 33_000))),
        ["a number without end"] = Event($"\"total\":{new string('9', 250_000)}"),
        ["an exponent without end"] = Event($"\"total\":1e{new string('9', 250_000)}"),
        ["a text of escapes"] = Event($"\"id\":\"{string.Concat(Enumerable.Repeat("\\u0041", 42_000))}\""),
        ["a name of escapes"] = Event($"\"{string.Concat(Enumerable.Repeat("\\ud800", 42_000))}\":1"),
        ["lines that are nothing"] = Event($"\"data\":{{\"invoice\":{{\"lines\":[{string.Join(',', Enumerable.Repeat("{}", 1000))}]}}}},\"x\":\"{new string('x', 240_000)}\""),
        ["more lines than there may be"] = Event($"\"data\":{{\"invoice\":{{\"lines\":[{string.Join(',', Enumerable.Repeat("{}", 85_000))}]}}}}"),
        ["as deep as may be, again and again"] = Event($"\"x\":[{string.Join(',', Enumerable.Repeat(new string('[', 29) + new string(']', 29), 4000))}]"),
        ["events that are nothing"] = $"[{string.Join(',', Enumerable.Repeat("{}", 340_000))}]",
        ["brackets without end"] = new string('[', 1_000_000),
        ["white space without end"] = new string(' ', 1_000_000) + "{}",
    };

    public static TheoryData<string> Costly { get; } = new(Shapes.Keys);

    [Fact]
    public void Mutilated_samples_are_answered() => Fuzz.Cases(9001, 6000, random => Mutations.Of(random, Any(random), Tokens, Any(random)), Holds);

    [Fact]
    public void Generated_json_is_answered() => Fuzz.Cases(9002, 4000, random => new JsonTrees(random).Next(), Holds);

    [Fact]
    public void Mutilated_generated_json_is_answered() =>
        Fuzz.Cases(9003, 3000, random => Mutations.Of(random, new JsonTrees(random).Next(), Tokens, Any(random)), Holds);

    [Fact]
    public void Noise_is_answered() => Fuzz.Cases(
        9004,
        1000,
        random =>
        {
            var body = new byte[random.Next(2000)];
            random.NextBytes(body);
            return body;
        },
        Holds);

    [Theory]
    [MemberData(nameof(Costly))]
    public void Costly_body_is_answered_in_bounded_memory(string what)
    {
        var body = Encoding.UTF8.GetBytes(Shapes[what]);
        Assert.InRange(body.Length, WebhookLimits.RequestBytes / 2, WebhookLimits.RequestBytes);

        Fuzz.Ends(() => Holds(body));
    }

    /// <summary>One event with this in it, four times over, for an event holds less than a request.</summary>
    private static string Event(string fields)
    {
        var one = $"{{{fields}}}";
        return $"[{string.Join(',', Enumerable.Repeat(one, Math.Max(1, Math.Min(99, (WebhookLimits.RequestBytes - 2) / (one.Length + 1)))))}]";
    }

    private static byte[] Any(Random random) => Samples[random.Next(Samples.Length)];

    private static void Holds(byte[] body)
    {
        EventsRead? read = null;
        Allocation.IsBounded(body.Length, perByte: 150, besides: 1_000_000, () => read = Reading.Reader.Read(body));
        switch (read)
        {
            case EventsRead.Unreadable unreadable:
                HoldsOf(unreadable.Fault);
                break;
            case EventsRead.TooLarge tooLarge:
                HoldsOf(tooLarge.Fault);
                break;
            case EventsRead.Events { Items: var items }:
                Assert.InRange(items.Count, 1, WebhookLimits.EventsPerRequest);
                Assert.All(items, HoldsOf);
                break;
        }
    }

    private static void HoldsOf(EventRead item)
    {
        Assert.InRange(item.Body.Length, 1, WebhookLimits.EventBytes);
        switch (item)
        {
            case EventRead.Valid valid:
                Assert.Equal(valid.Event.Id, Reading.Reader.ReadStored(item.Body).Id);
                break;
            case EventRead.Faulty faulty:
                Assert.InRange(faulty.Faults.Count, 1, WebhookLimits.FaultsPerEvent + 1);
                foreach (var fault in faulty.Faults)
                {
                    HoldsOf(fault.Message);
                    Assert.True(fault.Pointer.Length <= LongestPointer, fault.Pointer);
                    Assert.DoesNotContain(fault.Pointer, char.IsControl);
                }

                break;
        }
    }

    /// <summary>A sentence for a page or a log: one line, of a length, without what does not print.</summary>
    private static void HoldsOf(string fault)
    {
        Assert.InRange(fault.Length, 10, LongestFault);
        Assert.All(fault, character => Assert.False(char.IsControl(character) || char.IsSurrogate(character) && !Pairs(fault), $"U+{(int)character:X4}"));
    }

    private static bool Pairs(string text) => !text.Where((character, at) => char.IsSurrogate(character)
        && !(char.IsHighSurrogate(character) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) : at > 0 && char.IsHighSurrogate(text[at - 1]))).Any();
}
