using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Crashes;

/// <summary>
/// The process dies between two steps of reading payments, or of telling Perfectview: in the end the API and Perfectview say of every invoice what the books
/// say, each change was told once, and no invoice is booked again.
/// </summary>
public abstract class KilledPaymentTests
{
    private static readonly string[] Numbers = ["F1", "F2", "F3", "F4", "F5", "F6"];

    /// <summary>Where the hosts keep their rows; null for what a test gets that does not choose.</summary>
    private protected virtual Task<RowPlace?> RowsAsync() => Task.FromResult<RowPlace?>(null);

    protected async Task KillAsync(WorkStep step)
    {
        await using var scene = await CrashScene.SetUpAsync(await RowsAsync());
        await BookAsync(scene);
        PayIn(scene, "F1", 21m);
        foreach (var number in Numbers.Skip(1))
        {
            // So many leave the open list together that they are not taken for paid without a look.
            PayIn(scene, number, Total);
        }

        await scene.KillByTimersAsync(step);
        var host = await scene.StartAsync();

        await AssertToldAsync(scene, host, "F1", "partly-paid", 21m);
        foreach (var number in Numbers.Skip(1))
        {
            await AssertToldAsync(scene, host, number, "paid", Total);
        }

        Assert.Equal(Numbers, scene.Books.Mutations.Where(booked => booked.Kind == MutationKind.FactuurVerstuurd).Select(booked => booked.InvoiceNumber).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(scene.Sandbox.Books.Receiver.Arrivals, arrival => arrival.Effect is not (CallbackEffect.Applied or CallbackEffect.Repeated));
        Assert.DoesNotContain(scene.Sandbox.Books.Calls.Log, call => call.Outcome is "CMUT018" or "CMUT019" or "MUT_019" or "MUT_020");
    }

    /// <summary>Six invoices that Perfectview knows as open, and hosts that are gone.</summary>
    private static async Task BookAsync(CrashScene scene)
    {
        var host = await scene.StartAsync();
        var read = await scene.CallAsync(host, HttpMethod.Get, "settings");
        var changed = await scene.CallAsync(
            host, HttpMethod.Patch, "settings", new JsonObject { ["paymentsOn"] = true, ["callbackAddress"] = scene.Sandbox.CallbackAddress.ToString() }, read!.ETag);
        Assert.True(changed!.Status == 200, changed.Body);
        await scene.SendAsync(host, new JsonArray([.. Numbers.Select(number => Events.Invoice(number))]));
        foreach (var number in Numbers)
        {
            await scene.StandsAsync(host, number, "booked");
            await scene.UntilAsync(() => Told(scene, number)?["state"]?.GetValue<string>() == "open", () => $"{number} is not told");
        }

        await scene.StopAsync();
    }

    private static async Task AssertToldAsync(CrashScene scene, Uri host, string number, string state, decimal paid)
    {
        await scene.UntilAsync(() => Told(scene, number)?["state"]?.GetValue<string>() == state, () => $"{number} is told as {Told(scene, number)}");
        var (told, shown) = (Told(scene, number)!, await scene.CallAsync(host, HttpMethod.Get, $"invoices/{number}/payment"));
        Assert.Equal((2, paid), (told["revision"]!.GetValue<int>(), told["paid"]!.GetValue<decimal>()));
        Assert.Equal((state, paid), (shown!.Json["state"]!.GetValue<string>(), shown.Json["paid"]!.GetValue<decimal>()));
    }

    private static JsonNode? Told(CrashScene scene, string number) =>
        scene.Sandbox.Books.Receiver.LatestOf(number) is { } body ? JsonNode.Parse(body)!["data"] : null;

    private static void PayIn(CrashScene scene, string number, decimal amount) => Assert.IsType<PaymentResult.Registered>(scene.Books.RegisterPayment(number, amount));
}

/// <summary>On a local host's own store.</summary>
public sealed class KilledPaymentOnLocalHostTests : KilledPaymentTests
{
    public static TheoryData<WorkStep> PaymentSteps => new(Steps.OfPayments);

    [Theory]
    [MemberData(nameof(PaymentSteps))]
    public Task Payment_is_known_and_told_as_it_is_after_a_kill(WorkStep step) => KillAsync(step);
}
