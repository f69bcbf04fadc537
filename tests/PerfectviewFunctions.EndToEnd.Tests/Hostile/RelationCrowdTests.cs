using System.Globalization;
using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.RelationEvents;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>As many relation events as a call may hold, and things that many of them pile up.</summary>
public sealed class RelationCrowdTests
{
    [Fact]
    public async Task Hundred_events_of_one_relation_in_one_call_are_one_change()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Korenbloem"));
        world.Sandbox.Books.Calls.Clear();

        var reply = await host.SendAsync(new JsonArray([.. Enumerable.Range(1, 100).Reverse().Select(minute =>
            Updated("r-1", minute, new JsonObject { ["phone"] = Text("020-", minute) }))]));

        Assert.Equal(200, reply.Status);
        Assert.Equal((100, "updated"), (reply.Results.Count, Assert.Single(reply.Results.Select(Outcome).Distinct())));
        Assert.Equal("GetRelaties UpdateRelatie", world.CallsAboutBooks());
        Assert.Equal("020-100", world.OnlyRelation()["Telefoon"]);
    }

    [SoapFact]
    public async Task Hundred_relations_in_one_call_are_made_with_one_look_at_the_books()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;

        var reply = await host.SendAsync(new JsonArray([.. Enumerable.Range(1, 100).Select(number =>
            Created(Text("r-", number), 0, Text("Firma ", number), new JsonObject { ["code"] = Text("K", number) }))]));

        Assert.Equal((200, 100), (reply.Status, reply.Results.Count(result => Outcome(result) == "updated")));
        Assert.Equal((1, 100), (world.Sandbox.Books.Calls.Count("GetRelaties"), world.Sandbox.Books.Calls.Count("AddRelatie")));
        Assert.Equal(
            Enumerable.Range(1, 100).Select(number => $"{Text("K", number)} {Text("Firma ", number)}").Order(StringComparer.Ordinal),
            world.Books.Relations.Select(relation => $"{relation.Code} {relation.Name}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_of_many_events_is_refused_or_carried_over_on_its_own()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var reused = Updated("r-1", 1, new JsonObject { ["phone"] = "020-1" });
        await host.SendAsync(new JsonArray(Created("r-1", 0, "Korenbloem"), reused.DeepClone()));
        reused["data"]!["relation"]!["phone"] = "020-9";

        var reply = await host.SendAsync(new JsonArray(
            reused,
            7,
            Updated("r-1", 2, new JsonObject { ["email"] = "a@korenbloem.example" }),
            Updated("r-1", 3, new JsonObject { ["email"] = 7 }),
            Created("r-2", 0, "Zonder fout"),
            Created("r-3", 0, "Fout", new JsonObject { ["name"] = null })));

        Assert.Equal(200, reply.Status);
        Assert.Equal(["refused", "refused", "updated", "refused", "updated", "refused"], reply.Results.Select(Outcome));
        Assert.Equal("event-id-used-again", reply.ReasonCode);
        Assert.Equal(["Korenbloem", "Zonder fout"], world.Books.Relations.Select(relation => relation.Name));
        Assert.Equal(("020-1", "a@korenbloem.example"), (world.Books.Relations[0]["Telefoon"], world.Books.Relations[0]["Email"]));
        Assert.Null(await host.RelationAsync("r-3"));
    }

    /// <summary>Two links that share the debtor, or somebody in the books, undo each other's longest texts for ever.</summary>
    [Fact]
    public async Task Texts_of_the_longest_form_that_keep_losing_never_make_the_relation_too_large_to_store()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject { ["note"] = "Eerst" }));

        for (var minute = 1; minute <= 30; minute++)
        {
            var inBooks = Text(new string('ж', 3990), minute);
            world.Books.ChangeRelation(world.OnlyRelation().Id, new Dictionary<string, string> { ["Notitie"] = inBooks });
            var said = Text(new string('я', 3990), minute);

            var reply = await host.SendAsync(Updated("r-1", minute, new JsonObject { ["note"] = said }));

            Assert.Equal("updated", reply.Outcome);
            Assert.Equal(said, world.OnlyRelation()["Notitie"]);
            var newest = (await host.RelationAsync("r-1"))!["overwritten"]![0]!;
            Assert.Equal((inBooks, said), (newest["old"]!.GetValue<string>(), newest["new"]!.GetValue<string>()));
        }
    }

    /// <summary>One number for everybody whose number is not known.</summary>
    [SoapFact]
    public async Task Thousands_in_the_books_that_resemble_a_relation_are_shown_as_far_as_a_person_can_look_through()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        for (var number = 1; number <= 8000; number++)
        {
            world.Books.AddRelation(Text("K", number), Text("Particulier ", number), new Dictionary<string, string> { ["KvkNummer"] = "00000000" });
        }

        var reply = await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject { ["chamberOfCommerceNumber"] = "00000000" }));

        Assert.Equal(("needs-attention", "debtor-ambiguous"), (reply.Outcome, reply.ReasonCode));
        var candidates = (await host.RelationAsync("r-1"))!["candidates"]!.AsArray();
        Assert.InRange(candidates.Count, 10, 100);
        Assert.Equal((409, "no-such-candidate"), (await host.ChooseAsync("r-1", "K8000")) is var none ? (none.Status, none.ReasonCode) : default);
        Assert.Equal(200, (await host.ChooseAsync("r-1", "K1")).Status);
        Assert.Equal("Korenbloem", world.Books.Relations[0].Name);
    }

    private static string Text(string before, int number) => before + number.ToString(CultureInfo.InvariantCulture);

    private static string Outcome(JsonNode? result) => result!["outcome"]!.GetValue<string>();
}
