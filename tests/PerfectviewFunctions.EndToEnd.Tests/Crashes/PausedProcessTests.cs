using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Crashes;

/// <summary>
/// A process is stopped at a step, longer than its lease, and goes on when another has done the work: it changes nothing any more, and sends nothing. The
/// books refuse a second booking by relation and number only.
/// </summary>
public sealed class PausedProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The steps that differ most; every step with PVF_LONG=1.</summary>
    public static TheoryData<WorkStep> SomeSteps => LongRun.Of(
        Steps.All,
        WorkStep.DebtorAnswered,
        WorkStep.IntentStored,
        WorkStep.BookingAnswered,
        WorkStep.LookupAnswered,
        WorkStep.MutationClaimed);

    [UnixTheory]
    [MemberData(nameof(SomeSteps))]
    public async Task Invoice_is_booked_once_and_the_paused_process_writes_nothing_any_more(WorkStep step)
    {
        await using var scene = await CrashScene.SetUpAsync();
        scene.Sandbox.Books.MakeReachable(step);
        var sent = Events.Invoice("2026-0001");
        var (paused, address) = await scene.StartProcessAsync($"--Pause={step}");
        var sending = SendUntilPausedAsync(scene, paused, address, sent);
        await paused.PrintedAsync("Paused at ");

        var host = await scene.StartAsync();
        await scene.SendAsync(host, sent);
        await scene.AssertBookedOnceAsync(host, sent);
        await scene.StopAsync();
        var (rows, calls) = (scene.Dump(), CallsThatChange(scene));
        paused.Resume();
        var last = await sending;

        Assert.Equal(rows, scene.Dump());
        Assert.Equal(calls, CallsThatChange(scene));
        Assert.True(last is null or { Status: 200 or 202 }, $"{last?.Status} {last?.Body}\n{paused.Output}");
        Assert.Single(scene.Books.Mutations);
        Assert.Single(scene.Books.Relations);
        if (step is WorkStep.BookingAnswered or WorkStep.LookupAnswered or WorkStep.MutationClaimed)
        {
            Assert.Contains("Another worker went on with", paused.Output, StringComparison.Ordinal);
        }
    }

    /// <summary>
    /// Between the last look at the lease and the first byte a session may have to be opened: whoever is paused there finds, when he goes on, that the
    /// time of his call is over.
    /// </summary>
    [UnixFact]
    public async Task Call_whose_process_was_paused_while_it_waited_for_a_session_is_never_sent()
    {
        await using var scene = await CrashScene.SetUpAsync();
        var faults = scene.Sandbox.Books.Faults;
        var sent = Events.Invoice("2026-0001");
        var (paused, address) = await scene.StartProcessAsync();
        faults.Add(new Fault(FaultKind.SessionGone) { Operation = "AddMutatie" });
        var opened = scene.Sandbox.Books.Calls.Count("OpenSession");
        faults.Add(new Fault(FaultKind.SlowBefore) { Operation = "OpenSession", Delay = TimeSpan.Zero });
        faults.Add(new Fault(FaultKind.SlowAfter) { Operation = "OpenSession", Delay = TimeSpan.FromSeconds(0.6) });
        var sending = scene.SendAsync(address, sent);
        var deadline = DateTime.UtcNow + Patience;
        while (scene.Sandbox.Books.Calls.Count("OpenSession") < opened + 2)
        {
            Assert.True(DateTime.UtcNow < deadline, "No second session is opened.\n" + paused.Output);
            await Task.Delay(5);
        }

        paused.Pause();
        var host = await scene.StartAsync();
        await scene.AssertBookedOnceAsync(host, sent);
        await scene.StopAsync();
        var (rows, calls) = (scene.Dump(), CallsThatChange(scene));
        paused.Resume();
        await sending;

        Assert.Equal(rows, scene.Dump());
        Assert.Equal(calls, CallsThatChange(scene));
        Assert.Single(scene.Books.Mutations);
    }

    /// <summary>As a sender who hears nothing, or only "accepted": until nothing is answered any more.</summary>
    private static async Task<Reply?> SendUntilPausedAsync(CrashScene scene, ChildProcess paused, Uri address, JsonNode sent)
    {
        var deadline = DateTime.UtcNow + Patience;
        Reply? reply;
        do
        {
            reply = await scene.SendAsync(address, sent);
            await Task.Delay(Pause);
        }
        while (!paused.Output.Contains("Paused at ", StringComparison.Ordinal) && DateTime.UtcNow < deadline);
        return reply;
    }

    private static string CallsThatChange(CrashScene scene) =>
        string.Join(' ', ((string[])["AddMutatie", "AddRelatie", "UpdateRelatie"]).Select(operation => scene.Sandbox.Books.Calls.Count(operation)));
}
