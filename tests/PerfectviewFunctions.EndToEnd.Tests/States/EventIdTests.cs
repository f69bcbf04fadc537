using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.States;

/// <summary>An event id stands for one content; a refused event is judged anew whenever it comes.</summary>
public sealed class EventIdTests
{
    [Fact]
    public async Task Id_used_again_with_another_body_is_refused_and_seen()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1", 100m, "e"));

        var reply = await host.SendAsync(Events.Invoice("1", 200m, "e"));
        var other = await host.SendAsync(Events.Invoice("2", 200m, "e"));

        Assert.Equal((400, "refused", "event-id-used-again"), (reply.Status, reply.Outcome, reply.ReasonCode));
        Assert.Equal("/id", reply.Results[0]!["faults"]![0]!["pointer"]!.GetValue<string>());
        Assert.Equal((400, "refused"), (other.Status, other.Outcome));
        Assert.Equal(121m, Assert.Single(world.Books.Mutations).Total);
        Assert.Null(await host.InvoiceAsync("2"));
        Assert.Equal(2, (await RefusedAsync(host)).Count);

        // The first content stays what the id stands for.
        Assert.Equal("duplicate", (await host.SendAsync(Events.Invoice("1", 100m, "e"))).Outcome);
        Assert.Equal(400, (await host.SendAsync(Events.Invoice("1", 200m, "e"))).Status);
        Assert.Equal(2, (await RefusedAsync(host)).Count);
    }

    [Fact]
    public async Task Refused_event_delivered_again_valid_is_booked_and_no_longer_listed()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var refused = await host.SendAsync(Wrong("1", "e"));
        Assert.Equal((400, "refused"), (refused.Status, refused.Outcome));
        Assert.Single(await RefusedAsync(host));

        var reply = await host.SendAsync(Events.Invoice("1", id: "e"));

        Assert.Equal((200, "booked"), (reply.Status, reply.Outcome));
        Assert.Empty(await RefusedAsync(host));
        Assert.Single(world.Books.Mutations);
    }

    [Fact]
    public async Task Refused_event_delivered_again_unchanged_is_refused_again_and_listed_once()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        await host.SendAsync(Wrong("1", "e"));
        await host.SendAsync(Wrong("1", "e"));

        Assert.Equal("1", Assert.Single(await RefusedAsync(host))!["invoiceNumber"]!.GetValue<string>());
    }

    [Fact]
    public async Task Refused_event_is_superseded_by_a_later_valid_event_of_the_invoice_only()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("2"));
        await host.SendAsync(Wrong("1", "wrong-1"));
        await host.SendAsync(Wrong("2", "wrong-2"));
        Assert.Equal(2, (await RefusedAsync(host)).Count);
        world.Clock.Advance(TimeSpan.FromSeconds(1));

        await host.SendAsync(Events.Invoice("1"));

        Assert.Equal("wrong-2", Assert.Single(await RefusedAsync(host))!["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(100)]
    [InlineData(200)]
    public async Task Refused_event_of_a_booked_invoice_is_superseded_by_a_later_valid_one(int net)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        await host.SendAsync(Wrong("1", "wrong"));
        world.Clock.Advance(TimeSpan.FromSeconds(1));

        await host.SendAsync(Events.Invoice("1", net, "mended", "2026-03-02T09:30:00+01:00"));

        Assert.Empty(await RefusedAsync(host));
    }

    [Fact]
    public async Task Event_that_says_otherwise_about_a_booked_invoice_is_listed_with_what_differs()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));

        var reply = await host.SendAsync(Events.Invoice("1", 200, "changed", "2026-03-02T09:30:00+01:00"));

        Assert.Equal("needs-attention", reply.Outcome);
        using var answer = await host.GetAsync("/api/tenants/demo/attention");
        var listed = Assert.Single(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["events"]!.AsArray())!;
        Assert.Equal(("changed", "changed-after-booking"), (listed["id"]!.GetValue<string>(), listed["reason"]!["code"]!.GetValue<string>()));
        Assert.Contains("100.00 -> 200.00", listed["reason"]!["nl"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("booked", await host.StateAsync("1"));
    }

    private static JsonObject Wrong(string number, string id) =>
        Events.Invoice(number, id: id).With(invoice => invoice["date"] = "2026-02-30");

    private static async Task<JsonArray> RefusedAsync(Host host)
    {
        using var answer = await host.GetAsync("/api/tenants/demo/attention");
        var events = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["events"]!.AsArray();
        return [.. events.Where(one => one!["state"]!.GetValue<string>() == "refused").Select(one => one!.DeepClone())];
    }
}
