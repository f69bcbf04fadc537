using System.Text;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Web.Gate;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>Every call that changes something, sent wrong: answered in words, with nothing stored and nothing asked of the books.</summary>
public sealed class WriteEndpointTests(HostileWorld hostile) : IClassFixture<HostileWorld>
{
    /// <summary>For If-Match: the version that stands there.</summary>
    private const string Current = "current";

    /// <summary>Bodies that are wrong wherever an object is expected.</summary>
    private static Dictionary<string, byte[]> Unreadable { get; } = new()
    {
        ["empty"] = [],
        ["white space"] = Utf8(" \r\n"),
        ["no JSON"] = Utf8("userName=x"),
        ["null"] = Utf8("null"),
        ["array"] = Utf8("[]"),
        ["array of objects"] = Utf8("[{}]"),
        ["text"] = Utf8("\"x\""),
        ["number"] = Utf8("7"),
        ["true"] = Utf8("true"),
        ["broken off"] = Utf8("{"),
        ["two objects"] = Utf8("{}{}"),
        ["trailing comma"] = Utf8("{\"name\":\"a\",}"),
        ["comment"] = Utf8("{/* x */}"),
        ["name without quotes"] = Utf8("{name:1}"),
        ["10,000 arrays"] = Utf8(new string('[', 10_000) + new string(']', 10_000)),
        ["10,000 objects"] = Utf8(string.Concat(Enumerable.Repeat("{\"name\":", 10_000)) + "1" + new string('}', 10_000)),
        ["10,000 arrays in a field"] = Utf8("{\"name\":" + new string('[', 10_000) + new string(']', 10_000) + "}"),
        ["invalid UTF-8"] = [.. Utf8("{\"name\":\""), 0xC3, 0x28, .. Utf8("\"}")],
        ["invalid UTF-8 in a name"] = [.. Utf8("{\""), 0xC3, 0x28, .. Utf8("\":1}")],
        ["surrogates as UTF-8"] = [.. Utf8("{\"name\":\""), 0xED, 0xA0, 0x80, .. Utf8("\"}")],
        ["UTF-16"] = Encoding.Unicode.GetBytes("{\"name\":\"a\"}"),
        ["raw control character"] = Utf8("{\"name\":\"a\u0001\"}"),
        ["half a character as a name"] = Utf8("{\"\\ud800\":1}"),
        ["NUL in a name"] = Utf8("{\"na\\u0000me\":1}"),
        ["empty name"] = Utf8("{\"\":1}"),
        ["unknown field"] = Utf8("{\"onbekend\":1}"),
    };

    /// <summary>Values that no field takes: of another kind than any, or no text at all.</summary>
    private static readonly string[] NoValues = ["1e400", "-1e400", "{\"x\":{}}", "[[7]]", "\"\\ud800\"", "[\"\\ud800\"]", "123456789012345678901234567890"];

    public static TheoryData<string> Calls { get; } = [.. WriteCall.All.Keys];

    public static TheoryData<string> CallsWithBody { get; } = [.. WriteCall.All.Where(call => call.Value.Body is not null).Select(call => call.Key)];

    public static TheoryData<string> CallsOfTenants { get; } =
        [.. WriteCall.All.Where(call => call.Value.Route.Contains("{tenant}", StringComparison.Ordinal)).Select(call => call.Key)];

    [Fact]
    public void Every_endpoint_that_changes_something_is_called_here() => Assert.Equal(
        hostile.Host.Services.GetServices<IEndpoint>()
            .Select(endpoint => endpoint.Definition)
            .Where(definition => definition.Method is not (null or "GET") && definition.Access != Web.Gate.Access.Signature)
            .Select(definition => $"{definition.Method} {definition.Route}")
            .Order(StringComparer.Ordinal),
        WriteCall.All.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Without_the_key_every_call_gets_the_same_answer(string name)
    {
        var call = WriteCall.All[name];
        var bodies = new List<string>();
        foreach (var key in new[] { null, "", "x", new string('k', 5000) })
        {
            bodies.Add((await RefusedAsync([401], call, Body(call), key: key)).Body);
            bodies.Add((await RefusedAsync([401], WriteCall.All["PUT " + Web.Routes.Operator], Utf8("no JSON"), key: key)).Body);
        }

        Assert.Single(bodies.Distinct());
    }

    [Theory]
    [MemberData(nameof(CallsWithBody))]
    public async Task Body_of_another_type_is_not_read(string name)
    {
        foreach (var type in new[] { null, "text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-16", "multipart/form-data; boundary=x", "x" })
        {
            await RefusedAsync([415], WriteCall.All[name], Body(WriteCall.All[name]), contentType: type);
        }
    }

    [Theory]
    [MemberData(nameof(CallsWithBody))]
    public async Task Body_over_the_limit_is_too_large_with_and_without_a_length(string name)
    {
        byte[] large = [.. Body(WriteCall.All[name]), .. new byte[(1024 * 1024) + 1 - Body(WriteCall.All[name]).Length].Select(_ => (byte)' ')];

        await RefusedAsync([413], WriteCall.All[name], large);
        await RefusedAsync([413], WriteCall.All[name], large, chunked: true);
    }

    [Theory]
    [MemberData(nameof(CallsWithBody))]
    public async Task Body_that_is_no_object_of_the_form_is_refused(string name)
    {
        foreach (var (what, body) in Unreadable)
        {
            var reply = await RefusedAsync([400, 422], WriteCall.All[name], body, what);
            if (what == "unknown field")
            {
                Assert.True(Names(reply, "onbekend"), reply.Body);
            }
        }
    }

    [Theory]
    [MemberData(nameof(CallsWithBody))]
    public async Task Value_that_no_field_takes_is_refused_by_the_name_of_its_field(string name)
    {
        var call = WriteCall.All[name];
        foreach (var field in call.Fields.Select(one => one.Key))
        {
            foreach (var value in NoValues)
            {
                var reply = await RefusedAsync([400, 422], call, call.With(field, value), $"{field} {value}");
                Assert.True(Names(reply, field), $"{field} {value}: {reply.Body}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(CallsWithBody))]
    public async Task Value_of_another_kind_is_refused_by_the_name_of_its_field(string name)
    {
        var call = WriteCall.All[name];
        foreach (var (field, right) in call.Fields)
        {
            string[] wrong = right!.GetValueKind() switch
            {
                System.Text.Json.JsonValueKind.String => ["7", "true", "[]", "{}"],
                System.Text.Json.JsonValueKind.Number => ["\"24\"", "true", "[]", "{}", "1.5", "\"\""],
                System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => ["\"true\"", "1", "0", "[]", "{}", "\"\""],
                System.Text.Json.JsonValueKind.Array => ["7", "\"1\"", "true", "{}", "[7]", "[true]", "[null]"],
                _ => ["7", "\"1\"", "true", "[]", "[{}]"],
            };
            foreach (var value in wrong)
            {
                var reply = await RefusedAsync([400, 422], call, call.With(field, value), $"{field} {value}");
                Assert.True(Names(reply, field), $"{field} {value}: {reply.Body}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(CallsWithBody))]
    public async Task Field_that_is_there_twice_is_refused(string name)
    {
        var call = WriteCall.All[name];
        foreach (var (field, right) in call.Fields)
        {
            var twice = Encoding.UTF8.GetString(call.With(field, right!.ToJsonString()))[..^1] + $",\"{field}\":{right.ToJsonString()}}}";

            var reply = await RefusedAsync([400, 422], call, Utf8(twice), field);
            Assert.True(Names(reply, field), reply.Body);
        }
    }

    [Theory]
    [MemberData(nameof(CallsWithBody))]
    public async Task Text_with_what_no_text_has_never_fails_and_stores_nothing(string name)
    {
        var call = WriteCall.All[name];
        foreach (var field in call.Fields.Where(one => one.Value!.GetValueKind() == System.Text.Json.JsonValueKind.String).Select(one => one.Key))
        {
            foreach (var value in new[] { "\"a\\u0000b\"", "\"a\\u0007b\"", $"\"{new string('x', 1_000_000)}\"", $"\"{new string('€', 300_000)}\"" })
            {
                // A number that no invoice has is only not found.
                await RefusedAsync(field == "number" ? [404, 422] : [400, 422], call, call.With(field, value), $"{field} {value[..8]}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(CallsOfTenants))]
    public async Task Tenant_that_can_not_be_is_not_found(string name)
    {
        var call = WriteCall.All[name];
        string[] tenants =
        [
            "nobody", "Demo", "DEMO", new('a', 41), new('a', 4000), "demo%0a", "%20demo", "demo%20", "a%2Fb", "demo%2F..%2Fdemo", "..%2Fdemo", "%2e%2e",
            "%2e%2e%2fdemo", "demo%5c..", "demo;x", "d%C3%A9mo", "%ED%A0%80", "%FF", "demo'", "%2500", "tenant:demo", HostileWorld.Retired,
        ];
        foreach (var tenant in tenants.Where(tenant => tenant != HostileWorld.Retired || call.Method + call.Route != "POST" + Web.Routes.Retire))
        {
            var reply = await RefusedAsync([404], call with { Route = call.Route.Replace("{tenant}", tenant, StringComparison.Ordinal) }, Body(call), tenant);
            Assert.DoesNotContain("demo", reply.Body, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("..%2F..%2Fdemo")]
    [InlineData("6b1f0a5e-0d5c-4d8f-9a52-00000000000g")]
    [InlineData("6b1f0a5e0d5c4d8f9a52000000000001%0a")]
    public async Task Person_that_can_not_be_is_no_person(string person)
    {
        foreach (var call in WriteCall.All.Values.Where(call => call.Route.Contains("{person}", StringComparison.Ordinal)))
        {
            await RefusedAsync([404, 422], call with { Route = call.Route.Replace("{person}", person, StringComparison.Ordinal) }, Body(call), person);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*")]
    [InlineData("W/\"0\"")]
    [InlineData("\"0\", \"1\"")]
    [InlineData("0")]
    [InlineData("\"")]
    public async Task Version_that_is_not_one_version_is_none(string? ifMatch)
    {
        foreach (var call in WriteCall.All.Values.Where(call => call.NeedsVersion))
        {
            await RefusedAsync([400, 428], call, Body(call), ifMatch, ifMatch: ifMatch);
            using var twice = Request(call, Body(call), ifMatch: "\"0\"");
            twice.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
            await RefusedAsync([428], twice, "twice");
        }
    }

    [Theory]
    [InlineData("{\"rows\":[{\"category\":\"NL_HIGH\",\"vatCode\":\"HOOG_VERK_21\",\"account\":\"8000\"},{\"category\":\"NL_HIGH\"}]}", "/rows/1/category")]
    [InlineData("{\"rows\":[null]}", "/rows/0/category")]
    [InlineData("{\"rows\":[{\"category\":\"\"}]}", "/rows/0/category")]
    public async Task Mapping_that_can_not_be_names_its_row(string body, string pointer)
    {
        var call = WriteCall.All["PUT " + Web.Routes.VatMappings];

        Assert.Contains(pointer, (await RefusedAsync([422], call, Utf8(body))).Pointers);
    }

    [Fact]
    public async Task Absurd_but_well_formed_bodies_are_refused_in_a_moment_and_in_a_short_answer()
    {
        var row = "{\"category\":\"x\"}";
        var rows = $"[{string.Join(',', Enumerable.Repeat(row, 60_000))}]";
        var numbers = $"[{string.Join(',', Enumerable.Range(0, 101).Select(number => $"\"{number}\""))}]";
        var many = $"[{string.Join(',', Enumerable.Range(0, 100_000).Select(number => $"\"{number}\""))}]";
        var nulls = $"[{string.Join(',', Enumerable.Repeat("null", 200_000))}]";
        var fields = $"{{{string.Join(',', Enumerable.Range(0, 60_000).Select(field => $"\"f{field}\":1"))}}}";
        (string Call, string Body)[] absurd =
        [
            ("PUT " + Web.Routes.VatMappings, $"{{\"rows\":{rows}}}"),
            ("PUT " + Web.Routes.VatMappings, $"{{\"rows\":{nulls}}}"),
            ("POST " + Web.Routes.Preview, $"{{\"event\":{{}},\"rows\":{rows}}}"),
            ("POST " + Web.Routes.Preview, $"{{\"event\":{fields}}}"),
            ("POST " + Web.Routes.Preview, $"{{\"event\":{{}},\"settings\":{fields}}}"),
            ("POST " + Web.Routes.Retry, $"{{\"numbers\":{numbers}}}"),
            ("POST " + Web.Routes.Retry, $"{{\"numbers\":{many}}}"),
            ("POST " + Web.Routes.Retry, "{\"numbers\":[]}"),
            ("POST " + Web.Routes.Retry, "{\"numbers\":[\"1\"],\"cause\":\"x\"}"),
            ("POST " + Web.Routes.Retry, "{}"),
            ("POST " + Web.Routes.Ignore, $"{{\"number\":\"1\",\"reason\":\"{new string('x', 501)}\"}}"),
            ("POST " + Web.Routes.Ignore, "{\"number\":\"1\",\"event\":\"1\",\"reason\":\"x\"}"),
            ("POST " + Web.Routes.Ignore, "{\"number\":\"1\",\"reason\":null}"),
            ("POST " + Web.Routes.Ignore, "{\"event\":\"invoice:1\",\"reason\":\"x\"}"),
            ("PATCH " + Web.Routes.Settings, fields),
            ("POST " + Web.Routes.WebhookSecret, "{\"keepPreviousHours\":169}"),
            ("POST " + Web.Routes.WebhookSecret, "{\"keepPreviousHours\":-2147483648}"),
            ("PUT " + Web.Routes.TenantPerson, "{\"role\":\"operator\"}"),
            ("PUT " + Web.Routes.TenantPerson, "{\"role\":null}"),
            ("PUT " + Web.Routes.TenantPerson, $"{{\"role\":\"viewer\",\"name\":\"{new string('x', 101)}\"}}"),
        ];
        foreach (var (name, body) in absurd)
        {
            var started = System.Diagnostics.Stopwatch.GetTimestamp();

            var reply = await RefusedAsync([400, 422], WriteCall.All[name], Utf8(body), body[..Math.Min(60, body.Length)]);

            Assert.True(reply.Body.Length < 100_000, $"{name}: an answer of {reply.Body.Length} characters.");
            Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20), name);
        }
    }

    [Theory]
    [InlineData("invoices")]
    [InlineData("history")]
    [InlineData("held-back")]
    [InlineData("")]
    public async Task Page_that_can_not_be_is_refused_and_one_behind_the_end_is_empty(string list)
    {
        var address = list.Length == 0 ? "/api/tenants" : "/api/tenants/demo/" + list;
        foreach (var query in new[]
        {
            "limit=0", "limit=-1", "limit=201", "limit=1e3", "limit=%201", "limit=99999999999", "limit=1&limit=2", "limit=x", "after=%00", "after=a%20b", "after=%F0%9F%98%80",
            "after=a%2Fb", "after=" + new string('a', 769), "after=a&after=b", "after=%FF",
        })
        {
            var reply = await hostile.Host.ApiAsync(HttpMethod.Get, $"{address}?{query}");
            Assert.True(reply.Status == 400, $"{query}: {reply.Status} {reply.Body}");
            ProblemAssert.TellsNothing(reply.Body);
        }

        foreach (var after in new[] { "0", "zzz", "-", "tenant" }.Concat(list.Length == 0 ? [] : ["~", "_", ":", "a:b:c", "..", "!".Length.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            var reply = await hostile.Host.ApiAsync(HttpMethod.Get, $"{address}?after={after}");
            Assert.True(reply.Status == 200, $"{after}: {reply.Status} {reply.Body}");
        }
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Body(WriteCall call) => call.Body is { } body ? Utf8(body.ToJsonString()) : [];

    /// <summary>Whether a problem says which field it means: by pointer, or in its sentence.</summary>
    private static bool Names(ApiReply reply, string field) =>
        reply.Pointers.Any(pointer => pointer == "/" + field || pointer.StartsWith($"/{field}/", StringComparison.Ordinal))
        || reply.Json["detail"]!.GetValue<string>().Contains($"'/{field}", StringComparison.Ordinal);

    private async Task<string> VersionAsync(WriteCall call) =>
        (await hostile.Host.ApiAsync(HttpMethod.Get, call.Address())).ETag ?? "\"0\"";

    private async Task<ApiReply> RefusedAsync(
        int[] statuses, WriteCall call, byte[] body, string? what = null, string? contentType = "application/json", string? key = "right", string? ifMatch = Current, bool chunked = false)
    {
        var version = ifMatch == Current && call.NeedsVersion ? await VersionAsync(call) : ifMatch;
        return await RefusedAsync(statuses, Request(call, body, contentType, key, version, chunked), what);
    }

    /// <summary>Sends what must be refused, and sees that neither store nor books noticed.</summary>
    private async Task<ApiReply> RefusedAsync(int[] statuses, HttpRequestMessage request, string? what)
    {
        using var _ = request;
        var before = StoreDump.Of(hostile.World);
        var calls = hostile.World.Sandbox.Books.Calls.Total;

        using var answer = await hostile.Host.Http.SendAsync(request);
        var reply = await ApiReply.ReadAsync(answer);

        var where = $"{request.Method} {request.RequestUri} {what}: {reply.Status} {reply.Body[..Math.Min(reply.Body.Length, 500)]}";
        Assert.True(statuses.Contains(reply.Status), where);
        Assert.True(reply.ContentType == "application/problem+json", where);
        Assert.Equal(reply.Status, reply.Json["status"]!.GetValue<int>());
        Assert.Matches(@"^.{20,}", reply.Json["detail"]!.GetValue<string>());
        ProblemAssert.TellsNothing(reply.Body);
        Assert.True(before.SequenceEqual(StoreDump.Of(hostile.World)), where);
        Assert.True(calls == hostile.World.Sandbox.Books.Calls.Total, where);
        return reply;
    }

    private HttpRequestMessage Request(
        WriteCall call, byte[] body, string? contentType = "application/json", string? key = "right", string? ifMatch = "\"0\"", bool chunked = false)
    {
        var request = new HttpRequestMessage(new HttpMethod(call.Method), new Uri(call.Address(), UriKind.Relative));
        if (call.Body is not null)
        {
            request.Content = chunked ? new StreamContent(new MemoryStream(body)) : new ByteArrayContent(body);
            request.Headers.TransferEncodingChunked = chunked ? true : null;
            if (contentType is not null)
            {
                request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
            }
        }

        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation(AdminKey.Header, key == "right" ? hostile.AdminKey : key);
        }

        if (ifMatch is not null && call.NeedsVersion)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return request;
    }
}
