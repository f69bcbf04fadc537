using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties;

/// <summary>Corners of order and repetition that are too narrow for random walks to meet, or to time.</summary>
public sealed class OrderCornerTests
{
    [Fact]
    public async Task Corrected_version_is_booked_as_soon_as_the_earlier_one_is_refused_after_all()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Books.ClosedUntil = new DateOnly(2025, 12, 31);
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.AnswerLost) { Operation = "AddMutatie" });
        await host.SendAsync(Events.Invoice("1", id: "first").With(invoice => invoice["date"] = "2025-06-15"));
        var reply = await host.SendAsync(Events.Invoice("1", id: "corrected", occurredAt: "2026-03-02T09:05:00+01:00"));
        Assert.Equal("accepted", reply.Outcome);

        // The first version is looked up when absence counts, sent again and refused: its period is closed.
        world.Clock.Advance(world.Engine.ProvesAbsenceAfter);
        await host.SweepAsync();

        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Equal(new DateOnly(2026, 3, 2), Assert.Single(world.Books.Mutations).Date);
    }

    [Fact]
    public async Task Event_refused_twice_in_one_moment_with_different_faults_shows_the_latter()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        var first = await host.SendAsync(Events.Invoice("1").With(invoice => invoice.Remove("date")));
        var second = await host.SendAsync(Events.Invoice("1").With(invoice => invoice.Remove("total")));
        var mended = await host.SendAsync(Events.Invoice("1"));

        Assert.Equal(("refused", "refused", "booked"), (first.Outcome, second.Outcome, mended.Outcome));
        Assert.Equal("/data/invoice/total", second.Results[0]!["faults"]![0]!["pointer"]!.GetValue<string>());
    }
}
