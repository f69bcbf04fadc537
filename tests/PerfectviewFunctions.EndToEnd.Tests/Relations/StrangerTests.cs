using System.Text.Json;
using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.RelationEvents;

namespace PerfectviewFunctions.EndToEnd.Tests.Relations;

/// <summary>A stranger is never taken over: where it is not certain which relation it is, a person chooses, and what waited for that goes on.</summary>
public sealed class StrangerTests
{
    /// <summary>What resembles the new relation in the books, and what is said of it.</summary>
    public static TheoryData<string, string, string, string> Resembling => new()
    {
        { "10001", "Heel Iemand Anders", "{}", """{ "code": "10001" }""" },
        {
            "20002",
            "Bakkerij Jansen",
            """{ "Postcode": "1234 AB" }""",
            """{ "name": "Bakkerij Jansen", "visitingAddress": { "street": "Kade", "streetNumber": "1", "postalCode": "1234AB" } }"""
        },
    };

    /// <summary>By REST nothing can be found by these numbers.</summary>
    public static TheoryData<string, string, string, string> ResemblingByNumber => new()
    {
        {
            "20001",
            "Zusterbedrijf",
            """{ "BTWNummer": "NL001234567B01", "KvkNummer": "87654321" }""",
            """{ "vatNumber": "NL001234567B01", "chamberOfCommerceNumber": "12345678" }"""
        },
    };

    [SoapTheory]
    [MemberData(nameof(ResemblingByNumber))]
    public async Task Relation_that_its_numbers_make_doubtful_is_that_one_or_none(string code, string name, string fields, string said)
    {
        await Doubtful_relation_is_held_back_and_a_person_says_it_is_that_one(code, name, fields, said);
        await Person_says_it_is_none_of_them_and_it_gets_a_relation_of_its_own(code, name, fields, said);
    }

    [Theory]
    [MemberData(nameof(Resembling))]
    public async Task Doubtful_relation_is_held_back_and_a_person_says_it_is_that_one(string code, string name, string fields, string said)
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var stranger = world.Books.AddRelation(code, name, JsonSerializer.Deserialize<Dictionary<string, string>>(fields));

        var reply = await host.SendAsync(Created("r-1", 0, "Bakkerij Jansen", JsonNode.Parse(said)!.AsObject()));

        Assert.Equal((200, "needs-attention", "debtor-ambiguous"), (reply.Status, reply.Outcome, reply.ReasonCode));
        AssertSame(stranger, world.OnlyRelation());
        var held = await host.RelationAsync("r-1");
        Assert.Equal("needs-attention", held!["state"]!.GetValue<string>());
        Assert.Equal(code, Assert.Single(held["candidates"]!.AsArray())!["code"]!.GetValue<string>());

        var chosen = await host.ChooseAsync("r-1", code);

        Assert.True(chosen.Status == 200, chosen.Body);
        Assert.Equal((stranger.Id, code, "Bakkerij Jansen"), (world.OnlyRelation().Id, world.OnlyRelation().Code, world.OnlyRelation().Name));
        Assert.Equal("current", (await host.RelationAsync("r-1"))!["state"]!.GetValue<string>());
        Assert.Equal("duplicate", (await host.SendAsync(Created("r-1", 0, "Bakkerij Jansen", JsonNode.Parse(said)!.AsObject()))).Outcome);
    }

    [Theory]
    [MemberData(nameof(Resembling))]
    public async Task Person_says_it_is_none_of_them_and_it_gets_a_relation_of_its_own(string code, string name, string fields, string said)
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var stranger = world.Books.AddRelation(code, name, JsonSerializer.Deserialize<Dictionary<string, string>>(fields));
        await host.SendAsync(Created("r-1", 0, "Bakkerij Jansen", JsonNode.Parse(said)!.AsObject()));

        var chosen = await host.ChooseAsync("r-1", null);

        Assert.True(chosen.Status == 200, chosen.Body);
        Assert.Equal(2, world.Books.Relations.Count);
        AssertSame(stranger, world.Books.Relations[0]);
        Assert.Equal("Bakkerij Jansen", world.Books.Relations[1].Name);
        Assert.NotEqual(code, world.Books.Relations[1].Code);
    }

    [Fact]
    public async Task Same_name_in_two_towns_is_two_relations()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var other = world.Books.AddRelation("20001", "Bakkerij Jansen", new Dictionary<string, string> { ["Postcode"] = "9999 ZZ", ["Plaats"] = "Verweg" });

        var reply = await host.SendAsync(Created(
            "r-1", 0, "Bakkerij Jansen", new JsonObject { ["visitingAddress"] = Address("Kade", "1", "1234 AB", "Dichtbij") }));

        Assert.Equal("updated", reply.Outcome);
        Assert.Equal(2, world.Books.Relations.Count);
        AssertSame(other, world.Books.Relations[0]);
    }

    [Fact]
    public async Task Invoices_that_waited_for_the_choice_are_booked_on_it()
    {
        var (world, host) = await StartAsync(settings: World.Settings);
        await using var _ = world;
        world.Books.AddRelation("K100", "Iemand Anders");
        Assert.Equal("debtor-ambiguous", (await host.SendAsync(Events.Invoice("1"))).ReasonCode);
        Assert.Equal("debtor-ambiguous", (await host.SendAsync(Events.Invoice("2"))).ReasonCode);

        var chosen = await host.ChooseAsync("rel-1", "K100");

        Assert.True(chosen.Status == 200, chosen.Body);
        Assert.Equal(["K100", "K100"], world.Books.Mutations.Select(mutation => mutation.RelationCode));

        // Relation changes are off: the invoices took the relation as it is.
        Assert.Equal("Iemand Anders", world.OnlyRelation().Name);
        Assert.Equal(0, world.Sandbox.Books.Calls.Count("UpdateRelatie"));
    }

    [Fact]
    public async Task Doubt_that_the_bookkeeper_ends_in_the_books_ends_with_the_next_try()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var known = world.Books.AddRelation("10001", "Jansen");
        await host.SendAsync(Created("r-1", 0, "Jansen", new JsonObject { ["code"] = "10001", ["chamberOfCommerceNumber"] = "12345678" }));
        world.Books.ChangeRelation(known.Id, new Dictionary<string, string> { ["KvkNummer"] = "12345678" });

        var retried = await host.ApiAsync(HttpMethod.Post, "/api/tenants/demo/relations/r-1/retry");

        Assert.True(retried.Status == 200, retried.Body);
        Assert.Equal("current", (await host.RelationAsync("r-1"))!["state"]!.GetValue<string>());
        Assert.Equal(known.Id, world.OnlyRelation().Id);
    }

    [Fact]
    public async Task Two_links_to_one_administration_never_share_a_debtor_by_its_code_alone()
    {
        var (world, host) = await StartAsync(settings: RelationEvents.Settings with { NumberPrefix = "A" });
        await using var _ = world;
        await world.AddTenantAsync("tweede", RelationEvents.Settings with { NumberPrefix = "B" });
        await host.SendAsync(Created("r-1", 0, "Jansen Noord", new JsonObject { ["code"] = "10001" }));

        var reply = await host.SendAsync(Created("r-1", 0, "Jansen Zuid", new JsonObject { ["code"] = "10001" }), "tweede");

        Assert.Equal(("needs-attention", "debtor-ambiguous"), (reply.Outcome, reply.ReasonCode));
        Assert.Equal("Jansen Noord", world.OnlyRelation().Name);
    }

    /// <summary>Nothing is left to choose then, but what waited for it can be set going.</summary>
    [Fact]
    public async Task Invoice_that_waited_for_a_choice_goes_with_a_retry_after_an_event_ended_the_doubt()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        world.Books.AddRelation("K100", "Iemand Anders", new Dictionary<string, string> { ["KvkNummer"] = "12345678" });
        Assert.Equal("debtor-ambiguous", (await host.SendAsync(Events.Invoice("1"))).ReasonCode);
        await host.SendAsync(Created("rel-1", 0, "Korenbloem", new JsonObject { ["code"] = "K100", ["chamberOfCommerceNumber"] = "12345678" }));
        Assert.Equal("current", (await host.RelationAsync("rel-1"))!["state"]!.GetValue<string>());

        var retried = await host.ApiAsync(HttpMethod.Post, "/api/tenants/demo/relations/rel-1/retry");

        Assert.True(retried.Status == 200, retried.Body);
        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Equal(409, (await host.ApiAsync(HttpMethod.Post, "/api/tenants/demo/relations/rel-1/retry")).Status);
    }

    [Fact]
    public async Task Choice_that_an_invoice_waits_for_stays_open_when_Perfectview_deletes_the_relation()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        world.Books.AddRelation("K100", "Iemand Anders");
        await host.SendAsync(Events.Invoice("1"));

        Assert.Equal("updated", (await host.SendAsync(Deleted("rel-1", 5))).Outcome);

        var held = (await host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/relations?held=true")).Json["relations"]!.AsArray();
        Assert.Equal("rel-1", Assert.Single(held)!["id"]!.GetValue<string>());
        Assert.Equal(200, (await host.ChooseAsync("rel-1", "K100")).Status);
        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Equal("current", (await host.RelationAsync("rel-1"))!["state"]!.GetValue<string>());
    }

    /// <summary>A placeholder in the books that hundreds share.</summary>
    [SoapFact]
    public async Task Very_many_that_it_may_be_are_a_choice_and_no_endless_error()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        for (var number = 0; number < 4000; number++)
        {
            world.Books.AddRelation(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"W{number}"),
                new string('é', 90) + number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                new Dictionary<string, string> { ["KvkNummer"] = "00000000" });
        }

        var reply = await host.SendAsync(Created("r-1", 0, "Jansen", new JsonObject { ["chamberOfCommerceNumber"] = "00000000" }));

        Assert.Equal(("needs-attention", "debtor-ambiguous"), (reply.Outcome, reply.ReasonCode));
        Assert.Equal(200, (await host.ChooseAsync("r-1", "W7")).Status);
        Assert.Equal("Jansen", world.Books.Relations.Single(relation => relation.Code == "W7").Name);
    }

    [Fact]
    public async Task Relation_apart_from_one_with_its_code_is_made_without_a_try_to_take_that_code()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        world.Books.AddRelation("10001", "Iemand Anders");
        await host.SendAsync(Created("r-1", 0, "Jansen", new JsonObject { ["code"] = "10001" }));
        world.Sandbox.Books.Calls.Clear();

        await host.ChooseAsync("r-1", null);

        Assert.Equal(ApiChoice.Said("AddRelatie", "GetRelaties AddRelatie"), world.CallsAboutBooks());
        Assert.StartsWith("PV", world.Books.Relations[1].Code, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choice_is_only_there_while_there_is_doubt_and_only_of_what_was_found()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        Assert.Equal(404, (await host.ChooseAsync("r-9", "1")).Status);
        await host.SendAsync(Created("r-1", 0, "Jansen"));
        Assert.Equal((409, "no-choice-open"), (await host.ChooseAsync("r-1", "1")) is var open ? (open.Status, open.ReasonCode) : default);
        world.Books.AddRelation("10001", "Iemand");
        world.Clock.Advance(TimeSpan.FromMinutes(11));
        await host.SendAsync(Created("r-2", 0, "Pieters", new JsonObject { ["code"] = "10001" }));

        Assert.Equal((409, "no-such-candidate"), (await host.ChooseAsync("r-2", "77")) is var other ? (other.Status, other.ReasonCode) : default);
        Assert.Equal("needs-attention", (await host.RelationAsync("r-2"))!["state"]!.GetValue<string>());
    }

    private static void AssertSame(SandboxRelation expected, SandboxRelation found)
    {
        Assert.Equal((expected.Id, expected.Code), (found.Id, found.Code));
        Assert.Equal(expected.Fields.OrderBy(field => field.Key), found.Fields.OrderBy(field => field.Key));
    }
}
