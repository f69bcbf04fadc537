using System.Net.Http.Headers;
using System.Text;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Perfectview.Events;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>A sender who may come in, with a body that can't.</summary>
public sealed class BodyTests(HostileWorld hostile) : IClassFixture<HostileWorld>
{
    private static string Event { get; } = Events.Invoice("F-1").ToJsonString();

    /// <summary>Bodies that hold nothing to store, by what is wrong with them.</summary>
    private static Dictionary<string, byte[]> Unreadable { get; } = new()
    {
        ["empty"] = [],
        ["white space"] = Utf8(" \r\n\t "),
        ["only a byte order mark"] = [0xEF, 0xBB, 0xBF],
        ["empty array"] = Utf8("[]"),
        ["a number"] = Utf8("7"),
        ["a text"] = Utf8("\"invoice\""),
        ["null"] = Utf8("null"),
        ["not JSON"] = Utf8("invoice=1"),
        ["XML"] = Utf8("<invoice/>"),
        ["broken off"] = Utf8(Event[..^1]),
        ["something after it"] = Utf8(Event + "x"),
        ["two events without an array"] = Utf8(Event + Event),
        ["trailing comma"] = Utf8($"[{Event},]"),
        ["a comment"] = Utf8($"/* hi */{Event}"),
        ["NaN"] = Utf8("""{"id":NaN}"""),
        ["a raw control character"] = Utf8("{\"id\":\"a\u0001\"}"),
        ["not UTF-8"] = [.. Utf8("{\"id\":\""), 0xC3, 0x28, .. Utf8("\"}")],
        ["overlong UTF-8"] = [.. Utf8("{\"id\":\""), 0xC0, 0x80, .. Utf8("\"}")],
        ["surrogates as UTF-8"] = [.. Utf8("{\"id\":\""), 0xED, 0xA0, 0x80, .. Utf8("\"}")],
        ["UTF-16"] = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Event)],
        ["too deep by one"] = Utf8(Nested(WebhookLimits.Depth)),
        ["too deep in an array"] = Utf8($"[{Event},{Nested(WebhookLimits.Depth)}]"),
        ["far too deep"] = Utf8(new string('[', 1_000_000)),
        ["far too deep in objects"] = Utf8(string.Concat(Enumerable.Repeat("{\"a\":", 150_000))),
    };

    private static Dictionary<string, byte[]> TooLarge { get; } = new()
    {
        ["101 events"] = Utf8($"[{string.Join(',', Enumerable.Repeat(Event, WebhookLimits.EventsPerRequest + 1))}]"),
        ["half a million empty events"] = Utf8($"[{string.Join(',', Enumerable.Repeat("0", 500_000))}]"),
        ["an event of over 256 KiB"] = Utf8($"[{Event},{WithNote(WebhookLimits.EventBytes)}]"),
        ["over 1 MiB"] = Utf8(Event + new string(' ', WebhookLimits.RequestBytes)),
    };

    public static TheoryData<string> UnreadableNames { get; } = new(Unreadable.Keys);

    public static TheoryData<string> TooLargeNames { get; } = new(TooLarge.Keys);

    [Theory]
    [MemberData(nameof(UnreadableNames))]
    public async Task Body_that_is_no_list_of_events_can_not_be_read(string what)
    {
        using var request = hostile.Host.Signed(Unreadable[what]);

        await hostile.ProblemAsync(400, request);
    }

    [Theory]
    [MemberData(nameof(TooLargeNames))]
    public async Task Body_over_a_limit_is_too_large_with_and_without_a_length(string what)
    {
        using var request = hostile.Host.Signed(TooLarge[what]);
        await hostile.ProblemAsync(413, request);

        using var chunked = hostile.Host.Signed(TooLarge[what]);
        chunked.Headers.TransferEncodingChunked = true;
        await hostile.ProblemAsync(413, chunked);
    }

    [Fact]
    public async Task Body_over_the_server_s_own_limit_is_too_large_as_well()
    {
        var body = new byte[40_000_000];
        var head = $"POST /api/webhooks/demo HTTP/1.0\r\nContent-Type: application/json";

        await hostile.ProblemAsync(413, () => RawHttp.SendAsync(hostile.Host.Http.BaseAddress!, head, body[..100], promised: body.Length));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("text/json")]
    [InlineData("application/jsonp")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json, application/json")]
    [InlineData(";")]
    public async Task Other_content_type_is_not_taken(string? type)
    {
        using var request = hostile.Host.Signed(Utf8(Event));
        request.Content!.Headers.ContentType = null;
        if (type is not null)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        await hostile.ProblemAsync(415, request);
    }

    [Fact]
    public async Task Content_type_sent_twice_is_not_taken()
    {
        const string head = "POST /api/webhooks/demo HTTP/1.0\r\nContent-Type: application/json\r\nContent-Type: application/json";

        await hostile.ProblemAsync(415, () => RawHttp.SendAsync(hostile.Host.Http.BaseAddress!, head, Utf8(Event)));
    }

    [Theory]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("APPLICATION/JSON;charset=\"utf-8\"")]
    [InlineData("application/json; q=1")]
    public async Task Json_in_utf_8_is_taken_however_it_is_written(string type)
    {
        using var request = hostile.Host.Signed("[]"u8.ToArray());
        request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        await hostile.ProblemAsync(400, request);
    }

    [Fact]
    public async Task Compressed_body_is_not_taken_for_what_is_in_it()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Utf8(Event));
        }

        using var request = hostile.Host.Signed(packed.ToArray());
        request.Content!.Headers.ContentEncoding.Add("gzip");

        await hostile.ProblemAsync(400, request);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Sender_who_hangs_up_half_way_leaves_nothing_and_no_error_in_the_log(bool resetting)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var before = StoreDump.Of(world);
        using var request = host.Signed(Utf8(Event));
        var head = $"POST /api/webhooks/demo HTTP/1.0\r\nContent-Type: application/json\r\n"
            + string.Join("\r\n", request.Headers.Select(one => $"{one.Key}: {one.Value.Single()}"));

        await RawHttp.HangUpAsync(host.Http.BaseAddress!, head, Event.Length, Utf8(Event)[..10], resetting);
        await host.DisposeAsync();

        Assert.Equal(before, StoreDump.Of(world));
        Assert.DoesNotContain(host.Logs.Lines, line => line.StartsWith("Error PerfectviewFunctions", StringComparison.Ordinal));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Nested(int levels) =>
        $$"""{"id":{{string.Concat(Enumerable.Repeat("[", levels))}}{{string.Concat(Enumerable.Repeat("]", levels))}}}""";

    private static string WithNote(int length)
    {
        var sent = Events.Invoice("F-2");
        sent["unknown"] = new string('x', length);
        return sent.ToJsonString();
    }
}
