using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Sharing;

/// <summary>A number prefix goes from one tenant of an administration to another while a booking of the first is uncertain.</summary>
public sealed class ReusedPrefixTests
{
    [Fact]
    public async Task Booking_of_the_one_is_never_taken_for_that_of_the_other()
    {
        await using var world = await World.CreateAsync();
        var host = await world.AddHostAsync();
        await world.AddTenantAsync("a", World.Settings with { NumberPrefix = "A-", Description = "{number} {reference}" });
        await world.AddTenantAsync("b", World.Settings with { NumberPrefix = "B-", Description = "{number} {reference}" });
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.AnswerLost) { Operation = "AddMutatie" });
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "GetOpenPosten" });
        Assert.Equal("accepted", (await host.SendAsync(Referring("a"), "a")).Outcome);

        await ChangePrefixAsync(host, "a", "X-");
        await ChangePrefixAsync(host, "b", "A-");
        await host.SendAsync(Referring("b"), "b");
        await world.PassMinutesAsync(host, 15);

        foreach (var tenant in (string[])["a", "b"])
        {
            var invoice = (await host.InvoiceAsync("1", tenant))!;
            var booked = world.Books.Mutations.SingleOrDefault(mutation => mutation.Number == invoice["mutationNumber"]?.GetValue<long>());
            Assert.True(
                booked?.Description.EndsWith(" ref-" + tenant, StringComparison.Ordinal) ?? invoice["state"]!.GetValue<string>() == "needs-attention",
                $"{tenant}: {invoice} {booked}");
        }

        Assert.Equal("booked", await host.StateAsync("1", "a"));
    }

    private static JsonObject Referring(string tenant) => Events.Invoice("1").With(invoice => invoice["reference"] = "ref-" + tenant);

    private static async Task ChangePrefixAsync(Host host, string tenant, string prefix)
    {
        var address = $"/api/tenants/{tenant}/settings";
        var read = await host.ApiAsync(HttpMethod.Get, address);
        Assert.Equal(200, (await host.ApiAsync(HttpMethod.Patch, address, new JsonObject { ["numberPrefix"] = prefix }, read.ETag)).Status);
    }
}
