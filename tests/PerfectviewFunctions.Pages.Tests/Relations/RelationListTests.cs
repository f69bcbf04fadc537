using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Pages.Tests.Support;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.RelationEvents;

namespace PerfectviewFunctions.Pages.Tests.Relations;

public sealed class RelationListTests
{
    private const string Address = "/koppeling/demo/relaties";
    private const string Hostile = "\"><script>alert(1)</script> & Zn.";

    [Fact]
    public async Task Empty_list_says_what_comes()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync(Address);

        Assert.Equal("Relaties", visitor.Title);
        Assert.Contains("zodra Perfectview een factuur", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Er wacht geen relatie op u", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_name_and_id_are_text_in_list_detail_and_search()
    {
        var (world, host) = await RelationEvents.StartAsync();
        await using var _ = world;
        world.Books.AddRelation("10001", "<script>alert(2)</script>");
        await host.SendAsync(Created("a/b?<i>&", 0, Hostile, new JsonObject { ["code"] = "10001" }));
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync(Address);
        Assert.Contains(Hostile, visitor.Text, StringComparison.Ordinal);
        Assert.Contains("<script>alert(2)</script>", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll("main script, main i"));

        await visitor.SubmitAsync("Zoeken", ("id", "a/b?<i>&"));
        Assert.Equal(Hostile, visitor.Title);
        Assert.Contains("a/b?<i>&", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll("main script, main i"));

        await visitor.SubmitAsync("Geen van deze: nieuwe relatie aanmaken voor " + Hostile);
        Assert.Contains("is nu gekoppeld", Assert.Single(visitor.Notices), StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll("main script, main i"));
    }

    [Theory]
    [InlineData("nooit")]
    [InlineData("<b>")]
    public async Task Search_for_an_id_that_is_not_there_says_so_at_the_field(string id)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync(Address);

        await visitor.SubmitAsync("Zoeken", ("id", id));

        Assert.Equal(404, visitor.Status);
        Assert.Contains(id, visitor.Page.QuerySelector("#f-id-fault")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(id, visitor.Page.QuerySelector("#f-id")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/relatie")]
    [InlineData("/relatie?id=nooit")]
    [InlineData("/opzij?id=nooit")]
    [InlineData("?after=%27")]
    public async Task Address_of_nothing_is_not_found(string rest)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync(Address + rest);

        Assert.Equal(404, visitor.Status);
    }

    [Fact]
    public async Task Detail_says_what_was_sent_what_was_not_carried_over_and_what_was_replaced()
    {
        var (world, host) = await RelationEvents.StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Bakkerij Jansen", new JsonObject
        {
            ["phone"] = "010-1", ["iban"] = "NL00BANK0123456789", ["visitingAddress"] = RelationEvents.Address("Kade", "1", "1234 AB", "Ede"),
        }));
        world.Books.ChangeRelation(world.OnlyRelation().Id, new Dictionary<string, string> { ["Telefoon"] = "020-2" });
        await host.SendAsync(Updated("r-1", 5, new JsonObject { ["phone"] = "030-3" }));
        await host.SendAsync(Deleted("r-1", 9));
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync(Address);
        await visitor.FollowAsync("Bakkerij Jansen");

        Assert.Equal("Bakkerij Jansen", visitor.Title);
        Assert.Contains("Gekoppeld aan relatie", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Kade 1, 1234 AB Ede, Nederland", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("geen geldig IBAN", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Telefoonnummer 020-2 030-3", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("verwijderd in Perfectview", visitor.Text, StringComparison.Ordinal);
        Assert.EndsWith("/boekingen?relatie=Bakkerij%20Jansen", LinkOf(visitor, "Facturen van deze relatie"), StringComparison.Ordinal);
        Assert.False(visitor.HasButton("Opnieuw proberen"));
    }

    [Fact]
    public async Task List_goes_on_on_a_next_page_and_those_that_wait_stand_on_the_first_only()
    {
        var (world, host) = await RelationEvents.StartAsync();
        await using var _ = world;
        world.Books.AddRelation("10001", "Heel Iemand Anders");
        await host.SendAsync(Created("r-0", 0, "Wacht", new JsonObject { ["code"] = "10001" }));
        await host.SendAsync(Created("r-1", 0, "Een"));
        await host.SendAsync(Created("r-2", 0, "Twee"));
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync(Address + "?limit=2");
        Assert.Equal(2, visitor.Page.QuerySelectorAll("[aria-labelledby=relations-caption] tbody tr").Length);
        await visitor.FollowAsync("Verder");

        Assert.Contains("Twee", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll("article"));
        await visitor.FollowAsync("Naar het begin");
        Assert.Single(visitor.Page.QuerySelectorAll("article"));
        await visitor.OpenAsync(Address + "?wacht=true");
        Assert.Equal("Relaties die op u wachten", visitor.Title);
        Assert.Single(visitor.Page.QuerySelectorAll("article"));
    }

    [Fact]
    public async Task More_than_a_page_of_those_that_wait_goes_on_on_a_page_of_their_own()
    {
        var (world, host) = await RelationEvents.StartAsync();
        await using var _ = world;
        world.Books.AddRelation("10001", "Heel Iemand Anders");
        await host.SendAsync(new JsonArray([.. Enumerable.Range(10, 23).Select(number => Created($"r-{number}", 0, $"Bakker {number}", new JsonObject { ["code"] = "10001" }))]));
        await host.SweepAsync();
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync(Address);
        Assert.Equal(20, visitor.Page.QuerySelectorAll("article").Length);
        await visitor.FollowAsync("Alle relaties die op u wachten");

        Assert.Equal(3, visitor.Page.QuerySelectorAll("article").Length);
        Assert.True(visitor.HasButton("Voor alle 3 hieronder een nieuwe relatie aanmaken…"));
        await visitor.FollowAsync("Naar het begin");
        Assert.Equal(20, visitor.Page.QuerySelectorAll("article").Length);
    }

    [Fact]
    public async Task English_reader_reads_english()
    {
        var (world, host) = await RelationEvents.StartAsync();
        await using var _ = world;
        await host.SendAsync(Created("r-1", 0, "Jansen", new JsonObject { ["type"] = "person", ["lastName"] = "Jansen", ["name"] = null }));
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync(Address + "/relatie?id=r-1");

        await visitor.FollowAsync("English");

        Assert.Contains("Linked to relation", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Kind of relation Person", visitor.Text, StringComparison.Ordinal);
    }

    private static string LinkOf(Visitor visitor, string text) =>
        visitor.Page.QuerySelectorAll("a").First(link => Visitor.OneLine(link.TextContent) == text).GetAttribute("href")!;
}
