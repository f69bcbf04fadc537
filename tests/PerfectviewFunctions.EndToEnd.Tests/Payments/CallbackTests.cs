using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments;

/// <summary>What Perfectview is told of payments, and what happens while it does not listen.</summary>
public sealed class CallbackTests
{
    private static readonly TenantId Demo = TenantId.Parse("demo");

    [Fact]
    public async Task Every_change_is_told_once_and_signed()
    {
        var (world, host) = await StartToldAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1", "F2");

        await world.ReadAsync(host);
        await host.DeliverAsync();
        Assert.Equal(("1 open 0.00 121.00", "1 open 0.00 121.00"), (world.ToldOf("F1"), world.ToldOf("F2")));

        world.Pay("F1", 50m);
        await world.ReadAsync(host);
        await host.DeliverAsync();
        await host.DeliverAsync();

        Assert.Equal(("2 partly-paid 50.00 71.00", "1 open 0.00 121.00"), (world.ToldOf("F1"), world.ToldOf("F2")));
        Assert.Equal(3, world.Receiver().Arrivals.Count);
        Assert.All(world.Receiver().Arrivals, arrival => Assert.Equal((SignatureCheck.Valid, CallbackEffect.Applied), (arrival.Signature, arrival.Effect)));
        Assert.Null(await WaitingAsync(host, "F1"));
    }

    [Fact]
    public async Task Message_that_does_not_arrive_is_sent_again_under_its_id_with_growing_intervals()
    {
        var (world, host) = await StartToldAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        await world.ReadAsync(host);
        world.Receiver().Faults.Add(new CallbackFault(CallbackFaultKind.Status) { Times = 4 });
        world.Receiver().Faults.Add(new CallbackFault(CallbackFaultKind.DropAfter));

        await world.DeliverEveryMinuteAsync(host, 60);

        var arrivals = world.Receiver().Arrivals;
        Assert.Equal(6, arrivals.Count);
        Assert.Single(arrivals.Select(arrival => arrival.Id).Distinct());
        Assert.Equal([CallbackEffect.Applied, CallbackEffect.Repeated], arrivals.Skip(4).Select(arrival => arrival.Effect));
        var waits = arrivals.Zip(arrivals.Skip(1), (first, next) => next.At - first.At).ToList();
        Assert.Equal(waits.Order(), waits);
        Assert.True(waits[^1] >= TimeSpan.FromMinutes(10), string.Join(' ', waits));
    }

    [Fact]
    public async Task Of_several_changes_that_wait_only_the_latest_is_told()
    {
        var (world, host) = await StartToldAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        var fault = new CallbackFault(CallbackFaultKind.Status) { Times = Fault.UntilCleared };
        world.Receiver().Faults.Add(fault);
        await world.ReadAsync(host);
        await host.DeliverAsync();
        world.Pay("F1", 21m);
        await world.ReadAsync(host);
        await host.DeliverAsync();
        world.Pay("F1", 100m);
        await world.ReadAsync(host);

        world.Receiver().Faults.Clear();
        await host.DeliverAsync();
        await host.DeliverAsync();

        Assert.Equal("3 paid 121.00 0.00", world.ToldOf("F1"));
        Assert.Single(world.Receiver().Messages);
    }

    [Fact]
    public async Task After_a_day_a_person_has_to_look_and_a_reading_that_is_asked_for_sends_it_again()
    {
        var (world, host) = await StartToldAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        await world.ReadAsync(host);
        world.Receiver().Faults.Add(new CallbackFault(CallbackFaultKind.Status) { Times = Fault.UntilCleared, Status = 410 });

        await world.DeliverEveryMinuteAsync(host, 25 * 60, step: 10);
        var waiting = await WaitingAsync(host, "F1");
        Assert.True(waiting!.IsGivenUp);
        Assert.Equal("callback-given-up", waiting.Reason!.Code);
        var tries = world.Receiver().Arrivals.Count;
        await world.DeliverEveryMinuteAsync(host, 120, step: 10);
        Assert.Equal(tries, world.Receiver().Arrivals.Count);

        world.Receiver().Faults.Clear();
        var sync = host.Services.GetRequiredService<PaymentSync>();
        var tenant = await host.Services.GetRequiredService<TenantStore>().FindAsync(Demo, default);
        Assert.IsType<ReadNow.Done>(await sync.ReadNowAsync(tenant!, default));
        await host.DeliverAsync();

        Assert.Equal("1 open 0.00 121.00", world.ToldOf("F1"));
    }

    [Fact]
    public async Task New_change_of_an_invoice_that_was_given_up_is_told_by_itself()
    {
        var (world, host) = await StartToldAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        await world.ReadAsync(host);
        world.Receiver().Faults.Add(new CallbackFault(CallbackFaultKind.DropBefore) { Times = Fault.UntilCleared });
        await world.DeliverEveryMinuteAsync(host, 25 * 60, step: 30);
        world.Receiver().Faults.Clear();

        world.Pay("F1", Total);
        await world.ReadAsync(host);
        await host.DeliverAsync();

        Assert.Equal("2 paid 121.00 0.00", world.ToldOf("F1"));
    }

    [Fact]
    public async Task Two_hosts_that_deliver_at_the_same_time_send_each_message_once()
    {
        var (world, host) = await StartToldAsync();
        await using var _ = world;
        var other = await world.AddHostAsync();
        await world.BookAsync(host, [.. Enumerable.Range(1, 12).Select(number => $"F{number}")]);
        await world.ReadAsync(host);

        await Task.WhenAll(host.DeliverAsync(), other.DeliverAsync(), host.DeliverAsync(), other.DeliverAsync());

        Assert.Equal(12, world.Receiver().Arrivals.Count);
        Assert.Equal(12, world.Receiver().Messages.Count);
    }

    [Fact]
    public async Task Without_an_address_nothing_waits_and_one_that_is_taken_away_takes_what_waits_with_it()
    {
        var (world, host) = await StartToldAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        await world.ReadAsync(host);
        await host.ChangeAsync(new JsonObject { ["callbackAddress"] = null });

        await host.DeliverAsync();
        Assert.Null(await WaitingAsync(host, "F1"));
        world.Pay("F1", 21m);
        await world.ReadAsync(host);
        await host.DeliverAsync();

        Assert.Empty(world.Receiver().Arrivals);
        await host.ChangeAsync(new JsonObject { ["callbackAddress"] = world.Sandbox.CallbackAddress.ToString() });
        world.Pay("F1", 100m);
        await world.ReadAsync(host);
        await host.DeliverAsync();
        Assert.Equal("3 paid 121.00 0.00", world.ToldOf("F1"));
    }

    [Theory]
    [InlineData("https://10.1.2.3/hook", "callback-not-allowed")]
    [InlineData("https://169.254.169.254/latest", "callback-not-allowed")]
    [InlineData("https://[fd00::1]/hook", "callback-not-allowed")]
    public async Task Address_in_a_private_network_is_not_reached(string address, string code)
    {
        var (world, host) = await StartAsync(settings: PaymentsOn with { CallbackAddress = address });
        await using var _ = world;
        await world.BookAsync(host, "F1");
        await world.ReadAsync(host);

        await host.DeliverAsync();

        Assert.Equal(code, (await WaitingAsync(host, "F1"))!.Reason!.Code);
    }

    [Fact]
    public async Task Redirect_is_not_followed()
    {
        var (world, host) = await StartToldAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        await world.ReadAsync(host);
        world.Receiver().Faults.Add(new CallbackFault(CallbackFaultKind.Redirect));

        await host.DeliverAsync();

        Assert.Equal("callback-redirected", (await WaitingAsync(host, "F1"))!.Reason!.Code);
        Assert.Single(world.Receiver().Arrivals);
    }

    [Fact]
    public async Task Receiver_that_fails_keeps_no_other_tenants_waiting()
    {
        var (world, host) = await StartToldAsync();
        await using var _ = world;
        var change = new JsonObject { ["numberPrefix"] = "A-" };
        await host.ChangeAsync(change);
        await world.AddTenantAsync("second", PaymentsOn with { NumberPrefix = "B-", CallbackAddress = world.Sandbox.CallbackAddress.ToString() });
        world.Receiver().SetSecret("second", world.SecretOf(TenantId.Parse("second")).Reveal());
        await world.BookAsync(host, [.. Enumerable.Range(1, 8).Select(number => $"F{number}")]);
        await host.SendAsync(Events.Invoice("S1"), "second");
        await world.ReadAsync(host);
        world.Receiver().Faults.Add(new CallbackFault(CallbackFaultKind.Status) { Tenant = "demo", Times = Fault.UntilCleared });

        await host.DeliverAsync();

        Assert.Equal("1 open 0.00 121.00", world.ToldOf("S1"));
        Assert.Equal(3, world.Receiver().Arrivals.Count(arrival => arrival.Status == 503));
    }

    private static Task<WaitingCallback?> WaitingAsync(Host host, string number) =>
        host.Services.GetRequiredService<CallbackOutbox>().FindAsync(Demo, number, default);
}
