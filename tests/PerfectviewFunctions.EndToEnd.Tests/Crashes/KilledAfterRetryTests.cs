using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Crashes;

/// <summary>A held-back invoice is tried again, and the process dies at any step of the work that follows.</summary>
public sealed class KilledAfterRetryTests
{
    public static TheoryData<WorkStep> StepsAfterRetry => LongRun.Of(
        Steps.AfterRetry, WorkStep.LeaseTaken, WorkStep.BookingAnswered);

    [Theory]
    [MemberData(nameof(StepsAfterRetry))]
    public async Task Retried_invoice_is_booked_once_after_a_kill(WorkStep step)
    {
        await using var scene = await CrashScene.SetUpAsync();
        var sent = Events.Invoice("2026-0001");
        scene.Books.ClosedUntil = new DateOnly(2026, 12, 31);
        var before = await scene.StartAsync();
        await scene.SendAsync(before, sent);
        await scene.StandsAsync(before, "2026-0001", "needs-attention");
        await scene.StopAsync();
        scene.Books.ClosedUntil = null;
        scene.Sandbox.Books.MakeReachable(step);

        var retry = new JsonObject { ["numbers"] = new JsonArray("2026-0001") };
        await scene.KillByAsync(step, host => scene.CallAsync(host, HttpMethod.Post, "retry", retry));

        await scene.AssertBookedOnceAsync(await scene.StartAsync(), sent);
        Assert.Single(scene.Books.Mutations);
    }
}
