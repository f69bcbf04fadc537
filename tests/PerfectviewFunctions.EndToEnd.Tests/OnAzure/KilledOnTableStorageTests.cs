using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Crashes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.OnAzure;

/// <summary>A host on Table Storage dies between two steps, and another goes on. (PVF_STORE=azurite runs all the other kills there too.)</summary>
public sealed class KilledOnTableStorageTests
{
    public static TheoryData<WorkStep> AllSteps => Steps.All;

    [Theory]
    [MemberData(nameof(AllSteps))]
    public async Task Invoice_is_booked_once_after_a_kill_and_the_senders_retry(WorkStep step)
    {
        await using var scene = await CrashScene.SetUpAsync(await AzuriteTable.CreateAsync());
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
