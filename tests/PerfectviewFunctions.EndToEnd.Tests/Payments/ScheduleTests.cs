using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Sandbox;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments;

/// <summary>When payments are read: once per planned time, whatever hosts and timers do.</summary>
public sealed class ScheduleTests
{
    private static readonly SandboxSwitches LongSessions = new() { SessionLifetime = TimeSpan.FromDays(30) };

    [Fact]
    public async Task Timer_that_comes_every_minute_reads_once_an_hour()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.ReadAsync(host);
        world.CallsSinceLast();

        for (var minute = 0; minute < 180; minute++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(1));
            await host.SyncPaymentsAsync();
        }

        Assert.Equal("GetOpenPosten GetOpenPosten GetOpenPosten", world.CallsSinceLast());
    }

    [Fact]
    public async Task Runs_that_were_missed_are_made_up_for_by_one()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.ReadAsync(host);
        world.CallsSinceLast();

        world.Clock.Advance(TimeSpan.FromHours(7));
        await host.SyncPaymentsAsync();
        await host.SyncPaymentsAsync();

        Assert.Equal("GetOpenPosten", world.CallsSinceLast());
    }

    [Fact]
    public async Task Schedule_is_the_one_that_was_set()
    {
        await using var world = await World.CreateAsync(LongSessions);
        world.Payments = new PaymentOptions { Schedule = "0 30 8,16 * * *" };
        var host = await world.AddHostAsync();
        await world.AddTenantAsync("demo", PaymentsOn);
        await host.SyncPaymentsAsync();
        world.CallsSinceLast();

        await world.ReadAsync(host);
        Assert.Equal("", world.CallsSinceLast());

        world.Clock.Advance(TimeSpan.FromHours(6.5));
        await host.SyncPaymentsAsync();
        Assert.Equal("GetOpenPosten", world.CallsSinceLast());
    }

    [Fact]
    public async Task Hosts_that_run_at_the_same_time_read_once()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var other = await world.AddHostAsync();
        await world.BookAsync(host, "F1");

        world.Clock.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(host.SyncPaymentsAsync(), other.SyncPaymentsAsync(), host.SyncPaymentsAsync(), other.SyncPaymentsAsync());
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        await Task.WhenAll(host.SyncPaymentsAsync(), other.SyncPaymentsAsync());

        Assert.Equal("GetOpenPosten", world.CallsSinceLast());
        Assert.Equal(("Open 0.00 121.00", 1L), (await host.PaidAsync("F1"), (await host.PaymentAsync("F1")).Revision));
    }

    [Fact]
    public async Task Run_that_ends_early_goes_on_with_those_it_did_not_reach()
    {
        await using var world = await World.CreateAsync(LongSessions);
        world.Payments = new PaymentOptions { Parallelism = 1 };
        world.Engine = new EngineOptions { LeaseLength = TimeSpan.FromMinutes(5) };
        var host = await world.AddHostAsync(builder => builder.Services.AddSingleton<IWorkWitness>(new SlowReading(world)));
        var names = await AddAdministrationsAsync(world, host, 5);

        world.Clock.Advance(TimeSpan.FromMinutes(10));
        await host.SyncPaymentsAsync();
        Assert.Equal(2, world.Sandbox.Books.Calls.Count("GetOpenPosten"));

        await host.SyncPaymentsAsync();
        await host.SyncPaymentsAsync();
        await host.SyncPaymentsAsync();
        Assert.Equal(5, world.Sandbox.Books.Calls.Count("GetOpenPosten"));
        foreach (var name in names)
        {
            Assert.Equal("Open 0.00 121.00", await host.PaidAsync("F1", name));
        }
    }

    [Fact]
    public async Task Administration_that_fails_keeps_none_of_the_others_and_pauses_its_own_connection()
    {
        await using var world = await World.CreateAsync(LongSessions);
        var host = await world.AddHostAsync();
        var names = await AddAdministrationsAsync(world, host, 3);
        world.Refuse("5a0d0b0c5a0d0b0c5a0d0b0c5a0d0b0d", "user1");

        await world.ReadAsync(host);

        Assert.Equal(
            ["Open 0.00 121.00", "NotRead - 121.00", "Open 0.00 121.00"],
            [await host.PaidAsync("F1", names[0]), await host.PaidAsync("F1", names[1]), await host.PaidAsync("F1", names[2])]);
        var tenant = await host.ApiAsync(HttpMethod.Get, $"/api/tenants/{names[1]}");
        Assert.Contains(RefusedUsers.Code, tenant.Json.ToJsonString(), StringComparison.Ordinal);

        // The pause holds: nothing is asked for it until its rest is over.
        world.Sandbox.Books.Calls.Clear();
        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await host.SyncPaymentsAsync();
        Assert.Equal(0, world.Sandbox.Books.Calls.SessionsOpened);
    }

    /// <summary>Tenants t0, t1, ... with an administration, a user and a booked invoice each.</summary>
    private static async Task<IReadOnlyList<string>> AddAdministrationsAsync(World world, Host host, int count)
    {
        var names = new List<string>();
        for (var index = 0; index < count; index++)
        {
            var administration = world.Sandbox.Books.AddAdministration($"Administratie {index}");
            world.Sandbox.Books.AddUser($"user{index}", SandboxDemo.SecurityCode1, administration.SecurityCode2);
            await world.AddTenantAsync(
                $"t{index}",
                PaymentsOn,
                DemoTenant.Mapping,
                new BookkeepingCredentials.Soap($"user{index}", SandboxDemo.SecurityCode1, administration.SecurityCode2.ToString("B")));
            Assert.Equal("booked", (await host.SendAsync(Events.Invoice("F1"), $"t{index}")).Outcome);
            names.Add($"t{index}");
        }

        world.Sandbox.Books.Calls.Clear();
        return names;
    }

    /// <summary>Every list takes three minutes.</summary>
    private sealed class SlowReading(World world) : IWorkWitness
    {
        public void Reached(WorkStep step)
        {
            if (step == WorkStep.PaymentsRead)
            {
                world.Clock.Advance(TimeSpan.FromMinutes(3));
            }
        }
    }
}
