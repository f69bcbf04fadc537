using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.States;

/// <summary>Several events of one invoice: before it is sent the newest is the invoice, afterwards nothing changes it.</summary>
public sealed class VersionsTests
{
    private const string Earlier = "2026-03-02T09:00:00+01:00";
    private const string Later = "2026-03-02T09:30:00+01:00";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Newest_of_two_versions_in_one_request_is_booked_whatever_their_order(bool newestFirst)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        JsonNode[] events = [Events.Invoice("1", 100m, "old", Earlier), Events.Invoice("1", 200m, "new", Later)];

        var reply = await host.SendAsync(new JsonArray(newestFirst ? [.. events.Reverse()] : events));

        var outcomes = reply.Results.ToDictionary(result => result!["id"]!.GetValue<string>(), result => result!["outcome"]!.GetValue<string>());
        Assert.Equal(("ignored", "booked"), (outcomes["old"], outcomes["new"]));
        Assert.Equal(242m, Assert.Single(world.Books.Mutations).Total);
        Assert.Equal(242m, (await host.InvoiceAsync("1"))!["total"]!.GetValue<decimal>());
        await AssertNothingLeftAsync(world, host);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Newest_of_two_versions_that_wait_for_the_debtor_is_booked_whatever_their_order(bool newestFirst)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "GetRelaties", Times = 2 });
        JsonNode[] events = [Events.Invoice("1", 100m, "old", Earlier), Events.Invoice("1", 200m, "new", Later)];

        foreach (var sent in newestFirst ? events.Reverse() : events)
        {
            await host.SendAsync(sent);
        }

        await world.PassMinutesAsync(host, 10);
        Assert.Equal(242m, Assert.Single(world.Books.Mutations).Total);
        Assert.Equal(242m, (await host.InvoiceAsync("1"))!["total"]!.GetValue<decimal>());
        await AssertNothingLeftAsync(world, host);
    }

    [Fact]
    public async Task Newer_version_of_one_held_back_is_booked_and_the_older_replaced()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1", 100m, "old", Earlier).With(invoice => invoice["currency"] = "USD"));

        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("1", 200m, "new", Later))).Outcome);

        var old = await host.SendAsync(Events.Invoice("1", 100m, "old", Earlier).With(invoice => invoice["currency"] = "USD"));
        Assert.Equal(("duplicate", "ignored", "replaced-by-newer"), (old.Outcome, old.Results[0]!["first"]!.GetValue<string>(), old.ReasonCode));
        Assert.Equal(242m, Assert.Single(world.Books.Mutations).Total);
    }

    [Fact]
    public async Task Older_version_of_one_held_back_does_not_take_its_place()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1", 200m, "new", Later).With(invoice => invoice["currency"] = "USD"));

        var old = await host.SendAsync(Events.Invoice("1", 100m, "old", Earlier));

        Assert.Equal(("ignored", "replaced-by-newer"), (old.Outcome, old.ReasonCode));
        Assert.Contains("new", old.Results[0]!["reason"]!["en"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(world.Books.Mutations);
        Assert.Equal("needs-attention", await host.StateAsync("1"));
    }

    [Fact]
    public async Task Replaced_event_names_the_id_that_its_sender_gave_the_newer_one()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        var reply = await host.SendAsync(new JsonArray(
            Events.Invoice("1", 100m, "mail:1/a", Earlier), Events.Invoice("1", 200m, "mail:1/b", Later)));

        Assert.Contains("mail:1/b", reply.Results[0]!["reason"]!["nl"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Same_invoice_under_another_id_after_booking_is_a_duplicate()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var first = await host.SendAsync(Events.Invoice("1"));
        world.Sandbox.Books.Calls.Clear();

        // Texts, contact data and the mapping make no difference.
        await host.ChangeMappingAsync(rows => rows["NL_HIGH"]!["account"] = "8090");
        var again = Events.Invoice("1", id: "again", occurredAt: Later).With(invoice => invoice["reference"] = "Uw order 12");
        again["data"]!["relation"]!["phone"] = "010-1234567";
        var reply = await host.SendAsync(again);

        Assert.Equal((200, "duplicate", first.MutationNumber), (reply.Status, reply.Outcome, reply.MutationNumber));
        Assert.Equal(0, world.Sandbox.Books.Calls.Total);
        Assert.Single(world.Books.Mutations);
    }

    [Theory]
    [InlineData(Later)]
    [InlineData("2026-03-01T09:00:00+01:00")]
    public async Task Changed_invoice_after_booking_needs_attention_and_shows_the_difference(string occurredAt)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var first = await host.SendAsync(Events.Invoice("1"));
        world.Sandbox.Books.Calls.Clear();

        var reply = await host.SendAsync(Events.Invoice("1", 200m, "changed", occurredAt).With(invoice => invoice["date"] = "2026-03-03"));

        Assert.Equal((200, "needs-attention", "changed-after-booking"), (reply.Status, reply.Outcome, reply.ReasonCode));
        Assert.Equal(first.MutationNumber, reply.MutationNumber);
        var words = reply.Results[0]!["reason"]!["en"]!.GetValue<string>();
        foreach (var part in new[] { "100.00 -> 200.00", "21.00 -> 42.00", "2026-03-02 -> 2026-03-03" })
        {
            Assert.Contains(part, words, StringComparison.Ordinal);
        }

        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Equal(121m, Assert.Single(world.Books.Mutations).Total);
        Assert.Equal(0, world.Sandbox.Books.Calls.Total);
        await AssertNothingLeftAsync(world, host);
    }

    [Theory]
    [InlineData(FaultKind.ConnectionReset, "needs-attention")]
    [InlineData(FaultKind.CommitLater, "needs-attention")]
    public async Task Later_version_of_one_already_sent_waits_for_its_outcome_and_is_then_compared(FaultKind kind, string outcome)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(kind) { Operation = "AddMutatie", Delay = TimeSpan.FromSeconds(60) });
        await host.SendAsync(Events.Invoice("1", 100m, "old", Earlier));

        var changed = Events.Invoice("1", 200m, "new", Later);
        var same = Events.Invoice("1", 100m, "same", Later);
        Assert.Equal(202, (await host.SendAsync(new JsonArray(changed.DeepClone(), same.DeepClone()))).Status);
        await world.PassMinutesAsync(host, 5);

        Assert.Equal(121m, Assert.Single(world.Books.Mutations).Total);
        Assert.Equal(outcome, (await host.SendAsync(changed)).Results[0]!["first"]!.GetValue<string>());
        Assert.Equal("duplicate", (await host.SendAsync(same)).Results[0]!["first"]!.GetValue<string>());
        await AssertNothingLeftAsync(world, host);
    }

    [Fact]
    public async Task Later_version_of_one_refused_after_an_unclear_attempt_is_booked_instead()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.ConnectionReset) { Operation = "AddMutatie" });
        await host.SendAsync(Events.Invoice("1", 100m, "old", Earlier));
        await host.SendAsync(Events.Invoice("1", 200m, "new", Later).With(invoice => invoice["date"] = "2026-03-03"));
        world.Books.ClosedUntil = new DateOnly(2026, 3, 2);

        await world.PassMinutesAsync(host, 65);

        Assert.Equal((242m, new DateOnly(2026, 3, 3)), (Assert.Single(world.Books.Mutations).Total, world.Books.Mutations[0].Date));
        Assert.Equal("booked", await host.StateAsync("1"));
        await AssertNothingLeftAsync(world, host);
    }

    private static async Task AssertNothingLeftAsync(World world, Host host)
    {
        await world.PassMinutesAsync(host, 7);
        Assert.Empty(await host.DueRowsAsync());
    }
}
