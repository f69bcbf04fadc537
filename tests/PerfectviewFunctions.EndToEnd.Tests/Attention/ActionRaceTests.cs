using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Attention;

/// <summary>A person acts while others do: however it comes out, an invoice is booked once at most.</summary>
public sealed class ActionRaceTests
{
    [Fact]
    public async Task Ten_clicks_on_retry_book_once()
    {
        var (world, host) = await Bookkeeper.StartUnmappedAsync();
        await using var _ = world;
        var second = await world.AddHostAsync();
        await host.SendAsync(Events.Invoice("1"));
        await host.MapHighAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(click => (click % 2 == 0 ? host : second).RetryAsync("1")));

        Assert.All(replies, reply => Assert.True(reply.Status == 200 || reply.ReasonCode is "booked-stays" or "lookup-first", reply.Body));
        await AssertBookedOnceAsync(world, host);
    }

    [Fact]
    public async Task Retry_beside_a_sweep_and_a_newer_event_books_once()
    {
        for (var round = 0; round < 5; round++)
        {
            var (world, host) = await Bookkeeper.StartUnmappedAsync();
            await using var _ = world;
            var second = await world.AddHostAsync();
            await host.SendAsync(Events.Invoice("1"));
            await host.MapHighAsync();

            await Task.WhenAll(
                host.RetryAsync("1"),
                second.SweepAsync(),
                second.SendAsync(Events.Invoice("1", id: "newer", occurredAt: "2026-03-02T12:00:00+01:00")),
                host.SweepAsync(),
                second.RetryAsync("1"));

            await AssertBookedOnceAsync(world, host);
        }
    }

    /// <summary>Before the booking is frozen the person wins; from then on he is told to wait for the outcome.</summary>
    [Theory]
    [InlineData(WorkStep.LeaseTaken, false)]
    [InlineData(WorkStep.DebtorAnswered, false)]
    [InlineData(WorkStep.DebtorLinked, false)]
    [InlineData(WorkStep.IntentStored, true)]
    [InlineData(WorkStep.BookingAnswered, true)]
    [InlineData(WorkStep.MutationClaimed, true)]
    [InlineData(WorkStep.ResultStored, true)]
    public async Task Ignoring_in_the_middle_of_the_work_counts_until_the_booking_is_frozen(WorkStep step, bool isBooked)
    {
        var world = await World.CreateAsync();
        await using var _ = world;
        var person = await world.AddHostAsync();
        ApiReply? reply = null;
        var worker = await world.AddHostAsync(builder => builder.Services.AddSingleton<IWorkWitness>(new Interrupting(step, () =>
            reply = person.IgnoreAsync("1").GetAwaiter().GetResult())));
        await world.AddTenantAsync("demo");

        await worker.SendAsync(Events.Invoice("1"));
        await world.PassMinutesAsync(worker, 10);

        Assert.Equal(isBooked ? 409 : 200, reply!.Status);
        Assert.Equal(isBooked ? "booked" : "ignored", await worker.StateAsync("1"));
        Assert.Equal(isBooked ? 1 : 0, world.Books.Mutations.Count);
        Assert.Empty(await worker.DueRowsAsync());
    }

    private static async Task AssertBookedOnceAsync(World world, Host host)
    {
        await world.PassMinutesAsync(host, 10);
        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Single(world.Books.Mutations);
        Assert.Equal(1, world.Sandbox.Books.Calls.Count("AddMutatie"));
        Assert.Empty((await host.HeldBackAsync())["invoices"]!.AsArray());
        Assert.Empty(await host.DueRowsAsync());
    }

    private sealed class Interrupting(WorkStep at, Action interrupt) : IWorkWitness
    {
        private bool done;

        public void Reached(WorkStep step)
        {
            if (step == at && !done)
            {
                done = true;
                interrupt();
            }
        }
    }
}
