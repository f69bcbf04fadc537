using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Recovery;

/// <summary>Whatever becomes of the answer to a booking, in the end it stands in the books once.</summary>
public sealed class LostAnswerTests
{
    private const string Uncertain = "outcome-uncertain";

    /// <summary>Every reading of what the documents of the service leave open about a booking's answer.</summary>
    private static readonly (DuplicateRule Duplicates, SuccessForm Success)[] Switches =
    [
        .. from duplicates in Enum.GetValues<DuplicateRule>() from success in Enum.GetValues<SuccessForm>() select (duplicates, success),
    ];

    [Theory]
    [InlineData(FaultKind.AnswerLost)]
    [InlineData(FaultKind.Http500After)]
    [InlineData(FaultKind.Malformed)]
    [InlineData(FaultKind.Truncated)]
    [InlineData(FaultKind.NoMutationNumber)]
    public async Task Booking_made_but_not_answered_is_found_and_adopted_in_the_same_request(FaultKind kind) =>
        await ForEachSwitchAsync(async (world, host, number) =>
        {
            world.Sandbox.Books.Faults.Add(new Fault(kind) { Operation = "AddMutatie" });

            var reply = await host.SendAsync(Events.Invoice(number));

            Assert.Equal((200, "booked"), (reply.Status, reply.Outcome));
            Assert.Equal(["AddMutatie", "GetOpenPosten", "GetMutaties"], Calls(world));
            Assert.Equal(reply.MutationNumber, await SettledAsync(world, host, number, sends: 1));
        });

    [Theory]
    [InlineData(FaultKind.ConnectionReset, 200)]
    [InlineData(FaultKind.Http500Before, 200)]
    [InlineData(FaultKind.Throttled, 503)]
    public async Task Booking_neither_made_nor_answered_is_proven_absent_and_sent_again(FaultKind kind, int status) =>
        await ForEachSwitchAsync(async (world, host, number) =>
        {
            world.Sandbox.Books.Faults.Add(new Fault(kind) { Operation = "AddMutatie", Status = status });

            await AssertPendingAsync(host, await host.SendAsync(Events.Invoice(number)), number, "uncertain", Uncertain);

            await world.PassMinutesAsync(host, 3);
            Assert.Equal(["AddMutatie", "GetOpenPosten"], Calls(world));
            await SettledAsync(world, host, number, sends: 2);
            Assert.Equal(["AddMutatie", "GetOpenPosten", "GetMutaties", "AddMutatie"], Calls(world));
        });

    [Fact]
    public async Task Booking_made_only_after_the_connection_was_dropped_is_adopted_when_the_wait_is_over() =>
        await ForEachSwitchAsync(async (world, host, number) =>
        {
            world.Sandbox.Books.Faults.Add(new Fault(FaultKind.CommitLater) { Operation = "AddMutatie", Delay = TimeSpan.FromSeconds(100) });

            await AssertPendingAsync(host, await host.SendAsync(Events.Invoice(number)), number, "uncertain", Uncertain);

            await SettledAsync(world, host, number, sends: 1);
            Assert.Equal(["AddMutatie", "GetOpenPosten", "GetMutaties"], Calls(world));
        });

    [Fact]
    public async Task Booking_answered_after_the_call_timed_out_is_found_and_adopted_in_the_same_request() =>
        await ForEachSwitchAsync(async (world, host, number) =>
        {
            world.Sandbox.Books.Faults.Add(new Fault(FaultKind.SlowAfter) { Operation = "AddMutatie", Delay = TimeSpan.FromSeconds(40) });

            var sending = host.SendAsync(Events.Invoice(number));
            await Passing.UntilAsync(() => world.Books.Mutations.Any(mutation => mutation.InvoiceNumber == number));
            world.Clock.Advance(TimeSpan.FromSeconds(31));
            var reply = await sending;

            Assert.Equal((200, "booked"), (reply.Status, reply.Outcome));
            await SettledAsync(world, host, number, sends: 1);
        });

    [Fact]
    public async Task Booking_begun_after_the_call_timed_out_is_adopted_when_the_wait_is_over() =>
        await ForEachSwitchAsync(async (world, host, number) =>
        {
            world.Sandbox.Books.Faults.Add(new Fault(FaultKind.SlowBefore) { Operation = "AddMutatie", Delay = TimeSpan.FromSeconds(90) });

            var sending = host.SendAsync(Events.Invoice(number));
            await Passing.UntilAsync(() => world.Sandbox.Books.Calls.Count("AddMutatie") == 1);
            world.Clock.Advance(TimeSpan.FromSeconds(31));

            await AssertPendingAsync(host, await sending, number, "uncertain", Uncertain);
            await SettledAsync(world, host, number, sends: 1);
        });

    [Fact]
    public async Task Session_gone_is_renewed_and_the_booking_repeated_at_once() =>
        await ForEachSwitchAsync(async (world, host, number) =>
        {
            world.Sandbox.Books.Faults.Add(new Fault(FaultKind.SessionGone) { Operation = "AddMutatie" });

            var reply = await host.SendAsync(Events.Invoice(number));

            Assert.Equal((200, "booked"), (reply.Status, reply.Outcome));
            await SettledAsync(world, host, number, sends: 2);
            Assert.Equal(["AddMutatie", "AddMutatie"], Calls(world));
        });

    /// <summary>REST has no refusals that pass by themselves.</summary>
    public static TheoryData<FaultKind, string, string> NotMade => ApiChoice.Said(
        new TheoryData<FaultKind, string, string>
        {
            { FaultKind.Throttled, "", "books-throttled" },
            { FaultKind.Refuse, "E001.7", "E0017" },
            { FaultKind.Refuse, "E003.1", "E0031" },
        },
        new TheoryData<FaultKind, string, string> { { FaultKind.Throttled, "", "books-throttled" } });

    [Theory]
    [MemberData(nameof(NotMade))]
    public async Task Booking_certainly_not_made_is_sent_again_without_any_look_up(FaultKind kind, string code, string reason) =>
        await ForEachSwitchAsync(async (world, host, number) =>
        {
            world.Sandbox.Books.Faults.Add(new Fault(kind) { Operation = "AddMutatie", Code = code });

            await AssertPendingAsync(host, await host.SendAsync(Events.Invoice(number)), number, "booking", reason);

            await SettledAsync(world, host, number, sends: 2);
            Assert.Equal(["AddMutatie", "AddMutatie"], Calls(world));
        });

    [Fact]
    public async Task Unknown_refusal_is_held_back_and_a_later_event_of_the_invoice_is_booked() =>
        await ForEachSwitchAsync(async (world, host, number) =>
        {
            world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Refuse) { Operation = "AddMutatie", Code = "CMUT777" });

            var reply = await host.SendAsync(Events.Invoice(number));

            Assert.Equal((200, "needs-attention", "unknown-refusal"), (reply.Status, reply.Outcome, reply.ReasonCode));
            Assert.Contains("CMUT777", reply.Body, StringComparison.Ordinal);
            await world.PassAsync(host, TimeSpan.FromHours(2), TimeSpan.FromHours(1));
            Assert.Equal(["AddMutatie"], Calls(world));

            await host.SendAsync(Events.Invoice(number, id: number + "-again", occurredAt: "2026-03-03T09:00:00+01:00"));
            await SettledAsync(world, host, number, sends: 2);
        });

    /// <summary>Plays one story in one world per setting of the switches, with a known debtor and an open session.</summary>
    private static async Task ForEachSwitchAsync(Func<World, Host, string, Task> story)
    {
        var (world, host) = await World.StartAsync(new SandboxSwitches { SessionLifetime = TimeSpan.FromDays(30) });
        await using var _ = world;
        await host.SendAsync(Events.Invoice("first"));
        foreach (var (duplicates, success) in Switches)
        {
            world.Sandbox.Books.Switches = world.Sandbox.Books.Switches with { Duplicates = duplicates, Success = success };
            world.Sandbox.Books.Calls.Clear();
            await story(world, host, $"{duplicates}-{success}");
        }
    }

    private static async Task AssertPendingAsync(Host host, Reply reply, string number, string state, string reason)
    {
        Assert.Equal((202, "accepted", reason), (reply.Status, reply.Outcome, reply.ReasonCode));
        var invoice = await host.InvoiceAsync(number);
        Assert.Equal((state, reason), (invoice!["state"]!.GetValue<string>(), invoice["reason"]!["code"]!.GetValue<string>()));
    }

    /// <summary>Moves well past every wait, and past it again: one booking, nothing pending, no call too many.</summary>
    private static async Task<long?> SettledAsync(World world, Host host, string number, int sends)
    {
        await world.PassMinutesAsync(host, 5);
        await world.PassAsync(host, TimeSpan.FromHours(3), TimeSpan.FromHours(1));

        Assert.Equal("booked", await host.StateAsync(number));
        var booked = Assert.Single(world.Books.Mutations, mutation => mutation.InvoiceNumber == number);
        Assert.Equal(booked.Number, (await host.InvoiceAsync(number))!["mutationNumber"]!.GetValue<long>());
        Assert.Equal(sends, world.Sandbox.Books.Calls.Count("AddMutatie"));
        Assert.Empty(await host.DueRowsAsync());
        return booked.Number;
    }

    /// <summary>The calls that were answered or dropped, but for opening sessions, each once even if it was finished later.</summary>
    private static IEnumerable<string> Calls(World world) => world.Sandbox.Books.Calls.Log
        .Where(call => call.Operation != "OpenSession" && !(call.Fault == FaultKind.CommitLater && call.Outcome == "OK"))
        .Steps();
}
