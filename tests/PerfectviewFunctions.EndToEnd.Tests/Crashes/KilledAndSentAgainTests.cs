using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Crashes;

/// <summary>The process dies between two steps; the sender hears no answer and sends the same event again.</summary>
public abstract class KilledAndSentAgainTests
{
    /// <summary>Where the hosts keep their rows; null for what a test gets that does not choose.</summary>
    private protected virtual Task<RowPlace?> RowsAsync() => Task.FromResult<RowPlace?>(null);

    /// <summary>By which API they book; null for what a test gets that does not choose.</summary>
    private protected virtual BookkeepingApi? Api => null;

    protected async Task KillAsync(WorkStep step)
    {
        await using var scene = await CrashScene.SetUpAsync(await RowsAsync(), Api);
        scene.Sandbox.Books.MakeReachable(step);
        var sent = Events.Invoice("2026-0001");

        await scene.KillAsync(step, sent);
        var host = await scene.StartAsync();
        var reply = await scene.SendAsync(host, sent);

        Assert.True(reply!.Status is 200 or 202, $"{reply.Status} {reply.Body}");
        await scene.AssertBookedOnceAsync(host, sent);
        Assert.Single(scene.Books.Mutations);
        Assert.Single(scene.Books.Relations);
    }
}

/// <summary>On a local host's own store.</summary>
public sealed class KilledLocalHostTests : KilledAndSentAgainTests
{
    public static TheoryData<WorkStep> Tried => LongRun.Of(
        Steps.All, WorkStep.EventStored, WorkStep.DebtorAnswered, WorkStep.BookingAnswered);

    [Theory]
    [MemberData(nameof(Tried))]
    public Task Invoice_is_booked_once_after_a_kill_and_the_senders_retry(WorkStep step) => KillAsync(step);
}
