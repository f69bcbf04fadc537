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

    /// <summary>A first name alone names nobody: neither may it take the place of a whole name, nor be looked for or made under.</summary>
    [Fact]
    public async Task First_name_of_a_person_that_only_an_invoice_named_leaves_the_name_in_the_books_whole()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var debtor = Person("rel-1", "Sanne");
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("1").For(debtor))).Outcome);
        var before = world.OnlyRelation().Name;

        var reply = await host.SendAsync(Updated("rel-1", 1, new JsonObject { ["type"] = "person", ["firstName"] = "Anna", ["phone"] = "020-1" }));

        Assert.Equal("updated", reply.Outcome);
        Assert.Equal((before, "020-1"), (world.OnlyRelation().Name, world.OnlyRelation()["Telefoon"]));

        await host.SendAsync(RelationEvents.Event("created", "rel-1", 0, Person("rel-1", "Sanne")));
        Assert.Equal(before.Replace("Sanne", "Anna", StringComparison.Ordinal), world.OnlyRelation().Name);
    }

    [Fact]
    public async Task First_name_that_comes_before_the_last_name_waits_for_it()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var planted = world.Books.AddRelation("20001", "Sanne van der Berg", new Dictionary<string, string> { ["BTWNummer"] = "NL001234567B01" });

        var early = await host.SendAsync(Updated("r-1", 1, new JsonObject { ["type"] = "person", ["firstName"] = "Sanne" }));

        Assert.Equal(("needs-attention", "relation-incomplete"), (early.Outcome, early.ReasonCode));
        var whole = Person("r-1", "Sanne");
        whole["vatNumber"] = "NL001234567B01";
        Assert.Equal("updated", (await host.SendAsync(RelationEvents.Event("created", "r-1", 0, whole))).Outcome);
        Assert.Equal(planted.Id, world.OnlyRelation().Id);
    }

    private static JsonObject Person(string id, string firstName) => new()
    {
        ["id"] = id, ["type"] = "person", ["firstName"] = firstName, ["middleName"] = "van der", ["lastName"] = "Berg",
    };
}
