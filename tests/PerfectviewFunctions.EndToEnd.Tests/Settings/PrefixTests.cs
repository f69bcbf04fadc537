using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Settings;

/// <summary>Prefixes of tenants that share an administration are kept apart at the front door.</summary>
public sealed class PrefixTests
{
    [Theory]
    [InlineData("")]
    [InlineData("B-")]
    [InlineData("b-")]
    [InlineData("B-2")]
    [InlineData("B")]
    public async Task Prefix_that_clashes_is_refused_without_naming_the_other_tenant(string prefix)
    {
        await using var scene = await TwoAsync();
        var before = StoreDump.Of(scene.World);

        var reply = await scene.PatchAsync(new JsonObject { ["numberPrefix"] = prefix });

        Assert.Equal(422, reply.Status);
        Assert.Equal(["/numberPrefix"], reply.Pointers);
        Assert.DoesNotContain("shop", reply.Body, StringComparison.Ordinal);
        Assert.Equal(before, StoreDump.Of(scene.World));
    }

    [Fact]
    public async Task Two_that_want_the_same_prefix_at_once_do_not_both_get_it()
    {
        await using var scene = await TwoAsync();

        for (var round = 0; round < 10; round++)
        {
            var wish = new JsonObject { ["numberPrefix"] = $"R{round}-" };
            var replies = await Task.WhenAll(
                scene.PatchAsync(wish.DeepClone(), tenant: "demo"), scene.PatchAsync(wish.DeepClone(), tenant: "shop"));

            Assert.Equal([200, 422], replies.Select(reply => reply.Status).Order());
        }
    }

    [Fact]
    public async Task Changed_prefix_is_what_the_next_invoice_is_booked_with()
    {
        await using var scene = await TwoAsync();
        await scene.Host.SendAsync(Events.Invoice("1"));

        Assert.Equal(200, (await scene.PatchAsync(new JsonObject { ["numberPrefix"] = "C-" })).Status);
        Assert.Equal(200, (await scene.PatchAsync(new JsonObject { ["numberPrefix"] = "A-" }, tenant: "shop")).Status);
        await scene.Host.SendAsync(Events.Invoice("2"));

        Assert.Equal(["A-1", "C-2"], scene.World.Books.Mutations.Select(mutation => mutation.InvoiceNumber));
    }

    private static async Task<SettingsScene> TwoAsync()
    {
        var settings = new TenantSettings { BookingsOn = true };
        var scene = await SettingsScene.StartAsync(settings with { NumberPrefix = "A-" });
        await scene.World.PlantTenantAsync("shop", settings with { NumberPrefix = "B-" });
        return scene;
    }
}
