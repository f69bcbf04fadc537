using System.Text;
using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>Events that do not keep the contract, in a request that is signed: stored as refused, told by pointer, and never booked.</summary>
public sealed class BadEventTests(HostileWorld hostile) : IClassFixture<HostileWorld>
{
    private static int events;

    [Theory]
    [InlineData("/type", "\"invoice.sent\"", "\"invoice.paid\"")]
    [InlineData("/type", "\"invoice.sent\"", "\"relation.merged\"")]
    [InlineData("/occurredAt", "\"2026-03-02T09:00:00\\u002B01:00\"", "\"2026-03-02T09:00:00\"")]
    [InlineData("/occurredAt", "\"2026-03-02T09:00:00\\u002B01:00\"", "\"2026-02-30T09:00:00Z\"")]
    [InlineData("/occurredAt", "\"2026-03-02T09:00:00\\u002B01:00\"", "1772442000")]
    [InlineData("/data/invoice/date", "\"2026-03-02\"", "\"2026-02-30\"")]
    [InlineData("/data/invoice/date", "\"2026-03-02\"", "\"02-03-2026\"")]
    [InlineData("/data/invoice/date", "\"2026-03-02\"", "null")]
    [InlineData("/data/invoice/total", "\"total\":121.00", "\"total\":1e400")]
    [InlineData("/data/invoice/total", "\"total\":121.00", "\"total\":\"121.00\"")]
    [InlineData("/data/invoice/total", "\"total\":121.00", "\"total\":121.001")]
    [InlineData("/data/invoice/total", "\"total\":121.00", "\"total\":[121.00]")]
    [InlineData("/data/invoice/total", "\"total\":121.00", "\"total\":true")]
    [InlineData("/data/invoice/total", "\"total\":121.00", "\"Total\":121.00")]
    [InlineData("/data/invoice/total", "\"total\":121.00", "\"total\":121.00,\"total\":121.00")]
    [InlineData("/data/invoice/total", "\"total\":121.00", "\"total\":121.00,\"t\\u006ftal\":1.00")]
    [InlineData("/data/invoice/vatTotals", "\"vatTotals\":[", "\"vatTotals\":{\"a\":1},\"x\":[")]
    [InlineData("/data/invoice/vatTotals/0/category", "\"NL_HIGH\"", "7")]
    [InlineData("/data/relation/id", "\"id\":\"rel-1\"", "\"id\":\"rel\\u00001\"")]
    [InlineData("/data/relation/name", "\"Bakkerij De Korenbloem\"", "\"Bakkerij \\ud800\"")]
    [InlineData("/data/relation/name", "\"Bakkerij De Korenbloem\"", "{}")]
    [InlineData("/data/relation/code", "\"K100\"", "100")]
    [InlineData("/data/relation/visitingAddress/city", "\"Graanstad\"", "[\"Graanstad\"]")]
    public async Task Faulty_event_is_refused_by_its_pointer_and_listed(string pointer, string part, string written)
    {
        var number = Next();
        var text = Events.Invoice(number).ToJsonString();
        Assert.Contains(part, text, StringComparison.Ordinal);

        await RefusedAsync(text.Replace(part, written, StringComparison.Ordinal), pointer, "evt-" + number);
    }

    [Theory]
    [InlineData("", "{0}", "7")]
    [InlineData("", "{0}", "null")]
    [InlineData("", "{0}", "[]")]
    [InlineData("/id", "\"evt-{0}\"", "null")]
    [InlineData("/id", "\"evt-{0}\"", "\"with space\"")]
    [InlineData("/data", "\"data\":", "\"date\":")]
    [InlineData("/data/invoice", "\"invoice\":", "\"invoices\":")]
    [InlineData("/data/relation", "\"relation\":", "\"relatie\":")]
    [InlineData("/data/invoice/number", "\"number\":\"{0}\"", "\"number\":null")]
    [InlineData("/data/invoice/number", "\"number\":\"{0}\"", "\"number\":\" {0}\"")]
    public async Task Event_without_what_names_it_is_refused_and_listed_too(string pointer, string part, string written)
    {
        var number = Next();
        var text = Events.Invoice(number).ToJsonString();
        part = part.Replace("{0}", pointer.Length == 0 ? text : number, StringComparison.Ordinal);
        Assert.Contains(part, text, StringComparison.Ordinal);
        var changed = text.Replace(part, written.Replace("{0}", number, StringComparison.Ordinal), StringComparison.Ordinal);

        await RefusedAsync($"[{changed}]", pointer, pointer is "" or "/id" ? null : "evt-" + number);
    }

    [Fact]
    public async Task Most_faults_of_the_longest_form_are_stored_and_told()
    {
        // Fifty fields that stand twice, each as deep as an event may be, under names that take most room when written.
        var name = new string('é', 60);
        var fields = string.Join(',', Enumerable.Range(10, 50).Select(index => $"\"{name[..58]}{index}\":1"));
        var nested = Enumerable.Range(0, 30).Aggregate($"{{{fields},{fields}}}", (inner, _) => $"{{\"{name}\":{inner}}}");
        var number = Next();
        var text = Events.Invoice(number).ToJsonString();

        var reply = await hostile.Host.SendAsync(Encoding.UTF8.GetBytes($"{{\"x\":{nested},{text[1..]}"));

        Assert.True(reply.Status == 400, reply.Body);
        Assert.Equal(50, reply.Results[0]!["faults"]!.AsArray().Count);
        Assert.Contains(await ListedAsync(), one => one["id"]!.GetValue<string>() == "evt-" + number);
    }

    [Fact]
    public async Task One_bad_event_among_good_ones_is_refused_alone()
    {
        var (first, bad, last) = (Events.Invoice(Next()), Events.Invoice(Next()), Events.Invoice(Next()));
        bad.With(invoice => invoice["date"] = "2026-02-30");

        var reply = await hostile.Host.SendAsync(new JsonArray(first, bad, last));

        Assert.Equal(200, reply.Status);
        Assert.Equal(["booked", "refused", "booked"], reply.Results.Select(result => result!["outcome"]!.GetValue<string>()));
        Assert.Equal(2, hostile.World.Books.Mutations.Count(booked => booked.InvoiceNumber == first.NumberOf() || booked.InvoiceNumber == last.NumberOf()));
        Assert.DoesNotContain(hostile.World.Books.Mutations, booked => booked.InvoiceNumber == bad.NumberOf());
        Assert.Contains(await ListedAsync(), one => one["invoiceNumber"]?.GetValue<string>() == bad.NumberOf());
    }

    [Fact]
    public async Task Only_bad_events_make_a_bad_request_that_is_stored_all_the_same()
    {
        var bad = new JsonArray(7, Events.Invoice(Next()).With(invoice => invoice["total"] = "1"), new JsonObject());

        var reply = await hostile.Host.SendAsync(bad);

        Assert.Equal((400, "application/json"), (reply.Status, reply.ContentType));
        Assert.All(reply.Results, result => Assert.Equal("refused", result!["outcome"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Bad_event_beside_one_that_waits_makes_an_accepted_request()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "AddMutatie", Times = Fault.UntilCleared });

        var reply = await host.SendAsync(new JsonArray(Events.Invoice("1"), 7));

        Assert.Equal(202, reply.Status);
        Assert.Equal(["accepted", "refused"], reply.Results.Select(result => result!["outcome"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Refused_event_that_comes_back_corrected_is_booked_and_no_longer_listed()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var sent = Events.Invoice("1").With(invoice => invoice["date"] = "2026-02-30");
        await host.SendAsync(sent);
        await host.SendAsync(sent);
        Assert.Single(await ListedAsync(host));
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        var reply = await host.SendAsync(sent.With(invoice => invoice["date"] = "2026-02-28"));

        Assert.Equal((200, "booked"), (reply.Status, reply.Outcome));
        Assert.Empty(await ListedAsync(host));
    }

    [Fact]
    public async Task Refused_event_is_no_longer_listed_once_its_invoice_came_under_another_id()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1", id: "a").With(invoice => invoice["date"] = "2026-02-30"));
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        await host.SendAsync(Events.Invoice("1", id: "b"));

        Assert.Empty(await ListedAsync(host));
    }

    private static string Next() => "B-" + Interlocked.Increment(ref events).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task RefusedAsync(string text, string pointer, string? id)
    {
        var calls = hostile.World.Sandbox.Books.Calls.Total;

        var reply = await hostile.Host.SendAsync(Encoding.UTF8.GetBytes(text));

        Assert.True(reply.Status == 400, reply.Body);
        var result = Assert.Single(reply.Results)!;
        Assert.Equal(("refused", id), (reply.Outcome, result["id"]?.GetValue<string>()));
        var fault = Assert.Single(result["faults"]!.AsArray(), fault => fault!["pointer"]!.GetValue<string>() == pointer)!;
        Assert.Matches("^(Found|Missing).*expected.*\\.$", fault["message"]!.GetValue<string>());
        Assert.All(["nl", "en", "actionNl", "actionEn"], part => Assert.EndsWith(".", result["reason"]![part]!.GetValue<string>(), StringComparison.Ordinal));
        ProblemAssert.TellsNothing(reply.Body);
        Assert.Equal(calls, hostile.World.Sandbox.Books.Calls.Total);
        var listed = (await ListedAsync())[0];
        Assert.Equal(id, listed["id"]?.GetValue<string>());
        Assert.True(JsonNode.DeepEquals(result["faults"], listed["faults"]));
    }

    private Task<IReadOnlyList<JsonNode>> ListedAsync()
    {
        // Each in a moment of its own, so that the newest is the first.
        hostile.World.Clock.Advance(TimeSpan.FromSeconds(1));
        return ListedAsync(hostile.Host);
    }

    private static async Task<IReadOnlyList<JsonNode>> ListedAsync(Host host)
    {
        using var answer = await host.GetAsync("/api/tenants/demo/attention");
        return [.. JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["events"]!.AsArray().Select(one => one!)];
    }
}
