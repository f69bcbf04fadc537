using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.States;

/// <summary>Passing trouble is tried again, less and less often, and never given up.</summary>
public sealed class RetryTests
{
    [Fact]
    public async Task Tries_grow_to_one_an_hour_and_never_end()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("first"));
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "AddMutatie", Times = Fault.UntilCleared });
        world.Sandbox.Books.Calls.Clear();
        Assert.Equal("accepted", (await host.SendAsync(Events.Invoice("1"))).Outcome);

        await world.PassMinutesAsync(host, 6 * 60);
        var waits = Waits(world);
        for (var i = 1; i < waits.Count; i++)
        {
            Assert.True(waits[i] >= waits[i - 1] || waits[i] >= TimeSpan.FromMinutes(45), $"wait {i}: {waits[i]} after {waits[i - 1]}");
        }

        Assert.InRange(waits[0], TimeSpan.FromSeconds(45), TimeSpan.FromMinutes(1));
        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromMinutes(61)));
        Assert.InRange(waits[^1], TimeSpan.FromMinutes(45), TimeSpan.FromMinutes(61));

        await world.PassAsync(host, TimeSpan.FromDays(7), TimeSpan.FromMinutes(61));
        Assert.Equal("booking", await host.StateAsync("1"));
        Assert.InRange(world.Sandbox.Books.Calls.Count("AddMutatie"), 150, 400);
        world.Sandbox.Books.Faults.Clear();
        await world.PassMinutesAsync(host, 62);
        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Single(world.Books.Mutations, mutation => mutation.InvoiceNumber == "1");
    }

    [Theory]
    [InlineData("AddMutatie", 20)]
    [InlineData("OpenSession", 20)]
    [InlineData("GetRelaties", 20)]
    [InlineData("AddRelatie", 20)]
    public async Task Retry_after_of_the_books_is_kept(string operation, int minutes)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        if (operation == "OpenSession")
        {
            world.Sandbox.Books.EndSessions();
        }

        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = operation, RetryAfter = TimeSpan.FromMinutes(minutes) });
        Assert.Equal(202, (await host.SendAsync(Events.Invoice("1"))).Status);
        var calls = world.Sandbox.Books.Calls.Total;

        await world.PassMinutesAsync(host, minutes - 1);
        Assert.Equal(calls, world.Sandbox.Books.Calls.Total);
        await world.PassMinutesAsync(host, 2);

        Assert.Equal("booked", await host.StateAsync("1"));
    }

    [Fact]
    public async Task Sender_that_sends_again_meanwhile_does_not_hurry_the_next_try()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "AddMutatie", RetryAfter = TimeSpan.FromMinutes(30) });
        await host.SendAsync(Events.Invoice("1"));

        for (var i = 0; i < 10; i++)
        {
            var reply = await host.SendAsync(Events.Invoice("1"));
            Assert.Equal((202, "duplicate", "accepted"), (reply.Status, reply.Outcome, reply.Results[0]!["first"]!.GetValue<string>()));
        }

        Assert.Equal(1, world.Sandbox.Books.Calls.Count("AddMutatie"));
    }

    [Fact]
    public async Task Books_that_cannot_be_reached_are_tried_again()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("first"));
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.ConnectionReset) { Operation = "OpenSession", Times = 5 });
        world.Clock.Advance(TimeSpan.FromMinutes(30));

        var reply = await host.SendAsync(Events.Invoice("1"));

        Assert.Equal((202, "accepted"), (reply.Status, reply.Outcome));
        await world.PassMinutesAsync(host, 60);
        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Equal(0, world.Sandbox.Books.Calls.LookUps());
    }

    private static IReadOnlyList<TimeSpan> Waits(World world)
    {
        var tries = world.Sandbox.Books.Calls.Log.Where(call => call.Operation == "AddMutatie").Select(call => call.At).ToList();
        return [.. tries.Skip(1).Zip(tries, (next, last) => next - last)];
    }
}
