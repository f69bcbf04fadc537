using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments;

/// <summary>Look-ups for payments are rationed, and leave enough for bookings of which nobody knows.</summary>
public sealed class LookUpQuotaTests
{
    [Fact]
    public async Task Without_a_look_up_left_an_invoice_is_closed_and_not_verified_until_next_month()
    {
        await using var world = await World.CreateAsync(new SandboxSwitches { SessionLifetime = TimeSpan.FromDays(60) });
        world.Payments = new PaymentOptions { LookupsPerMonth = 1 };
        var host = await world.AddHostAsync();
        await world.AddTenantAsync("demo", PaymentsOn);
        await world.BookAsync(host, "F1", "F2", "F3");
        await world.ReadAsync(host);
        world.CallsSinceLast();

        world.Pay("F1", Total);
        world.Pay("F2", Total);
        await world.ReadAsync(host);
        Assert.Equal("GetOpenPosten GetMutaties", world.CallsSinceLast());
        Assert.Equal(("Paid 121.00 0.00", "ClosedNotVerified - -"), (await host.PaidAsync("F1"), await host.PaidAsync("F2")));

        await world.ReadAsync(host);
        Assert.Equal("GetOpenPosten", world.CallsSinceLast());

        world.Clock.Advance(TimeSpan.FromDays(31));
        await host.SyncPaymentsAsync();
        Assert.Equal(("Paid 121.00 0.00", "GetOpenPosten GetMutaties"), (await host.PaidAsync("F2"), world.CallsSinceLast()));
    }

    [SoapFact]
    public async Task Books_that_give_no_more_look_ups_are_taken_at_their_word()
    {
        var (world, host) = await StartAsync(new SandboxSwitches { GetMutatiesPerMonth = 0 });
        await using var _ = world;
        await world.BookAsync(host, "F1", "F2", "F3");
        await world.ReadAsync(host);
        world.CallsSinceLast();

        world.Pay("F1", Total);
        world.Pay("F2", Total);
        await world.ReadAsync(host);

        Assert.Equal("GetOpenPosten GetMutaties", world.CallsSinceLast());
        Assert.Equal(("ClosedNotVerified - -", "ClosedNotVerified - -"), (await host.PaidAsync("F1"), await host.PaidAsync("F2")));
    }
}
