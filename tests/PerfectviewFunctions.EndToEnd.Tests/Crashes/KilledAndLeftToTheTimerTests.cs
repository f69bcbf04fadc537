using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Crashes;

/// <summary>The process dies between two steps and the sender never comes back: what is stored is booked, by the timer alone.</summary>
public sealed class KilledAndLeftToTheTimerTests
{
    public static TheoryData<WorkStep> AllSteps => new(Steps.All);

    [Theory]
    [MemberData(nameof(AllSteps))]
    public async Task Durable_invoice_is_booked_once_after_a_kill_by_the_timer_alone(WorkStep step)
    {
        await using var scene = await CrashScene.SetUpAsync();
        scene.Sandbox.Books.MakeReachable(step);
        var sent = Events.Invoice("2026-0001");

        await scene.KillAsync(step, sent);

        // Only what comes before the event is stored may be lost: nobody was answered then.
        var isDurable = await scene.IsDurableAsync("evt-2026-0001");
        Assert.Equal(step >= WorkStep.EventStored, isDurable);
        var host = await scene.StartAsync();
        if (isDurable)
        {
            await scene.AssertBookedOnceAsync(host, sent);
            Assert.Single(scene.Books.Relations);
        }
        else
        {
            Assert.Null(await scene.InvoiceAsync(host, "2026-0001"));
        }

        Assert.Equal(isDurable ? 1 : 0, scene.Books.Mutations.Count);
    }
}
