using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Crashes;

/// <summary>A process that dies in the middle of several invoices, and processes that die one after the other.</summary>
public sealed class KilledMoreThanOnceTests
{
    public static TheoryData<WorkStep> Tried => LongRun.Of(
        [WorkStep.EventStored, WorkStep.DebtorAnswered, WorkStep.IntentStored, WorkStep.BookingAnswered, WorkStep.LookupAnswered, WorkStep.ResultStored],
        WorkStep.BookingAnswered);

    [Theory]
    [MemberData(nameof(Tried))]
    public async Task Invoices_of_one_call_are_each_booked_once_after_a_kill_at_the_second(WorkStep step)
    {
        await using var scene = await CrashScene.SetUpAsync();
        scene.Sandbox.Books.MakeReachable(step, times: 3);
        JsonNode[] sent =
        [
            Events.Invoice("2026-0001"),
            Events.Invoice("2026-0002", 200m).For(Events.Debtor("rel-2", "Smederij Van IJzer", "K200")),
            Events.Invoice("2026-0003", 300m),
        ];

        await scene.KillAsync(step, new JsonArray([.. sent.Select(one => one.DeepClone())]), times: 2);
        var host = await scene.StartAsync();
        await scene.SendAsync(host, new JsonArray([.. sent.Select(one => one.DeepClone())]));

        foreach (var one in sent)
        {
            await scene.AssertBookedOnceAsync(host, one);
        }

        Assert.Equal(3, scene.Books.Mutations.Count);
        Assert.Equal(2, scene.Books.Relations.Count);
    }

    [Fact]
    public async Task Invoice_is_booked_once_though_a_process_dies_at_one_step_after_the_other()
    {
        await using var scene = await CrashScene.SetUpAsync();
        var sent = Events.Invoice("2026-0001");

        await scene.KillAsync(WorkStep.EventStored, sent);
        await scene.KillAsync(WorkStep.DebtorIntentStored, sent);
        await scene.KillAsync(WorkStep.DebtorAnswered, sent);
        await scene.KillAsync(WorkStep.IntentStored, sent);
        await scene.KillAsync(WorkStep.UncertainStored, sent);
        await scene.KillAsync(WorkStep.LookupAnswered, sent);
        await scene.KillAsync(WorkStep.BookingAnswered, sent);
        await scene.KillAsync(WorkStep.MutationClaimed, sent);
        await scene.AssertBookedOnceAsync(await scene.StartAsync(), sent);

        Assert.Equal(1, scene.Sandbox.Books.Calls.Count("AddMutatie"));
        Assert.Single(scene.Books.Mutations);
        Assert.Single(scene.Books.Relations);
    }
}
