using System.Diagnostics.Metrics;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Linking;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Testing.Telemetry;
using Xunit;
using Instrument = PerfectviewFunctions.Core.Telemetry.Instrument;

namespace PerfectviewFunctions.EndToEnd.Tests.Telemetry;

/// <summary>What is told of how each tenant stands.</summary>
public sealed class StockTests
{
    private static readonly string Demo = Partition.Of(TenantId.Parse("demo"));

    [Fact]
    public async Task Tenant_of_which_nothing_waits_is_told_so()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));

        Assert.Equal((0, 0, 0, 0, 0), await TakeAsync(host));
    }

    [Fact]
    public async Task What_waits_is_told_with_the_age_of_the_oldest_and_that_it_is_over()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "AddMutatie", Status = 503, Times = Fault.UntilCleared });
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Http500Before) { Operation = "GetOpenPosten", Times = Fault.UntilCleared });

        // The one that came first stands behind the other in the list.
        await host.SendAsync(Events.Invoice("Z"));
        world.Clock.Advance(TimeSpan.FromMinutes(10));
        await host.SendAsync(Events.Invoice("A"));
        await world.PassMinutesAsync(host, 50);
        Assert.Equal((2, 3600, 0, 0, 0), await TakeAsync(host));

        world.Sandbox.Books.Faults.Clear();
        await world.PassMinutesAsync(host, 120);
        Assert.Equal((0, 0, 0, 0, 0), await TakeAsync(host));
    }

    [Fact]
    public async Task Place_that_does_not_say_since_when_it_waits_is_told_by_when_its_event_came()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.EndSessions();
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "OpenSession", Status = 503, Times = Fault.UntilCleared });
        await host.SendAsync(Events.Invoice("1"));
        await world.PassMinutesAsync(host, 20);
        foreach (var open in await host.RowsAsync(Demo, "open:"))
        {
            await host.ChangeRowAsync(Demo, open.Key, row => row.Remove("since"));
        }

        Assert.Equal((1, 1200, 0, 0, 0), await TakeAsync(host));
    }

    [Fact]
    public async Task What_waits_for_a_person_is_told_with_the_age_of_the_oldest()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("Z").With(invoice => invoice["currency"] = "USD"));
        world.Clock.Advance(TimeSpan.FromHours(2));
        await host.SendAsync(Events.Invoice("A").With(invoice => invoice["currency"] = "USD"));
        await host.SendAsync(Events.Invoice("B").With(invoice => invoice["date"] = "2026-02-30"));
        world.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal((0, 0, 3, 3 * 3600, 0), await TakeAsync(host));
    }

    [Fact]
    public async Task Invoice_that_a_person_sets_going_again_waits_from_then_on()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1").With(invoice => invoice["currency"] = "USD"));
        world.Clock.Advance(TimeSpan.FromDays(3));
        await host.SendAsync(Events.Invoice("2"));
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "AddMutatie", Status = 503, Times = Fault.UntilCleared });
        await host.SendAsync(Events.Invoice("1", id: "evt-again", occurredAt: "2026-03-02T10:00:00+01:00"));
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal((1, 60, 0, 0, 0), await TakeAsync(host));
    }

    [Fact]
    public async Task Paused_connection_is_told_until_it_works_again()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.RefuseForNow("0123456789abcdef0123456789abcdef");
        await host.SendAsync(Events.Invoice("1"));
        Assert.Equal((1, 0, 0, 0, 1), await TakeAsync(host));

        world.TakeAgain();
        await world.PassMinutesAsync(host, 60);
        Assert.Equal((0, 0, 0, 0, 0), await TakeAsync(host));
    }

    [Fact]
    public async Task Work_of_a_tenant_that_is_not_linked_waits_for_a_person_since_it_was_unlinked()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.EndSessions();
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "OpenSession", Status = 503, Times = Fault.UntilCleared });
        await host.SendAsync(Events.Invoice("1"));
        world.Clock.Advance(TimeSpan.FromHours(5));
        var unlinked = await host.UnlinkAsync();
        Assert.True(unlinked.Status is 200 or 204, unlinked.Body);
        world.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal((0, 0, 1, 300, 0), await TakeAsync(host));
    }

    [Fact]
    public async Task Damaged_row_of_one_tenant_hides_no_other()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await world.PlantTenantAsync("zeta");
        await host.SendAsync(Events.Invoice("1").With(invoice => invoice["currency"] = "USD"));
        await host.SendAsync(Events.Invoice("2").With(invoice => invoice["currency"] = "USD"), "zeta");
        var held = Assert.Single(await host.RowsAsync(Demo, "held:"));
        await host.ChangeRowAsync(Demo, held.Key, row => row["reason"] = "{");

        using var measured = new Measured(host.Services.GetRequiredService<IMeterFactory>());
        await host.Services.GetRequiredService<StockTaking>().RunAsync(CancellationToken.None);

        Assert.Equal(1, measured.Of(Instruments.StockAttention)["zeta"]);
        Assert.Equal(0, measured.Of(Instruments.StockPaused)["demo"]);
        Assert.Single(host.Logs.Lines, line => line.Contains("How demo stands can't be told whole", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("open:")]
    [InlineData("held:")]
    [InlineData("tenant")]
    public async Task Row_that_can_not_be_read_waits_for_a_person_longer_than_any_alert_bears_with(string row)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1").With(invoice => invoice["currency"] = "USD"));
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "AddMutatie", Status = 503, Times = Fault.UntilCleared });
        await host.SendAsync(Events.Invoice("2"));
        var key = row.EndsWith(':') ? Assert.Single(await host.RowsAsync(Demo, row)).Key : row;
        await host.ChangeRowAsync(Demo, key, values =>
        {
            foreach (var name in values.Keys.ToList())
            {
                values[name] = "{";
            }
        });

        using var measured = new Measured(host.Services.GetRequiredService<IMeterFactory>());
        await host.Services.GetRequiredService<StockTaking>().RunAsync(CancellationToken.None);

        Assert.InRange(measured.Of(Instruments.StockAttention)["demo"], 1, 2);
        Assert.InRange(measured.Of(Instruments.StockAttentionAge)["demo"], TimeSpan.FromDays(365).TotalSeconds, double.MaxValue);
        Assert.Contains(host.Logs.Lines, line => line.Contains("How demo stands can't be told whole", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_waits_of_all_is_told_before_the_vault_is_asked_for_any()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await world.PlantTenantAsync("zeta");

        using var measured = new Measured(host.Services.GetRequiredService<IMeterFactory>());
        await host.Services.GetRequiredService<StockTaking>().RunAsync(CancellationToken.None);

        var told = measured.All.Where(one => one.Name.Contains(".stock.", StringComparison.Ordinal)).ToList();
        Assert.All(told.TakeLast(2), last => Assert.Equal(Instruments.StockPaused.Name, last.Name));
        Assert.Equal(["demo", "zeta"], told.TakeLast(2).Select(last => last.Told));
    }

    private static async Task<(int Waiting, int WaitingAge, int Attention, int AttentionAge, int Paused)> TakeAsync(Host host)
    {
        using var measured = new Measured(host.Services.GetRequiredService<IMeterFactory>());
        await host.Services.GetRequiredService<StockTaking>().RunAsync(CancellationToken.None);
        return (
            Value(Instruments.StockWaiting), Value(Instruments.StockWaitingAge), Value(Instruments.StockAttention), Value(Instruments.StockAttentionAge),
            Value(Instruments.StockPaused));

        int Value(Instrument instrument) => (int)measured.Of(instrument)["demo"];
    }
}
