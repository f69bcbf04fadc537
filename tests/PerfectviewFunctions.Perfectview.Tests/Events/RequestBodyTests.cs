using System.Text;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Perfectview.Events;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Events;

/// <summary>What a request as a whole may be.</summary>
public sealed class RequestBodyTests
{
    private static string Valid { get; } = Encoding.UTF8.GetString(ContractFiles.Sample("invoice-high.json"));

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   ", "not JSON")]
    [InlineData("invoice", "not JSON")]
    [InlineData("{\"id\":", "not JSON")]
    [InlineData("{\"total\":NaN}", "not JSON")]
    [InlineData("{\"total\":-}", "not JSON")]
    [InlineData("{} {}", "not JSON")]
    [InlineData("[{},]", "not JSON")]
    [InlineData("{} // comment", "not JSON")]
    [InlineData("{\"a\":\"\\x\"}", "not JSON")]
    [InlineData("42", "single value")]
    [InlineData("null", "single value")]
    [InlineData("\"{}\"", "single value")]
    [InlineData("[]", "no event")]
    public void Body_without_events_is_unreadable_and_says_why(string body, string reason) =>
        Assert.Contains(reason, Assert.IsType<EventsRead.Unreadable>(Reading.All(body)).Fault, StringComparison.Ordinal);

    [Fact]
    public void Body_that_is_not_json_says_where() =>
        Assert.Equal(
            "The body is not JSON: it breaks off or goes wrong at line 2, byte 5.",
            Assert.IsType<EventsRead.Unreadable>(Reading.All("{\n\"a\":x}")).Fault);

    [Fact]
    public void Body_that_is_not_utf8_is_unreadable()
    {
        Assert.IsType<EventsRead.Unreadable>(Reading.Reader.Read(Encoding.Latin1.GetBytes("{\"name\":\"Zoë\"}")));
        Assert.IsType<EventsRead.Unreadable>(Reading.Reader.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Valid)).ToArray()));
    }

    [Fact]
    public void Byte_order_mark_is_tolerated() =>
        Assert.IsType<EventRead.Valid>(Reading.One([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Valid)]));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Event_may_nest_32_levels_alone_or_in_an_array(bool array)
    {
        string Nested(int levels)
        {
            var body = "{\"id\":\"deep\",\"unknown\":" + new string('[', levels - 1) + new string(']', levels - 1) + "}";
            return array ? $"[{{}},{body}]" : body;
        }

        var read = Assert.IsType<EventsRead.Events>(Reading.All(Nested(WebhookLimits.Depth)));
        Assert.Equal("deep", Assert.IsType<EventRead.Faulty>(read.Items[^1]).Facts.Id);
        foreach (var levels in new[] { WebhookLimits.Depth + 1, WebhookLimits.Depth + 2, 100_000 })
        {
            Assert.Contains("deeper than 32", Assert.IsType<EventsRead.Unreadable>(Reading.All(Nested(levels))).Fault, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Request_holds_up_to_100_events()
    {
        string Many(int count) => $"[{string.Join(',', Enumerable.Repeat("{}", count))}]";

        Assert.Equal(100, Assert.IsType<EventsRead.Events>(Reading.All(Many(100))).Items.Count);
        Assert.Contains("101 events", Assert.IsType<EventsRead.TooLarge>(Reading.All(Many(101))).Fault, StringComparison.Ordinal);
        Assert.IsType<EventsRead.Unreadable>(Reading.All(Many(101) + "x"));
    }

    [Fact]
    public void Event_has_up_to_256_KiB_without_its_white_space()
    {
        const string form = "{\"x\":\"\"}";
        string Sized(int bytes) => form.Insert(6, new string('y', bytes - form.Length));
        var largest = new string(' ', WebhookLimits.EventBytes) + Sized(WebhookLimits.EventBytes);

        Assert.Equal(WebhookLimits.EventBytes, Reading.One(Encoding.UTF8.GetBytes(largest)).Body.Length);
        Assert.Contains(
            "Event 2 has 262145 bytes",
            Assert.IsType<EventsRead.TooLarge>(Reading.All($"[{{}},{Sized(WebhookLimits.EventBytes + 1)}]")).Fault,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("42", "Found 42; expected an event, which is an object.")]
    [InlineData("null", "Found null; expected an event, which is an object.")]
    [InlineData("[{\"id\":\"1\"}]", "Found an array; expected an event, which is an object.")]
    public void Element_that_is_no_object_is_faulty_and_takes_no_other_down(string element, string message)
    {
        var items = Assert.IsType<EventsRead.Events>(Reading.All($"[{Valid}, {element}, {Valid}]")).Items;

        Assert.IsType<EventRead.Valid>(items[0]);
        Assert.IsType<EventRead.Valid>(items[2]);
        var faulty = Assert.IsType<EventRead.Faulty>(items[1]);
        Assert.Equal([new EventFault("", message)], faulty.Faults);
        Assert.Equal(new EventFacts(null, null, null, null), faulty.Facts);
        Assert.Equal(element, Reading.Text(faulty));
    }

    [Theory]
    [InlineData("{\"id\":\"1\",\"id\":\"2\"}")]
    [InlineData("{\"id\":\"\\ud800\"}")]
    [InlineData("{\"\\udfff\":1}")]
    [InlineData("{}")]
    public void Faulty_event_takes_no_other_down_and_keeps_what_it_said(string element)
    {
        var items = Assert.IsType<EventsRead.Events>(Reading.All($"[{Valid}, {element}, {Valid}]")).Items;

        Assert.IsType<EventRead.Valid>(items[0]);
        Assert.Equal(element, Reading.Text(Assert.IsType<EventRead.Faulty>(items[1])));
        Assert.IsType<EventRead.Valid>(items[2]);
    }

    [Fact]
    public void Compact_body_keeps_every_field_in_order_and_numbers_as_written()
    {
        const string written = """ { "b" : 1.10 , "a":[ 1e2, -0, {} , [ ] ],"b":"\u00e9\/\ud83d\ude00\"\\\u000a\u0001<&>'" , "\u0063" : [true,false,null] } """;

        var read = Reading.Faulty(written);

        Assert.Equal("""{"b":1.10,"a":[1e2,-0,{},[]],"b":"é/😀\"\\\n\u0001<&>'","c":[true,false,null]}""", Reading.Text(read));
    }

    [Fact]
    public void Same_content_with_other_white_space_and_escapes_has_the_same_bytes()
    {
        var one = Reading.One(Encoding.UTF8.GetBytes(Valid));
        var other = Reading.One(Encoding.UTF8.GetBytes(Valid.ReplaceLineEndings("\r\n\t").Replace("Bakkerij", @"Bakker\u0069j", StringComparison.Ordinal)));

        Assert.NotEqual(Valid, Reading.Text(one));
        Assert.Equal(Reading.Text(one), Reading.Text(other));
    }

    [Fact]
    public void Stored_event_reads_back_as_it_was()
    {
        var read = Reading.Valid(Encoding.UTF8.GetBytes(Valid));

        var stored = Reading.Reader.ReadStored(read.Body);

        Assert.Equal((read.Event.Id, read.Event.OccurredAt), (stored.Id, stored.OccurredAt));
        InvoiceAssert.Equal(Reading.Invoice(read.Event), Reading.Invoice(stored));
    }

    [Theory]
    [InlineData("{}", "/id")]
    [InlineData("[{},{}]", "not one event")]
    [InlineData("x", "not one event")]
    public void Stored_bytes_that_are_no_valid_event_throw(string stored, string says) =>
        Assert.Contains(
            says,
            Assert.Throws<InvalidDataException>(() => Reading.Reader.ReadStored(Encoding.UTF8.GetBytes(stored))).Message,
            StringComparison.Ordinal);
}
