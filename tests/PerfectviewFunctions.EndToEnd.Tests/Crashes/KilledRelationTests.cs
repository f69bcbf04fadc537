using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Crashes;

/// <summary>The process dies between two steps of the work on a relation: in the end it stands in the books once, and as Perfectview has it.</summary>
public abstract class KilledRelationTests
{
    /// <summary>Where the hosts keep their rows; null for what a test gets that does not choose.</summary>
    private protected virtual Task<RowPlace?> RowsAsync() => Task.FromResult<RowPlace?>(null);

    private static JsonObject New => RelationEvents.Created(
        "rel-1", 0, "Bakkerij De Korenbloem", new JsonObject { ["code"] = "K100", ["phone"] = "020-1" });

    /// <summary>A new relation whose sender hears no answer, and sends the same event again.</summary>
    protected async Task KillCreatingAsync(WorkStep step)
    {
        await using var scene = await CrashScene.SetUpAsync(await RowsAsync());

        await scene.KillAsync(step, New);
        var host = await scene.StartAsync();
        await scene.SendAsync(host, New);

        await AssertStandsAsync(scene, host, New, "020-1");
        await AssertBlocksNoInvoiceAsync(scene, host);
    }

    /// <summary>A changed relation whose sender never comes back: what is stored is worked on by the timer alone.</summary>
    protected async Task KillChangingAsync(WorkStep step)
    {
        await using var scene = await CrashScene.SetUpAsync(await RowsAsync());
        var before = await scene.StartAsync();
        await scene.SendAsync(before, New);
        await AssertStandsAsync(scene, before, New, "020-1");
        await scene.StopAsync();
        var change = RelationEvents.Updated("rel-1", 1, new JsonObject { ["phone"] = "020-2" });

        await scene.KillAsync(step, change);
        var isDurable = await scene.IsDurableAsync(change["id"]!.GetValue<string>());
        Assert.Equal(step >= WorkStep.EventStored, isDurable);
        var host = await scene.StartAsync();
        if (!isDurable)
        {
            await scene.SendAsync(host, change);
        }

        await AssertStandsAsync(scene, host, change, "020-2");
        await AssertBlocksNoInvoiceAsync(scene, host);
    }

    private static async Task AssertStandsAsync(CrashScene scene, Uri host, JsonObject sent, string phone)
    {
        await scene.EndsAsync(sent["id"]!.GetValue<string>(), "Done");
        var booked = Assert.Single(scene.Books.Relations);
        Assert.Equal(("K100", "Bakkerij De Korenbloem", phone), (booked.Code, booked.Name, booked["Telefoon"]));
        var shown = await scene.CallAsync(host, HttpMethod.Get, "relations/rel-1");
        Assert.Equal("current", shown!.Json["state"]!.GetValue<string>());
        Assert.DoesNotContain(scene.Sandbox.Books.Calls.Log, call => call.Outcome == "CREL001");
    }

    private static async Task AssertBlocksNoInvoiceAsync(CrashScene scene, Uri host)
    {
        var invoice = Events.Invoice("2026-0001");
        await scene.SendAsync(host, invoice);
        await scene.AssertBookedOnceAsync(host, invoice);
        Assert.Single(scene.Books.Relations);
    }
}

/// <summary>On a local host's own store: each step with a new relation or a changed one, and with both with <c>PVF_LONG=1</c>.</summary>
public sealed class KilledRelationOnLocalHostTests : KilledRelationTests
{
    public static TheoryData<WorkStep> StepsOfCreating => LongRun.Of(
        Steps.OfARelation.Except([WorkStep.CardIntentStored, WorkStep.CardAnswered]),
        WorkStep.DueStored,
        WorkStep.EventStored,
        WorkStep.DebtorIntentStored,
        WorkStep.DebtorAnswered,
        WorkStep.DebtorLinked,
        WorkStep.RelationStored);

    public static TheoryData<WorkStep> StepsOfChanging => LongRun.Of(
        Steps.OfARelation.Except([WorkStep.DebtorIntentStored, WorkStep.DebtorAnswered, WorkStep.DebtorLinked]),
        WorkStep.LeaseTaken,
        WorkStep.CardIntentStored,
        WorkStep.CardAnswered,
        WorkStep.LeaseReleased);

    [Theory]
    [MemberData(nameof(StepsOfCreating))]
    public Task New_relation_stands_in_the_books_once_after_a_kill(WorkStep step) => KillCreatingAsync(step);

    [Theory]
    [MemberData(nameof(StepsOfChanging))]
    public Task Changed_relation_says_what_Perfectview_says_after_a_kill_by_the_timer_alone(WorkStep step) => KillChangingAsync(step);
}
