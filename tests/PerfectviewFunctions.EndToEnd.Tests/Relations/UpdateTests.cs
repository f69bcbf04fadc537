using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.RelationEvents;

namespace PerfectviewFunctions.EndToEnd.Tests.Relations;

/// <summary>What a change in Perfectview does to the relation in the books, and what it leaves alone.</summary>
public sealed class UpdateTests
{
    [Fact]
    public async Task New_relation_stands_in_the_books_at_once_with_everything_that_was_said()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;

        var reply = await host.SendAsync(Created("r-1", 0, "Bakkerij De Korenbloem", new JsonObject
        {
            ["code"] = "K100",
            ["contactPerson"] = "A. Bakker",
            ["visitingAddress"] = Address("Molenweg", "1", "1234 AB", "Graanstad"),
            ["invoiceAddress"] = Address("Postbus", "7", "1234 AA", "Graanstad"),
            ["email"] = "info@korenbloem.example",
            ["vatNumber"] = "NL 0012.34.567.B01",
            ["chamberOfCommerceNumber"] = "KvK 1234 5678",
            ["iban"] = "NL91 ABNA 0417 1643 00",
        }));

        Assert.Equal((200, "updated"), (reply.Status, reply.Outcome));
        Assert.Equal("GetRelaties AddRelatie", world.CallsAboutBooks());
        var booked = world.OnlyRelation();
        Assert.Equal(
            ("K100", "Bakkerij De Korenbloem", "A. Bakker", "Molenweg 1", "1234 AB", "Postbus 7"),
            (booked.Code, booked.Name, booked["Contactpersoon"], booked["Adres"], booked["Postcode"], booked["Adres2"]));
        Assert.Equal(
            ("info@korenbloem.example", "NL001234567B01", "12345678", "NL91ABNA0417164300", "B"),
            (booked["Email"], booked["BTWNummer"], booked["KvkNummer"], booked["IBAN"], booked["BP"]));
        var shown = await host.RelationAsync("r-1");
        Assert.Equal(("current", "K100"), (shown!["state"]!.GetValue<string>(), shown["link"]!["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Partial_change_takes_two_calls_changes_what_it_names_and_clears_what_is_null()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject { ["phone"] = "020-1", ["email"] = "a@korenbloem.example", ["note"] = "Oud" }));
        world.Sandbox.Books.Calls.Clear();

        var reply = await host.SendAsync(Updated("r-1", 1, new JsonObject { ["email"] = "b@korenbloem.example", ["phone"] = null }));

        Assert.Equal((200, "updated"), (reply.Status, reply.Outcome));
        Assert.Equal("GetRelaties UpdateRelatie", world.CallsAboutBooks());
        var booked = world.OnlyRelation();
        Assert.Equal(
            ("Korenbloem", "b@korenbloem.example", "", "Oud"), (booked.Name, booked["Email"], booked["Telefoon"], booked["Notitie"]));
    }

    [Fact]
    public async Task Change_that_changes_nothing_since_our_last_write_takes_no_call()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject { ["phone"] = "020-1" }));
        await host.SendAsync(Updated("r-1", 1, new JsonObject { ["phone"] = "020-2" }));
        world.Sandbox.Books.Calls.Clear();

        var reply = await host.SendAsync(Updated("r-1", 2, new JsonObject { ["phone"] = " 020-2 ", ["name"] = "Korenbloem" }));

        Assert.Equal((200, "updated"), (reply.Status, reply.Outcome));
        Assert.Equal("", world.CallsAboutBooks());
    }

    [Fact]
    public async Task Relation_that_an_invoice_made_takes_no_call_for_an_event_that_says_the_same()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var sent = Events.Invoice("1");
        await host.SendAsync(sent);
        world.Sandbox.Books.Calls.Clear();

        var reply = await host.SendAsync(RelationEvents.Event("created", "rel-1", 0, sent["data"]!["relation"]!.DeepClone().AsObject()));

        Assert.Equal((200, "updated"), (reply.Status, reply.Outcome));
        Assert.Equal("", world.CallsAboutBooks());
    }

    [SoapFact]
    public async Task What_Perfectview_never_spoke_of_stays_as_the_bookkeeper_has_it()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var own = new Dictionary<string, string>
        {
            ["KvkNummer"] = "12345678", ["BTWNummer"] = "NL001234567B01", ["FAX"] = "020-9", ["Def3"] = "Vaste klant", ["Notitie"] = "Belt op maandag",
            ["GSM"] = "06-1", ["Adres"] = "Molenweg 1", ["Gb_ID"] = "12", ["Girorekening"] = "123456",
        };
        var planted = world.Books.AddRelation("20002", "Korenbloem Oud", own);

        var reply = await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject { ["vatNumber"] = "NL001234567B01", ["phone"] = "020-1" }));

        Assert.Equal((200, "updated"), (reply.Status, reply.Outcome));
        Assert.Equal("GetRelaties GetRelaties UpdateRelatie", world.CallsAboutBooks());
        var booked = world.OnlyRelation();
        Assert.Equal((planted.Id, "20002", "Korenbloem", "020-1"), (booked.Id, booked.Code, booked.Name, booked["Telefoon"]));
        foreach (var (name, value) in own)
        {
            Assert.Equal((name, value), (name, booked[name]));
        }

        var lost = Assert.Single((await host.RelationAsync("r-1"))!["overwritten"]!.AsArray());
        Assert.Equal(("name", "Korenbloem Oud", "Korenbloem"), Lost(lost!));
    }

    [Fact]
    public async Task Change_made_in_the_books_loses_only_where_Perfectview_speaks_and_the_loss_is_told()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject { ["phone"] = "020-1", ["website"] = "korenbloem.example" }));
        world.Books.ChangeRelation(world.OnlyRelation().Id, new Dictionary<string, string> { ["Telefoon"] = "020-77", ["FAX"] = "020-88" });

        await host.SendAsync(Updated("r-1", 1, new JsonObject { ["website"] = "nieuw.example" }));

        var booked = world.OnlyRelation();
        Assert.Equal(("020-1", "020-88", "nieuw.example"), (booked["Telefoon"], booked["FAX"], booked["Site"]));
        var lost = Assert.Single((await host.RelationAsync("r-1"))!["overwritten"]!.AsArray());
        Assert.Equal(("phone", "020-77", "020-1"), Lost(lost!));
    }

    [Fact]
    public async Task Cleared_field_that_the_books_leave_alone_is_told_once()
    {
        var (world, host) = await StartAsync(new Sandbox.SandboxSwitches { UpdateBlanksEmpty = false });
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject { ["email"] = null }));
        world.Books.ChangeRelation(world.OnlyRelation().Id, new Dictionary<string, string> { ["Email"] = "eigen@korenbloem.example" });

        for (var minute = 1; minute <= 3; minute++)
        {
            Assert.Equal("updated", (await host.SendAsync(Updated("r-1", minute, new JsonObject { ["phone"] = $"020-{minute}" }))).Outcome);
        }

        var lost = Assert.Single((await host.RelationAsync("r-1"))!["overwritten"]!.AsArray());
        Assert.Equal(("email", "eigen@korenbloem.example", ""), Lost(lost!));
    }

    [Fact]
    public async Task Code_follows_Perfectview_until_an_invoice_leans_on_it()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("rel-1", 0, "Korenbloem"));
        Assert.StartsWith("PV", world.OnlyRelation().Code, StringComparison.Ordinal);
        world.Sandbox.Books.Calls.Clear();

        await host.SendAsync(Updated("rel-1", 1, new JsonObject { ["code"] = "K100" }));

        Assert.Equal("K100", world.OnlyRelation().Code);
        Assert.Equal("GetRelaties UpdateRelatie", world.CallsAboutBooks());

        await host.SendAsync(Events.Invoice("1"));
        await host.SendAsync(Updated("rel-1", 2, new JsonObject { ["code"] = "K200", ["phone"] = "020-1" }));

        Assert.Equal(("K100", "020-1"), (world.OnlyRelation().Code, world.OnlyRelation()["Telefoon"]));
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("2"))).Outcome);
    }

    [Fact]
    public async Task Code_that_is_taken_in_the_books_stays_with_whoever_has_it()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        world.Books.AddRelation("K200", "Iemand Anders");
        await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject { ["code"] = "K100" }));

        var reply = await host.SendAsync(Updated("r-1", 1, new JsonObject { ["code"] = "K200", ["phone"] = "020-1" }));

        Assert.Equal((200, "updated"), (reply.Status, reply.Outcome));
        Assert.Equal(["K200", "K100"], world.Books.Relations.Select(relation => relation.Code));
        Assert.Equal("020-1", world.Books.Relations[1]["Telefoon"]);
        world.Sandbox.Books.Calls.Clear();
        Assert.Equal("updated", (await host.SendAsync(Updated("r-1", 2, new JsonObject { ["phone"] = "020-1" }))).Outcome);
        Assert.Equal("", world.CallsAboutBooks());
    }

    [Fact]
    public async Task Code_that_is_taken_and_all_that_changed_takes_two_calls()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        world.Books.AddRelation("K200", "Iemand Anders");
        await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject { ["code"] = "K100" }));
        world.Sandbox.Books.Calls.Clear();

        Assert.Equal("updated", (await host.SendAsync(Updated("r-1", 1, new JsonObject { ["code"] = "K200" }))).Outcome);

        Assert.Equal("GetRelaties UpdateRelatie", world.CallsAboutBooks());
        Assert.Equal(["K200", "K100"], world.Books.Relations.Select(relation => relation.Code));
    }

    [Fact]
    public async Task However_often_long_notes_lose_the_last_of_them_are_told_and_changes_go_on()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject { ["note"] = new string('é', 4000) }));
        for (var minute = 1; minute <= 30; minute++)
        {
            world.Books.ChangeRelation(world.OnlyRelation().Id, new Dictionary<string, string> { ["Notitie"] = new('ü', 3900 + minute) });

            var reply = await host.SendAsync(Updated("r-1", minute, new JsonObject { ["note"] = new string('é', 3900 + minute) }));

            Assert.True(reply.Outcome == "updated", reply.Body);
        }

        Assert.Equal(new string('é', 3930), world.OnlyRelation()["Notitie"]);
        var told = (await host.RelationAsync("r-1"))!["overwritten"]!.AsArray();
        Assert.Equal(new string('ü', 3930), told[0]!["old"]!.GetValue<string>());
    }

    [Fact]
    public async Task Code_given_in_the_books_is_followed_and_never_changed()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject { ["code"] = "K100" }));
        world.Books.ChangeRelation(world.OnlyRelation().Id, new Dictionary<string, string>(), code: "A7");

        await host.SendAsync(Updated("r-1", 1, new JsonObject { ["code"] = "K999", ["phone"] = "020-1" }));

        Assert.Equal(("A7", "020-1"), (world.OnlyRelation().Code, world.OnlyRelation()["Telefoon"]));
        Assert.Equal("A7", (await host.RelationAsync("r-1"))!["link"]!["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task Deleted_relation_stays_in_the_books_linked_and_a_later_event_revives_it()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject { ["phone"] = "020-1" }));
        world.Sandbox.Books.Calls.Clear();

        Assert.Equal("updated", (await host.SendAsync(Deleted("r-1", 5))).Outcome);

        Assert.Equal("", world.CallsAboutBooks());
        var deleted = await host.RelationAsync("r-1");
        Assert.True(deleted!["deleted"]!.GetValue<bool>());
        Assert.NotNull(deleted["link"]);

        await host.SendAsync(Updated("r-1", 6, new JsonObject { ["phone"] = "020-2" }));

        Assert.Equal("020-2", world.OnlyRelation()["Telefoon"]);
        Assert.Null((await host.RelationAsync("r-1"))!["deleted"]);
    }

    [Fact]
    public async Task Relation_that_was_deleted_before_the_books_knew_it_is_not_made()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;

        Assert.Equal((200, "updated"), (await host.SendAsync(Deleted("r-1", 5))) is var reply ? (reply.Status, reply.Outcome) : default);

        Assert.Empty(world.Books.Relations);
        await world.PassMinutesAsync(host, 10);
        Assert.Empty(await host.DueRowsAsync());
    }

    [Fact]
    public async Task Older_event_that_comes_late_fills_only_what_was_not_said_later()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Korenbloem"));
        await host.SendAsync(Updated("r-1", 9, new JsonObject { ["phone"] = "020-9" }));

        await host.SendAsync(Updated("r-1", 5, new JsonObject { ["phone"] = "020-5", ["mobilePhone"] = "06-5" }));

        Assert.Equal(("020-9", "06-5"), (world.OnlyRelation()["Telefoon"], world.OnlyRelation()["GSM"]));
    }

    [Fact]
    public async Task Address_is_replaced_as_a_whole()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var old = Address("Molenweg", "1", "1234 AB", "Graanstad");
        old["streetSuffix"] = "bis";
        await host.SendAsync(Created("r-1", 0, "Korenbloem", new JsonObject { ["visitingAddress"] = old }));
        Assert.Equal("Molenweg 1 bis", world.OnlyRelation()["Adres"]);

        await host.SendAsync(Updated("r-1", 1, new JsonObject { ["visitingAddress"] = new JsonObject { ["street"] = "Kade", ["streetNumber"] = "2" } }));

        Assert.Equal(("Kade 2", ""), (world.OnlyRelation()["Adres"], world.OnlyRelation()["Postcode"]));
    }

    [Fact]
    public async Task Several_relations_in_one_call_with_their_invoice_end_each_on_its_own()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;

        var reply = await host.SendAsync(new JsonArray(
            Events.Invoice("1"),
            Created("rel-1", 0, "Bakkerij De Korenbloem", new JsonObject { ["code"] = "K100", ["phone"] = "020-1" }),
            Created("r-2", 0, "Molen"),
            RelationEvents.Event("created", "r-3", 0, new JsonObject { ["type"] = "organisation" })));

        Assert.Equal(["booked", "updated", "updated", "refused"], reply.Results.Select(result => result!["outcome"]!.GetValue<string>()));
        Assert.Equal(
            ApiChoice.Said("GetRelaties AddRelatie AddRelatie AddMutatie", "GetRelaties AddRelatie GetRelaties AddRelatie AddMutatie"), world.CallsAboutBooks());
    }

    private static (string Field, string Old, string New) Lost(JsonNode lost) =>
        (lost["field"]!.GetValue<string>(), lost["old"]!.GetValue<string>(), lost["new"]!.GetValue<string>());
}
