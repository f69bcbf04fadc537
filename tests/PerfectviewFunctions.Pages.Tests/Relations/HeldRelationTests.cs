using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Pages.Tests.Support;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.RelationEvents;

namespace PerfectviewFunctions.Pages.Tests.Relations;

/// <summary>A bookkeeper settles relations of which it is not certain which they are in the books.</summary>
public sealed class HeldRelationTests
{
    private const string Address = "/koppeling/demo/relaties";

    [Fact]
    public async Task What_differs_is_said_in_a_word_and_a_candidate_is_chosen()
    {
        var (world, host) = await RelationEvents.StartAsync();
        await using var _ = world;
        var known = world.Books.AddRelation(
            "20001", "Zusterbedrijf", new Dictionary<string, string> { ["BTWNummer"] = "NL001234567B01", ["KvkNummer"] = "87654321" });
        await host.SendAsync(Created(
            "r-1", 0, "Bakkerij Jansen", new JsonObject { ["vatNumber"] = "NL001234567B01", ["chamberOfCommerceNumber"] = "12345678" }));
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync(Address);
        var row = Visitor.OneLine(visitor.Page.QuerySelectorAll("article tbody tr")[1].TextContent);

        Assert.Contains("Niet zeker is welke relatie", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Zusterbedrijf ! anders", row, StringComparison.Ordinal);
        Assert.Contains("NL001234567B01 ✓ gelijk", row, StringComparison.Ordinal);
        Assert.Contains("87654321 ! anders", row, StringComparison.Ordinal);

        await visitor.SubmitAsync("Dit is dezelfde Bakkerij Jansen is relatie 20001");

        Assert.Contains("Bakkerij Jansen is nu gekoppeld aan relatie 20001", Assert.Single(visitor.Notices), StringComparison.Ordinal);
        Assert.Equal((known.Id, "Bakkerij Jansen"), (world.OnlyRelation().Id, world.OnlyRelation().Name));
        Assert.Contains("Er wacht geen relatie op u", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoice_that_only_waits_shows_what_it_said_of_the_debtor_and_is_booked_with_the_choice()
    {
        var (world, host) = await RelationEvents.StartAsync(settings: World.Settings);
        await using var _ = world;
        world.Books.AddRelation("K100", "Iemand Anders", new Dictionary<string, string> { ["Postcode"] = "9999 ZZ" });
        await host.SendAsync(Events.Invoice("2026/001"));
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync(Address);

        Assert.Contains("Facturen die hierop wachten: 1 (2026/001).", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Perfectview Bakkerij De Korenbloem K100 niet bekend niet bekend 1234 AB", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Relaties bijwerken staat uit", visitor.Text, StringComparison.Ordinal);

        await visitor.SubmitAsync("Geen van deze: nieuwe relatie aanmaken voor Bakkerij De Korenbloem");

        Assert.Contains("Factuur 2026/001 is geboekt.", visitor.Notices[0], StringComparison.Ordinal);
        Assert.Equal(2, world.Books.Relations.Count);
        Assert.Single(world.Books.Mutations);
    }

    [Fact]
    public async Task Choice_that_somebody_made_meanwhile_is_told_and_changes_nothing()
    {
        var (world, host, visitor) = await DoubtfulAsync("r-1");
        await using var _ = world;
        using var __ = visitor;
        await visitor.OpenAsync(Address);
        await host.ChooseAsync("r-1", "10001");

        await visitor.SubmitAsync("Geen van deze: nieuwe relatie aanmaken voor Bakkerij r-1");

        Assert.Contains("valt niets te kiezen", Assert.Single(visitor.Notices), StringComparison.Ordinal);
        Assert.Single(world.Books.Relations);
    }

    [Fact]
    public async Task Retry_that_changes_nothing_says_that_it_still_waits()
    {
        var (world, _, visitor) = await DoubtfulAsync("r-1");
        await using var __ = world;
        using var ___ = visitor;
        await visitor.OpenAsync(Address);

        await visitor.SubmitAsync("Opnieuw proberen voor Bakkerij r-1");

        Assert.Contains("Bakkerij r-1 wacht nog steeds", Assert.Single(visitor.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_that_is_set_aside_needs_a_reason_leaves_the_list_and_can_be_taken_up_again()
    {
        var (world, host, visitor) = await DoubtfulAsync("r-1");
        await using var _ = world;
        using var __ = visitor;
        await visitor.OpenAsync(Address);
        await visitor.FollowAsync("Niet bijwerken… voor Bakkerij r-1");

        await visitor.SubmitAsync("Niet bijwerken", ("reason", " "));
        Assert.Equal(422, visitor.Status);
        Assert.NotNull(visitor.Page.QuerySelector("#f-reason-fault"));

        await visitor.SubmitAsync("Niet bijwerken", ("reason", "Is \"verhuisd\" <b>"));
        Assert.StartsWith("✓", Assert.Single(visitor.Notices), StringComparison.Ordinal);
        Assert.Contains("Er wacht geen relatie op u", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Opzij gezet", visitor.Text, StringComparison.Ordinal);
        Assert.Single(world.Books.Relations);

        await visitor.OpenAsync(Address + "/relatie?id=r-1");
        Assert.Contains("Is \"verhuisd\" <b>", visitor.Text, StringComparison.Ordinal);
        world.Books.ChangeRelation(world.OnlyRelation().Id, new Dictionary<string, string> { ["KvkNummer"] = "12345678" });
        await host.SendAsync(Updated("r-1", 5, new JsonObject { ["phone"] = "1" }));
        await visitor.OpenAsync(Address);
        Assert.Contains("Niet zeker is welke relatie", visitor.Text, StringComparison.Ordinal);
    }

    /// <summary>The invoice says that the choice is made under Relaties.</summary>
    [Fact]
    public async Task Choice_that_an_invoice_waits_for_stays_in_the_list_when_the_change_is_set_aside()
    {
        var (world, host, visitor) = await DoubtfulAsync("r-1");
        await using var _ = world;
        using var __ = visitor;
        await host.SendAsync(Events.Invoice("2026-001").For(Events.Debtor("r-1", "Bakkerij r-1", "10001")));
        await visitor.OpenAsync(Address);
        await visitor.FollowAsync("Niet bijwerken… voor Bakkerij r-1");

        await visitor.SubmitAsync("Niet bijwerken", ("reason", "Klopt al"));

        Assert.DoesNotContain("Er wacht geen relatie op u", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Facturen die hierop wachten: 1 (2026-001).", visitor.Text, StringComparison.Ordinal);
        await visitor.SubmitAsync("Dit is dezelfde Bakkerij r-1 is relatie 10001");
        Assert.Contains("Factuur 2026-001 is geboekt.", visitor.Notices[0], StringComparison.Ordinal);
        Assert.Contains("Er wacht geen relatie op u", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_are_shown_get_new_relations_after_a_page_that_names_them()
    {
        var (world, host, visitor) = await DoubtfulAsync("r-1", "r-2", "r-3");
        await using var _ = world;
        using var __ = visitor;
        await visitor.OpenAsync(Address);

        await visitor.SubmitAsync("Voor alle 3 hieronder een nieuwe relatie aanmaken…");
        Assert.Single(world.Books.Relations);
        Assert.Contains("Bakkerij r-2", visitor.Text, StringComparison.Ordinal);
        await host.ChooseAsync("r-2", "10001");
        await visitor.SubmitAsync("Nieuwe relaties aanmaken: 3");

        var notice = Assert.Single(visitor.Notices);
        Assert.Contains("Klaar: 2 van 3.", notice, StringComparison.Ordinal);
        Assert.Contains("Bij Bakkerij r-2 valt niets te kiezen", notice, StringComparison.Ordinal);
        Assert.Equal(3, world.Books.Relations.Count);
    }

    private static async Task<(World World, Host Host, Visitor Visitor)> DoubtfulAsync(params string[] ids)
    {
        var (world, host) = await RelationEvents.StartAsync();
        world.Books.AddRelation("10001", "Heel Iemand Anders");
        foreach (var id in ids)
        {
            await host.SendAsync(Created(id, 0, "Bakkerij " + id, new JsonObject { ["code"] = "10001" }));
        }

        return (world, host, await Visitor.SignedInAsync(host));
    }
}
