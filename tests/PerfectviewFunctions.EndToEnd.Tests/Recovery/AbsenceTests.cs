using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Recovery;

/// <summary>Nothing is sent again before it is proven absent, and only a look-up after the wait proves that.</summary>
public sealed class AbsenceTests
{
    /// <summary>Call time-out, lease and margin: 30 s + 60 s + 2 min.</summary>
    private static readonly TimeSpan Wait = new EngineOptions().ProvesAbsenceAfter;

    /// <summary>So that no call is counted twice for a renewed session.</summary>
    private static readonly SandboxSwitches LongSessions = new() { SessionLifetime = TimeSpan.FromDays(60) };

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(150)]
    [InlineData(209)]
    public async Task Booking_made_at_any_moment_before_the_wait_is_over_is_never_sent_twice(int seconds)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(
            new Fault(FaultKind.CommitLater) { Operation = "AddMutatie", Delay = TimeSpan.FromSeconds(seconds) });
        await host.SendAsync(Events.Invoice("1"));

        // Impatient: the sender sends again and the timer runs, every ten seconds.
        for (var passed = 0; passed < 600; passed += 10)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(10));
            await host.SendAsync(Events.Invoice("1"));
            await host.SweepAsync();
        }

        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Single(world.Books.Mutations);
        Assert.Equal(1, world.Sandbox.Books.Calls.Count("AddMutatie"));
        Assert.Equal(1, world.Sandbox.Books.Calls.LookUps());
    }

    [Fact]
    public async Task Until_the_wait_is_over_the_list_of_open_items_is_all_that_is_read()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.ConnectionReset) { Operation = "AddMutatie" });
        await host.SendAsync(Events.Invoice("1"));

        await world.PassAsync(host, Wait - TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));

        Assert.Equal("uncertain", await host.StateAsync("1"));
        Assert.Equal(
            (1, 1, 0),
            (world.Sandbox.Books.Calls.Count("AddMutatie"), world.Sandbox.Books.Calls.Count("GetOpenPosten"), world.Sandbox.Books.Calls.LookUps()));
    }

    /// <summary>By REST the books count no look-ups.</summary>
    public static TheoryData<bool> CountedByTheBooks => ApiChoice.Said(new TheoryData<bool> { true, false }, new TheoryData<bool> { false });

    [Theory]
    [MemberData(nameof(CountedByTheBooks))]
    public async Task Without_a_look_up_left_it_stays_uncertain_until_the_next_month_while_others_go_on(bool countedByTheBooks)
    {
        var world = await World.CreateAsync(LongSessions);
        await using var _ = world;
        world.Engine = new EngineOptions { LookupsPerMonth = countedByTheBooks ? 5000 : 1 };
        var host = await world.AddHostAsync();
        await world.AddTenantAsync("demo");
        var faults = world.Sandbox.Books.Faults;
        if (countedByTheBooks)
        {
            world.Books.GetMutatiesCallsThisMonth = 5000;
        }
        else
        {
            faults.Add(new Fault(FaultKind.AnswerLost) { Operation = "AddMutatie" });
            Assert.Equal("booked", (await host.SendAsync(Events.Invoice("used-up"))).Outcome);
        }

        faults.Add(new Fault(FaultKind.ConnectionReset) { Operation = "AddMutatie", InvoiceNumber = "absent" });
        faults.Add(new Fault(FaultKind.AnswerLost) { Operation = "AddMutatie", InvoiceNumber = "present" });
        await host.SendAsync(Events.Invoice("absent"));
        await host.SendAsync(Events.Invoice("present"));
        world.Sandbox.Books.Calls.Clear();

        await world.PassAsync(host, TimeSpan.FromDays(20), TimeSpan.FromHours(6));
        var other = await host.SendAsync(Events.Invoice("other"));

        Assert.Equal("booked", other.Outcome);
        foreach (var number in new[] { "absent", "present" })
        {
            var invoice = await host.InvoiceAsync(number);
            Assert.Equal("uncertain", invoice!["state"]!.GetValue<string>());
            Assert.Equal(countedByTheBooks ? "E0031" : "lookup-quota-used", invoice["reason"]!["code"]!.GetValue<string>());
        }

        Assert.Equal(1, world.Sandbox.Books.Calls.Count("AddMutatie"));

        await world.PassAsync(host, TimeSpan.FromDays(11), TimeSpan.FromHours(6));
        var states = new[] { await host.StateAsync("absent"), await host.StateAsync("present") };
        Assert.Equal(countedByTheBooks ? 2 : 1, states.Count(state => state == "booked"));
        Assert.True(world.Books.Mutations.GroupBy(mutation => mutation.InvoiceNumber).All(group => group.Count() == 1));
    }

    [Theory]
    [InlineData(FaultKind.ConnectionReset)]
    [InlineData(FaultKind.Http500Before)]
    [InlineData(FaultKind.Malformed)]
    [InlineData(FaultKind.Truncated)]
    [InlineData(FaultKind.Throttled)]
    [InlineData(FaultKind.Refuse)]
    public async Task Look_up_that_fails_proves_nothing_and_is_made_again(FaultKind kind)
    {
        var (world, host) = await World.StartAsync(LongSessions);
        await using var _ = world;
        var faults = world.Sandbox.Books.Faults;
        faults.Add(new Fault(FaultKind.CommitLater) { Operation = "AddMutatie", Delay = TimeSpan.FromSeconds(100) });
        faults.Add(new Fault(kind) { Operation = "GetOpenPosten", Times = 2, Code = "XYZ001" });
        faults.Add(new Fault(kind) { Operation = "GetMutaties", Times = 3, Code = "XYZ001" });
        await host.SendAsync(Events.Invoice("1"));

        await world.PassMinutesAsync(host, 8);
        Assert.Equal("uncertain", await host.StateAsync("1"));
        await world.PassMinutesAsync(host, 60);

        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Equal(1, world.Sandbox.Books.Calls.Count("AddMutatie"));
        Assert.Equal(4, world.Sandbox.Books.Calls.LookUps());
    }

    [Fact]
    public async Task Look_up_whose_list_may_be_cut_off_proves_nothing_and_asks_for_a_person()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.ConnectionReset) { Operation = "AddMutatie" });
        await host.SendAsync(Events.Invoice("1"));
        world.Books.AddRelation("MANY", "Veelschrijver");
        for (var i = 0; i < 500; i++)
        {
            world.Books.AddInvoice("1", "MANY", new DateOnly(2020, 1, 1), new SandboxMutationLine(1m, 0m, "GEEN", 0m, "8020"));
        }

        await world.PassMinutesAsync(host, 10);

        var invoice = await host.InvoiceAsync("1");
        Assert.Equal(("needs-attention", "lookup-incomplete"), (invoice!["state"]!.GetValue<string>(), invoice["reason"]!["code"]!.GetValue<string>()));
        Assert.Equal(1, world.Sandbox.Books.Calls.Count("AddMutatie"));
    }
}
