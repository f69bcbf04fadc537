using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Recovery;

/// <summary>The books refuse the first attempt because the number is taken (CMUT018, CMUT019): by this invoice, or by something else.</summary>
public sealed class NumberTakenTests
{
    [Theory]
    [InlineData(DuplicateRule.RelationAndNumber)]
    [InlineData(DuplicateRule.Number)]
    public async Task Identical_booking_in_the_books_is_adopted_at_once(DuplicateRule rule)
    {
        var (world, host) = await StartAsync(rule);
        await using var _ = world;
        var byHand = world.Books.AddInvoice("7", "K100", new DateOnly(2026, 3, 2), new SandboxMutationLine(100m, 21m, "HOOG_VERK_21", 21m, "8000"));

        var reply = await host.SendAsync(Events.Invoice("7"));

        Assert.Equal((200, "booked", byHand.Number), (reply.Status, reply.Outcome, reply.MutationNumber));
        Assert.Equal(["AddMutatie", "GetMutaties"], world.Sandbox.Books.Calls.Steps());
        Assert.Equal(2, world.Books.Mutations.Count);
    }

    [Theory]
    [InlineData(DuplicateRule.RelationAndNumber, "K100")]
    [InlineData(DuplicateRule.Number, "K100")]
    [InlineData(DuplicateRule.Number, "K900")]
    public async Task Another_booking_under_the_number_is_shown_and_a_newer_event_tried_again(DuplicateRule rule, string debtor)
    {
        var (world, host) = await StartAsync(rule);
        await using var _ = world;
        world.Books.AddRelation("K900", "Een Ander");
        var byHand = world.Books.AddInvoice("7", debtor, new DateOnly(2026, 3, 2), new SandboxMutationLine(50m, 10.50m, "HOOG_VERK_21", 21m, "8000"));

        var reply = await host.SendAsync(Events.Invoice("7"));

        Assert.Equal((200, "needs-attention", "number-in-use"), (reply.Status, reply.Outcome, reply.ReasonCode));
        Assert.Contains(FormattableString.Invariant($"mutatie {byHand.Number}"), reply.Body, StringComparison.Ordinal);
        Assert.Contains("60.50", reply.Body, StringComparison.Ordinal);
        Assert.Null((await host.InvoiceAsync("7"))!["bookedNumber"]);
        await world.PassAsync(host, TimeSpan.FromDays(1), TimeSpan.FromHours(1));
        Assert.Equal(1, world.Sandbox.Books.Calls.Count("AddMutatie"));

        world.Books.DeleteMutation(byHand.Number);
        var again = await host.SendAsync(Events.Invoice("7", 300m, id: "again", occurredAt: "2026-03-02T11:00:00+01:00"));

        Assert.Equal("booked", again.Outcome);
        Assert.Equal(363m, Assert.Single(world.Books.Mutations, mutation => mutation.InvoiceNumber == "7").Total);
    }

    [Fact]
    public async Task Number_refused_but_nowhere_to_be_found_is_looked_up_again_after_the_wait_and_left_to_a_person()
    {
        var (world, host) = await StartAsync(DuplicateRule.RelationAndNumber);
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Refuse) { Operation = "AddMutatie", Code = ApiChoice.Said("CMUT018", "MUT_020") });

        Assert.Equal("accepted", (await host.SendAsync(Events.Invoice("7"))).Outcome);
        await world.PassMinutesAsync(host, 10);

        var invoice = await host.InvoiceAsync("7");
        Assert.Equal(("needs-attention", "number-in-use"), (invoice!["state"]!.GetValue<string>(), invoice["reason"]!["code"]!.GetValue<string>()));
        Assert.Equal(2, world.Sandbox.Books.Calls.LookUps());
        Assert.Equal(1, world.Sandbox.Books.Calls.Count("AddMutatie"));
    }

    /// <summary>The first attempt is lost without a trace, the second meets its own late booking.</summary>
    [Fact]
    public async Task Second_attempt_that_meets_the_late_booking_of_the_first_adopts_it()
    {
        var (world, host) = await StartAsync(DuplicateRule.RelationAndNumber);
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.ConnectionReset) { Operation = "AddMutatie" });
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "AddMutatie" });
        Assert.Equal("accepted", (await host.SendAsync(Events.Invoice("7"))).Outcome);
        await world.PassMinutesAsync(host, 4);
        Assert.Equal("booking", await host.StateAsync("7"));
        var late = world.Books.AddInvoice("7", "K100", new DateOnly(2026, 3, 2), new SandboxMutationLine(100m, 21m, "HOOG_VERK_21", 21m, "8000"));

        await world.PassMinutesAsync(host, 10);

        var invoice = await host.InvoiceAsync("7");
        Assert.Equal(("booked", late.Number), (invoice!["state"]!.GetValue<string>(), invoice["mutationNumber"]!.GetValue<long>()));
        Assert.Single(world.Books.Mutations, mutation => mutation.InvoiceNumber == "7");
    }

    private static async Task<(World World, Host Host)> StartAsync(DuplicateRule rule)
    {
        var (world, host) = await World.StartAsync(new SandboxSwitches { Duplicates = rule });
        await host.SendAsync(Events.Invoice("first"));
        world.Sandbox.Books.Calls.Clear();
        return (world, host);
    }
}
