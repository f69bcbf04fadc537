using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Debtors;

/// <summary>Whatever becomes of the answer to a new debtor, in the end it stands in the books once and its invoice too.</summary>
public sealed class LostDebtorTests
{
    private const string Created = "GetRelaties AddRelatie";
    private const string Found = Created + " GetRelaties AddMutatie";

    [Theory]
    [InlineData(FaultKind.AnswerLost)]
    [InlineData(FaultKind.Http500After)]
    [InlineData(FaultKind.Malformed)]
    [InlineData(FaultKind.Truncated)]
    [InlineData(FaultKind.NoMutationNumber)]
    public async Task Debtor_made_but_not_answered_is_found_and_the_invoice_booked_in_the_same_request(FaultKind kind)
    {
        var (world, host) = await StartAsync(new Fault(kind));
        await using var _ = world;

        var reply = await host.SendAsync(Events.Invoice("1"));

        Assert.Equal((200, "booked"), (reply.Status, reply.Outcome));
        Assert.Equal(Found, Calls(world));
        await AssertOneOfEachAsync(world, host);
    }

    [Theory]
    [InlineData(FaultKind.ConnectionReset, 200)]
    [InlineData(FaultKind.Http500Before, 200)]
    [InlineData(FaultKind.Throttled, 503)]
    public async Task Debtor_neither_made_nor_answered_is_made_again_after_the_wait(FaultKind kind, int status)
    {
        var (world, host) = await StartAsync(new Fault(kind) { Status = status });
        await using var _ = world;

        AssertPending(await host.SendAsync(Events.Invoice("1")), "outcome-uncertain");

        await world.PassMinutesAsync(host, 3);
        Assert.Equal(Created + " GetRelaties", Calls(world));
        await world.PassMinutesAsync(host, 1);
        Assert.Equal(Created + " GetRelaties GetRelaties AddRelatie AddMutatie", Calls(world));
        await AssertOneOfEachAsync(world, host);
    }

    [Theory]
    [InlineData(FaultKind.CommitLater)]
    [InlineData(FaultKind.SlowBefore)]
    public async Task Debtor_made_only_after_the_call_was_given_up_is_found_after_the_wait(FaultKind kind)
    {
        var (world, host) = await StartAsync(new Fault(kind) { Delay = TimeSpan.FromSeconds(100) });
        await using var _ = world;

        var sending = host.SendAsync(Events.Invoice("1"));
        await Passing.UntilAsync(() => world.Sandbox.Books.Calls.Count("AddRelatie") == 1);
        if (kind == FaultKind.SlowBefore)
        {
            world.Clock.Advance(TimeSpan.FromSeconds(31));
        }

        AssertPending(await sending, "outcome-uncertain");
        await world.PassMinutesAsync(host, 5);

        Assert.Equal(1, world.Sandbox.Books.Calls.Count("AddRelatie"));
        await AssertOneOfEachAsync(world, host);
    }

    [Fact]
    public async Task Debtor_answered_after_the_call_timed_out_is_found_in_the_same_request()
    {
        var (world, host) = await StartAsync(new Fault(FaultKind.SlowAfter) { Delay = TimeSpan.FromSeconds(40) });
        await using var _ = world;

        var sending = host.SendAsync(Events.Invoice("1"));
        await Passing.UntilAsync(() => world.Books.Relations.Count == 1);
        world.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("booked", (await sending).Outcome);
        await AssertOneOfEachAsync(world, host);
    }

    /// <summary>REST has no refusals that pass by themselves.</summary>
    public static TheoryData<FaultKind, string, string> NotMade => ApiChoice.Said(
        new TheoryData<FaultKind, string, string> { { FaultKind.Throttled, "", "books-throttled" }, { FaultKind.Refuse, "E001.7", "E0017" } },
        new TheoryData<FaultKind, string, string> { { FaultKind.Throttled, "", "books-throttled" } });

    [Theory]
    [MemberData(nameof(NotMade))]
    public async Task Debtor_certainly_not_made_is_made_at_the_next_try_without_a_look_up(FaultKind kind, string code, string reason)
    {
        var (world, host) = await StartAsync(new Fault(kind) { Code = code });
        await using var _ = world;

        AssertPending(await host.SendAsync(Events.Invoice("1")), reason);
        await world.PassMinutesAsync(host, 2);

        Assert.Equal(Created + " AddRelatie AddMutatie", Calls(world));
        await AssertOneOfEachAsync(world, host);
    }

    [Fact]
    public async Task Session_gone_is_renewed_and_the_debtor_made_at_once()
    {
        var (world, host) = await StartAsync(new Fault(FaultKind.SessionGone));
        await using var _ = world;

        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("1"))).Outcome);
        await AssertOneOfEachAsync(world, host);
    }

    [Fact]
    public async Task Unknown_refusal_is_held_back_and_the_debtor_made_for_a_later_event()
    {
        var (world, host) = await StartAsync(new Fault(FaultKind.Refuse) { Code = "CREL777" });
        await using var _ = world;

        var reply = await host.SendAsync(Events.Invoice("1"));

        Assert.Equal((200, "needs-attention", "unknown-refusal"), (reply.Status, reply.Outcome, reply.ReasonCode));
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("1", id: "again", occurredAt: "2026-03-02T11:00:00+01:00"))).Outcome);
        await AssertOneOfEachAsync(world, host);
    }

    [Fact]
    public async Task Code_refused_as_taken_but_nowhere_to_be_found_is_left_to_a_person()
    {
        var (world, host) = await StartAsync(new Fault(FaultKind.Refuse) { Code = "CREL001" });
        await using var _ = world;

        var reply = await host.SendAsync(Events.Invoice("1"));

        Assert.Equal((200, "needs-attention", "debtor-code-taken"), (reply.Status, reply.Outcome, reply.ReasonCode));
        Assert.Empty(world.Books.Relations);
    }

    /// <summary>The index is some minutes old, and meanwhile somebody made a relation with the code: name and code alone prove nothing.</summary>
    [Theory]
    [InlineData("Smederij Van IJzer", null, "needs-attention")]
    [InlineData("Een Vreemde", null, "needs-attention")]
    [InlineData("Smederij Van IJzer", "1234 AB", "booked")]
    public async Task Code_taken_since_the_index_was_read_is_matched_as_any_other(string name, string? postalCode, string outcome)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("first"));
        world.Books.AddRelation("K200", name, new Dictionary<string, string> { ["Postcode"] = postalCode ?? "" });

        var reply = await host.SendAsync(Events.Invoice("1").For(Events.Debtor("rel-2", "Smederij Van IJzer", "K200")));

        Assert.Equal(outcome, reply.Outcome);
        Assert.Equal(2, world.Books.Relations.Count);
        if (outcome == "needs-attention")
        {
            Assert.Equal("debtor-ambiguous", reply.ReasonCode);
            Assert.Contains("K200 " + name, reply.Results[0]!["reason"]!["nl"]!.GetValue<string>(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Debtor_that_another_host_just_created_is_not_created_again()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await world.PlantTenantAsync("other", World.Settings with { NumberPrefix = "O-" });
        var second = await world.AddHostAsync();
        var debtor = Events.Debtor("rel-2", "Smederij Van IJzer");
        debtor["vatNumber"] = "NL000099998B57";
        await second.SendAsync(Events.Invoice("0"));
        await host.SendAsync(Events.Invoice("1").For(debtor.DeepClone().AsObject()));

        var reply = await second.SendAsync(Events.Invoice("1", id: "other").For(debtor), "other");

        Assert.Equal("booked", reply.Outcome);
        Assert.Single(world.Books.Relations, relation => relation.Name == "Smederij Van IJzer");
    }

    [Fact]
    public async Task Many_invoices_of_a_debtor_whose_answer_was_lost_are_all_booked_on_one_relation()
    {
        var (world, host) = await StartAsync(new Fault(FaultKind.CommitLater) { Delay = TimeSpan.FromSeconds(100) });
        await using var _ = world;

        var reply = await host.SendAsync(new JsonArray([.. Enumerable.Range(1, 10).Select(i => Events.Invoice($"{i}"))]));
        Assert.Equal(202, reply.Status);
        await world.PassMinutesAsync(host, 5);

        Assert.Equal("K100", Assert.Single(world.Books.Relations).Code);
        Assert.Equal(10, world.Books.Mutations.Select(mutation => mutation.InvoiceNumber).Distinct().Count());
        Assert.Equal(10, world.Books.Mutations.Count);
        Assert.Equal(1, world.Sandbox.Books.Calls.Count("AddRelatie"));
    }

    private static async Task<(World World, Host Host)> StartAsync(Fault fault)
    {
        var (world, host) = await World.StartAsync();
        world.Sandbox.Books.Faults.Add(fault with { Operation = "AddRelatie" });
        return (world, host);
    }

    private static void AssertPending(Reply reply, string reason)
    {
        Assert.Equal((202, "accepted", reason), (reply.Status, reply.Outcome, reply.ReasonCode));
        Assert.DoesNotContain("?", reply.Results[0]!["reason"]!["nl"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static async Task AssertOneOfEachAsync(World world, Host host)
    {
        await world.PassMinutesAsync(host, 15);
        Assert.Equal("K100", Assert.Single(world.Books.Relations).Code);
        Assert.Equal(("1", "K100"), (Assert.Single(world.Books.Mutations).InvoiceNumber, world.Books.Mutations[0].RelationCode));
        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Empty(await host.DueRowsAsync());
    }

    private static string Calls(World world) => string.Join(' ', world.Sandbox.Books.Calls.Steps());
}
