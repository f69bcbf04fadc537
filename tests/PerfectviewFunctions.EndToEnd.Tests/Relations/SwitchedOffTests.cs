using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.RelationEvents;

namespace PerfectviewFunctions.EndToEnd.Tests.Relations;

/// <summary>With relation changes switched off they are acknowledged and ignored, for all to see; invoices create what they need and change nothing.</summary>
public sealed class SwitchedOffTests
{
    [Fact]
    public async Task Relation_events_are_ignored_with_a_reason_and_reach_no_books()
    {
        var (world, host) = await StartAsync(settings: World.Settings);
        await using var _ = world;

        var reply = await host.SendAsync(new JsonArray(
            Created("r-1", 0, "Korenbloem"), Updated("r-1", 1, new JsonObject { ["phone"] = "020-1" }), Deleted("r-2", 2)));

        Assert.Equal(200, reply.Status);
        Assert.All(reply.Results, result =>
            Assert.Equal(("ignored", "relations-switched-off"), (result!["outcome"]!.GetValue<string>(), result["reason"]!["code"]!.GetValue<string>())));
        Assert.Equal("", world.CallsAboutBooks());
        var shown = await host.RelationAsync("r-1");
        Assert.Equal(("ignored", "relations-switched-off"), (shown!["state"]!.GetValue<string>(), shown["reason"]!["code"]!.GetValue<string>()));
        Assert.Equal("duplicate", (await host.SendAsync(Created("r-1", 0, "Korenbloem"))).Outcome);
    }

    [Fact]
    public async Task Invoice_creates_its_debtor_and_never_changes_one_that_is_there()
    {
        var (world, host) = await StartAsync(settings: World.Settings);
        await using var _ = world;
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("1"))).Outcome);
        var made = world.OnlyRelation();
        await host.SendAsync(Updated("rel-1", 1, new JsonObject { ["phone"] = "020-1" }));
        var sent = Events.Invoice("2");
        sent["data"]!["relation"]!["name"] = "Een Andere Naam";

        Assert.Equal("booked", (await host.SendAsync(sent)).Outcome);

        Assert.Equal(made.Fields, world.OnlyRelation().Fields);
        Assert.Equal(0, world.Sandbox.Books.Calls.Count("UpdateRelatie"));
        Assert.Equal("current", (await host.RelationAsync("rel-1"))!["state"]!.GetValue<string>());
    }

    [Fact]
    public async Task With_the_switch_on_an_invoice_changes_nothing_either()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("rel-1", 0, "Korenbloem", new JsonObject { ["phone"] = "020-1" }));
        var sent = Events.Invoice("1");
        sent["data"]!["relation"]!["phone"] = "020-2";

        Assert.Equal("booked", (await host.SendAsync(sent)).Outcome);

        Assert.Equal(("Korenbloem", "020-1"), (world.OnlyRelation().Name, world.OnlyRelation()["Telefoon"]));
    }

    [Fact]
    public async Task Switched_on_later_only_what_comes_then_counts()
    {
        var (world, host) = await StartAsync(settings: World.Settings);
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        await host.SendAsync(Updated("rel-1", 1, new JsonObject { ["phone"] = "020-1" }));
        await host.ChangeSettingsAsync(settings => settings["relationsOn"] = true);

        await host.SendAsync(Updated("rel-1", 2, new JsonObject { ["email"] = "a@korenbloem.example" }));

        Assert.Equal(("", "a@korenbloem.example"), (world.OnlyRelation()["Telefoon"], world.OnlyRelation()["Email"]));
    }

    [Fact]
    public async Task What_is_held_back_as_the_switch_goes_off_is_ignored_when_something_new_comes()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        Assert.Equal("relation-incomplete", (await host.SendAsync(Updated("r-1", 1, new JsonObject { ["phone"] = "020-1" }))).ReasonCode);
        await host.ChangeSettingsAsync(settings => settings["relationsOn"] = false);

        Assert.Equal("ignored", (await host.SendAsync(Updated("r-1", 2, new JsonObject { ["phone"] = "020-2" }))).Outcome);

        Assert.Equal("ignored", (await host.SendAsync(Updated("r-1", 1, new JsonObject { ["phone"] = "020-1" }))).Results[0]!["first"]!.GetValue<string>());
        Assert.Equal("ignored", (await host.RelationAsync("r-1"))!["state"]!.GetValue<string>());
    }
}
