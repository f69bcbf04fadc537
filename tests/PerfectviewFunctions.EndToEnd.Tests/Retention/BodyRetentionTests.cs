using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Hostile;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Setup;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Retention;

/// <summary>What was sent is kept for the tenant's days and no longer; what became of it is kept for good.</summary>
public sealed class BodyRetentionTests
{
    [Fact]
    public async Task Body_is_gone_after_90_days_and_the_event_still_a_duplicate()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var sent = await host.SendAsync(Events.Invoice("1"));
        var before = await host.InvoiceAsync("1");

        await PassDaysAsync(world, host, 89);
        Assert.Equal(["evt-1"], await BodiesAsync(host));
        await PassDaysAsync(world, host, 2);

        Assert.Empty(await BodiesAsync(host));
        Assert.Empty(await host.RowsAsync(Partition.Of(DemoTenant.Id), "ended:"));
        var again = await host.SendAsync(Events.Invoice("1"));
        Assert.Equal((200, "duplicate", sent.MutationNumber), (again.Status, again.Outcome, again.MutationNumber));
        Assert.Equal(before!.ToJsonString(), (await host.InvoiceAsync("1"))!.ToJsonString());
        Assert.Single(world.Books.Mutations);
        Assert.Empty(await BodiesAsync(host));
    }

    [Fact]
    public async Task Later_event_of_a_booked_invoice_is_compared_though_the_body_is_gone()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        await PassDaysAsync(world, host, 91);

        var same = await host.SendAsync(Events.Invoice("1", id: "same", occurredAt: "2026-03-03T09:00:00+01:00"));
        var other = await host.SendAsync(Events.Invoice("1", net: 200m, id: "other", occurredAt: "2026-03-04T09:00:00+01:00"));

        Assert.Equal(("duplicate", "changed-after-booking"), (same.Outcome, other.ReasonCode));
        Assert.Single(world.Books.Mutations);
    }

    [Fact]
    public async Task Ten_days_of_a_tenants_own_are_honoured()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await world.PlantTenantAsync("short", World.Settings with { RetentionDays = 10, NumberPrefix = "S" });
        await host.SendAsync(Events.Invoice("1"));
        await host.SendAsync(Events.Invoice("1"), "short");

        await PassDaysAsync(world, host, 9);
        Assert.Single(await BodiesAsync(host, "short"));
        await PassDaysAsync(world, host, 2);

        Assert.Empty(await BodiesAsync(host, "short"));
        Assert.Single(await BodiesAsync(host));
        Assert.Equal("duplicate", (await host.SendAsync(Events.Invoice("1"), "short")).Outcome);
    }

    [Fact]
    public async Task Shorter_setting_holds_for_what_ended_before()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        await PassDaysAsync(world, host, 20);

        await host.ChangeSettingsAsync(settings => settings["retentionDays"] = 10);
        await PassDaysAsync(world, host, 1);

        Assert.Empty(await BodiesAsync(host));
    }

    [Fact]
    public async Task Event_that_needs_a_person_keeps_its_body_until_it_is_replaced()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        Assert.Equal("needs-attention", (await host.SendAsync(Events.Invoice("1").With(invoice => invoice["currency"] = "USD"))).Outcome);
        await PassDaysAsync(world, host, 200);
        Assert.Equal(["evt-1"], await BodiesAsync(host));

        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("1", id: "right", occurredAt: "2026-03-03T09:00:00+01:00"))).Outcome);
        await PassDaysAsync(world, host, 91);

        Assert.Empty(await BodiesAsync(host));
        Assert.Equal("booked", await host.StateAsync("1"));
    }

    [Fact]
    public async Task Ignored_and_refused_events_lose_their_bodies_and_stay_visible()
    {
        var (world, host) = await World.StartAsync(settings: World.Settings with { BookingsOn = false });
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        await host.SendAsync(Events.Invoice("2").With(invoice => invoice.Remove("total")));
        Assert.Equal(2, (await BodiesAsync(host)).Count);

        await PassDaysAsync(world, host, 91);

        Assert.Empty(await BodiesAsync(host));
        Assert.Equal("ignored", await host.StateAsync("1"));
        Assert.Equal("refused", (await host.SendAsync(Events.Invoice("2").With(invoice => invoice.Remove("total")))).Outcome);
        Assert.Equal("ignored", (await host.SendAsync(Events.Invoice("2"))).Outcome);
        Assert.Equal(["evt-2"], await BodiesAsync(host));
    }

    [Fact]
    public async Task Retired_tenants_bodies_go_too()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        await host.SetStateAsync("demo", TenantState.Retired);

        await PassDaysAsync(world, host, 91);

        Assert.Empty(await BodiesAsync(host));
    }

    /// <summary>Every host dies after its first write: in the end all bodies are gone, one after the other, and nothing else is.</summary>
    [Fact]
    public async Task Run_that_died_halfway_goes_on_after_a_restart()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(new JsonArray(Events.Invoice("1"), Events.Invoice("2"), Events.Invoice("3")));
        await world.RemoveHostAsync(host);
        world.Clock.Advance(TimeSpan.FromDays(91));
        var left = new List<int>();
        for (var restart = 0; restart < 8; restart++)
        {
            left.Add(await SweepAndDieAsync(world));
        }

        Assert.Equal([3, 2, 1, 0], left.Distinct());
        var restarted = await world.AddHostAsync();
        await restarted.SweepAsync();
        Assert.Empty(await restarted.RowsAsync(Partition.Of(DemoTenant.Id), "ended:"));
        Assert.Equal("duplicate", (await restarted.SendAsync(Events.Invoice("2"))).Outcome);
        Assert.Equal(3, world.Books.Mutations.Count);
    }

    /// <returns>How many bodies are left.</returns>
    private static async Task<int> SweepAndDieAsync(World world)
    {
        var store = new BreakableStore(world.Rows.Open());
        var host = await world.AddHostAsync(builder => builder.Services.AddSingleton<IRowStore>(store));
        var isDead = false;
        store.Before = _ => isDead ? new StoreUnavailableException("died") : null;
        store.After = _ =>
        {
            isDead = true;
            return new StoreUnavailableException("died");
        };
        await Record.ExceptionAsync(host.SweepAsync);
        store.Reset();
        var left = (await BodiesAsync(host)).Count;
        await world.RemoveHostAsync(host);
        return left;
    }

    private static async Task PassDaysAsync(World world, Host host, int days)
    {
        world.Clock.Advance(TimeSpan.FromDays(days));
        await host.SweepAsync();
    }

    private static async Task<IReadOnlyList<string>> BodiesAsync(Host host, string tenant = "demo") =>
        [.. (await host.RowsAsync(Partition.Of(TenantId.Parse(tenant)), "body:")).Select(row => row.Key["body:".Length..])];
}
