using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.States;

/// <summary>The minute timer knows of whatever is left to do, also what a dead process left, and of nothing else.</summary>
public sealed class DueRowTests
{
    [Fact]
    public async Task Due_row_goes_five_minutes_after_everything_is_done_and_not_before()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        await host.SendAsync(Events.Invoice("2").With(invoice => invoice["currency"] = "USD"));

        await world.PassMinutesAsync(host, 4);
        Assert.Single(await host.DueRowsAsync());
        await world.PassMinutesAsync(host, 2);

        Assert.Empty(await host.DueRowsAsync());
        await world.PassAsync(host, TimeSpan.FromHours(3), TimeSpan.FromMinutes(20));
        Assert.Empty(await host.DueRowsAsync());
    }

    [Theory]
    [InlineData(WorkStep.EventStored)]
    [InlineData(WorkStep.LeaseTaken)]
    [InlineData(WorkStep.IntentStored)]
    [InlineData(WorkStep.BookingAnswered)]
    [InlineData(WorkStep.MutationClaimed)]
    public async Task Event_of_a_process_that_died_is_picked_up_by_the_timer_of_another(WorkStep step)
    {
        var world = await World.CreateAsync();
        await using var _ = world;
        var host = await world.AddHostAsync();
        await world.AddTenantAsync("demo");
        var dying = await world.AddHostAsync(builder => builder.Services.AddSingleton<IWorkWitness>(new DeathAt(step)));

        var reply = await dying.SendAsync(Events.Invoice("1"));

        Assert.NotEqual(200, reply.Status);
        Assert.NotEmpty(await host.DueRowsAsync());
        await world.PassMinutesAsync(host, 12);
        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Single(world.Books.Mutations);
        Assert.Empty(await host.DueRowsAsync());
    }

    [Fact]
    public async Task Lost_due_row_is_made_anew_at_the_start_and_every_hour()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "GetRelaties" });
        await host.SendAsync(Events.Invoice("1"));
        await host.SweepAsync();
        await host.DeleteRowAsync("due", "demo");

        await world.PassMinutesAsync(host, 59);
        Assert.Equal("received", await host.StateAsync("1"));
        await world.PassMinutesAsync(host, 2);

        Assert.Equal("booked", await host.StateAsync("1"));
    }

    private sealed class DeathAt(WorkStep step) : IWorkWitness
    {
        // A dead process does nothing more, not even set an invoice aside.
        private bool isDead;

        public void Reached(WorkStep reached)
        {
            if (isDead || reached == step)
            {
                isDead = true;
                throw new OperationCanceledException("The process died.");
            }
        }
    }
}
