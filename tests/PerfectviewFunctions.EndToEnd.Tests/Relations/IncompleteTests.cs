using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.RelationEvents;

namespace PerfectviewFunctions.EndToEnd.Tests.Relations;

/// <summary>A change of a relation that nobody has named yet waits for its name, from whatever side it comes, and is not lost.</summary>
public sealed class IncompleteTests
{
    [Fact]
    public async Task Change_before_the_name_is_held_back_and_goes_with_the_event_that_brings_it()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var early = Updated("r-1", 5, new JsonObject { ["phone"] = "020-5" });

        var reply = await host.SendAsync(early);

        Assert.Equal((200, "needs-attention", "relation-incomplete"), (reply.Status, reply.Outcome, reply.ReasonCode));
        Assert.Equal("", world.CallsAboutBooks());
        await world.PassMinutesAsync(host, 10);
        Assert.Empty(await host.DueRowsAsync());

        Assert.Equal("updated", (await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject { ["phone"] = "020-0" }))).Outcome);

        Assert.Equal(("Korenbloem", "020-5"), (world.OnlyRelation().Name, world.OnlyRelation()["Telefoon"]));
        Assert.Equal("updated", (await host.SendAsync(early)).Results[0]!["first"]!.GetValue<string>());
        Assert.Empty((await host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/relations?held=true")).Json["relations"]!.AsArray());
    }

    [Fact]
    public async Task Change_before_the_name_goes_with_the_invoice_that_makes_the_debtor()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Updated("rel-1", 5, new JsonObject { ["phone"] = "020-5" }));
        Assert.Single((await host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/relations?held=true")).Json["relations"]!.AsArray());

        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("1"))).Outcome);

        Assert.Equal(("Bakkerij De Korenbloem", "020-5"), (world.OnlyRelation().Name, world.OnlyRelation()["Telefoon"]));
        Assert.Equal("current", (await host.RelationAsync("rel-1"))!["state"]!.GetValue<string>());
    }
}
