using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Connection;

public sealed class SessionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Expired_session_is_renewed_once_and_the_booking_repeated(bool dotted)
    {
        var (world, host) = await World.StartAsync(new SandboxSwitches { DottedCodes = dotted });
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        world.Clock.Advance(TimeSpan.FromMinutes(21));
        world.Sandbox.Books.Calls.Clear();

        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("2"))).Outcome);
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("3"))).Outcome);

        Assert.Equal(
            ApiChoice.Said<IEnumerable<string>>(["AddMutatie", "OpenSession", "AddMutatie", "AddMutatie"], ["OpenSession", "AddMutatie", "AddMutatie"]), world.Sandbox.Books.Calls.Log.Select(call => call.Operation));
    }

    [Fact]
    public async Task Session_refused_twice_in_a_row_is_tried_again_later()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.SessionGone) { Operation = "AddMutatie", Times = 2 });

        var reply = await host.SendAsync(Events.Invoice("2"));

        Assert.Equal((202, "accepted", "books-session-refused"), (reply.Status, reply.Outcome, reply.ReasonCode));
        await world.PassMinutesAsync(host, 2);
        Assert.Equal("booked", await host.StateAsync("2"));
        Assert.Equal(2, world.Books.Mutations.Count);
    }

    [Fact]
    public async Task Two_hosts_that_end_each_others_sessions_book_everything_once()
    {
        var (world, host) = await World.StartAsync(new SandboxSwitches { NewSessionEndsOld = true });
        await using var _ = world;
        var hosts = new[] { host, await world.AddHostAsync() };

        for (var i = 0; i < 10; i++)
        {
            Assert.Equal("booked", (await hosts[i % 2].SendAsync(Events.Invoice($"N{i}"))).Outcome);
        }

        Assert.Equal(10, world.Books.Mutations.Select(mutation => mutation.InvoiceNumber).Distinct().Count());
        Assert.Equal(10, world.Books.Mutations.Count);
        Assert.Single(world.Books.Relations);
    }

    [Fact]
    public async Task Two_hosts_that_end_each_others_sessions_at_once_book_everything_once()
    {
        var (world, host) = await World.StartAsync(new SandboxSwitches { NewSessionEndsOld = true });
        await using var _ = world;
        var hosts = new[] { host, await world.AddHostAsync() };

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => hosts[i % 2].SendAsync(Events.Invoice($"N{i}"))));
        await world.PassMinutesAsync(host, 10);

        Assert.Equal(20, world.Books.Mutations.Select(mutation => mutation.InvoiceNumber).Distinct().Count());
        Assert.Equal(20, world.Books.Mutations.Count);
        Assert.Single(world.Books.Relations);
    }
}
