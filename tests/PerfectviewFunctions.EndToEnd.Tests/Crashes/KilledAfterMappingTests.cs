using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Crashes;

/// <summary>A mapping is saved that sets held-back invoices free, and the process dies at any step of the work that follows within that call.</summary>
public sealed class KilledAfterMappingTests
{
    public static TheoryData<WorkStep> Tried => LongRun.Of(
        [WorkStep.LeaseTaken, WorkStep.DebtorAnswered, WorkStep.IntentStored, WorkStep.BookingAnswered, WorkStep.UncertainStored, WorkStep.ResultStored],
        WorkStep.DebtorAnswered, WorkStep.BookingAnswered);

    [Theory]
    [MemberData(nameof(Tried))]
    public async Task Invoices_set_free_are_each_booked_once_after_a_kill(WorkStep step)
    {
        await using var scene = await CrashScene.SetUpAsync();
        JsonNode[] sent = [Events.Invoice("2026-0001"), Events.Invoice("2026-0002", 200m)];
        var before = await scene.StartAsync();
        await CrashScene.UntilDoneAsync(() => MapAsync(scene, before, account: null));
        foreach (var one in sent)
        {
            await scene.SendAsync(before, one);
            await scene.StandsAsync(before, one.NumberOf(), "needs-attention");
        }

        await scene.StopAsync();
        scene.Sandbox.Books.MakeReachable(step, times: 2);

        await scene.KillByAsync(step, host => MapAsync(scene, host, "8000"));

        // The person saw no answer, and saves once more.
        var after = await scene.StartAsync();
        await CrashScene.UntilDoneAsync(() => MapAsync(scene, after, "8000"));
        foreach (var one in sent)
        {
            await scene.AssertBookedOnceAsync(after, one);
        }

        Assert.Equal(2, scene.Books.Mutations.Count);
        Assert.Single(scene.Books.Relations);
    }

    /// <param name="account">Of 21%; null for no row at all.</param>
    private static async Task<ApiReply?> MapAsync(CrashScene scene, Uri host, string? account)
    {
        if (await scene.CallAsync(host, HttpMethod.Get, "vat-mappings") is not { } read)
        {
            return null;
        }

        var rows = account is null
            ? []
            : new JsonArray(new JsonObject { ["category"] = "NL_HIGH", ["vatCode"] = "HOOG_VERK_21", ["account"] = account });
        return await scene.CallAsync(
            host, HttpMethod.Put, "vat-mappings", new JsonObject { ["rows"] = rows, ["retryUnblocked"] = true }, read.ETag);
    }
}
