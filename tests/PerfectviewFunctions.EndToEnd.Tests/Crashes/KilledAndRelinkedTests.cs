using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Linking;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Crashes;

/// <summary>
/// The process dies at a step of the booking, and before anybody knows what became of it a person moves the tenant to another administration, or
/// ends the link and makes it again. Deaths within such a change itself are in Core's tests, at every call to a store.
/// </summary>
public sealed class KilledAndRelinkedTests
{
    public static TheoryData<WorkStep> TriedWhileMoving => LongRun.Of(
        [WorkStep.EventStored, WorkStep.DebtorAnswered, WorkStep.IntentStored, WorkStep.BookingAnswered, WorkStep.UncertainStored, WorkStep.MutationClaimed],
        WorkStep.EventStored, WorkStep.BookingAnswered);

    [Theory]
    [MemberData(nameof(TriedWhileMoving))]
    public async Task Invoice_is_booked_in_one_administration_though_the_tenant_moves_to_another(WorkStep step)
    {
        await using var scene = await CrashScene.SetUpAsync();
        var sent = Events.Invoice("2026-0001");
        scene.Sandbox.Books.MakeReachable(step);
        await scene.KillAsync(step, sent);

        var host = await scene.StartAsync();
        await CrashScene.UntilDoneAsync(
            () => scene.CallAsync(host, HttpMethod.Put, "credentials", LinkApi.Second(confirm: true)), "administration-in-use", "administration-busy");

        var later = Events.Invoice("2026-0002");
        Assert.Contains((await scene.SendAsync(host, later))!.Outcome, (string[])["booked", "accepted"]);
        await AssertBookedSomewhereOnceAsync(scene, host, "2026-0001", "2026-0002");
    }

    public static TheoryData<WorkStep> TriedWhileUnlinked => LongRun.Of(
        [WorkStep.LeaseTaken, WorkStep.IntentStored, WorkStep.BookingAnswered, WorkStep.LookupAnswered, WorkStep.MutationClaimed],
        WorkStep.LookupAnswered);

    [Theory]
    [MemberData(nameof(TriedWhileUnlinked))]
    public async Task Invoice_is_booked_once_though_the_link_is_ended_and_made_again(WorkStep step)
    {
        await using var scene = await CrashScene.SetUpAsync();
        var sent = Events.Invoice("2026-0001");
        scene.Sandbox.Books.MakeReachable(step);
        await scene.KillAsync(step, sent);

        var host = await scene.StartAsync();
        await CrashScene.UntilDoneAsync(() => scene.CallAsync(host, HttpMethod.Post, "unlink", new JsonObject()));
        Assert.Equal(409, (await scene.SendAsync(host, sent))!.Status);
        await CrashScene.UntilDoneAsync(() => scene.CallAsync(host, HttpMethod.Put, "credentials", LinkApi.Credentials()));

        await scene.AssertBookedOnceAsync(host, sent);
        Assert.Single(scene.Books.Mutations);
    }

    private static async Task AssertBookedSomewhereOnceAsync(CrashScene scene, Uri host, params string[] numbers)
    {
        foreach (var number in numbers)
        {
            var invoice = await scene.StandsAsync(host, number, "booked");
            var booked = Assert.Single(
                scene.Sandbox.Books.Administrations.SelectMany(books => books.Mutations), mutation => mutation.InvoiceNumber == number);
            Assert.Equal(booked.Number, invoice["mutationNumber"]!.GetValue<long>());
        }

        Assert.Contains("2026-0002", scene.Sandbox.Books.Administration(SandboxDemo.SecondAdministrationName).Mutations.Select(found => found.InvoiceNumber));
    }
}
