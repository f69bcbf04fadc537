using System.Globalization;
using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Pages.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Bookings;

/// <summary>The list of invoices and what it can be asked for.</summary>
public sealed class BookingsTests
{
    private const string Address = "/koppeling/demo/boekingen";

    [Fact]
    public async Task Empty_list_says_what_comes_next()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync(Address);

        Assert.Equal("Boekingen", visitor.Title);
        Assert.Contains("Er is nog geen factuur ontvangen.", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Newest_comes_first_with_state_amount_and_mutation_number()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("2026/001"));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.RefuseAsync(host, "2026/002");
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync(Address);

        var mutation = Assert.Single(world.Books.Mutations).Number.ToString(CultureInfo.InvariantCulture);
        var rows = RowsOf(visitor);
        Assert.StartsWith("2026/002 ✕ Actie nodig Bakkerij De Korenbloem 02-03-2026 € 121,00", rows[0], StringComparison.Ordinal);
        Assert.StartsWith($"2026/001 ✓ Geboekt Bakkerij De Korenbloem 02-03-2026 € 121,00 {mutation}", rows[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("staat=geboekt", "B1 C1")]
    [InlineData("staat=actie", "A1")]
    [InlineData("staat=wacht", "")]
    [InlineData("nummer=B1", "B1")]
    [InlineData("nummer=B1&staat=actie", "")]
    [InlineData("relatie=molen", "C1")]
    [InlineData("van=2026-03-05", "C1")]
    [InlineData("tot=4-3-2026", "A1 B1")]
    [InlineData("van=2026-03-01&tot=2026-03-31&relatie=KOREN", "A1 B1")]
    public async Task Filter_shows_what_it_asks_for(string query, string expected)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await world.RefuseAsync(host, "A1");
        await host.SendAsync(Events.Invoice("B1"));
        await host.SendAsync(Events.Invoice("C1").With(invoice => invoice["date"] = "2026-03-09").For(Events.Debtor("rel-2", "De Windmolen", "K200")));
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync($"{Address}?{query}");

        Assert.Equal(200, visitor.Status);
        Assert.Equal(expected, string.Join(' ', RowsOf(visitor).Select(row => row.Split(' ')[0]).Order()));
    }

    [Fact]
    public async Task Day_that_is_none_is_told_at_its_field_and_stays()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync($"{Address}?van=gisteren&relatie=molen");

        Assert.Equal(422, visitor.Status);
        Assert.Contains("Schrijf een dag", visitor.Page.QuerySelector("#f-van-fault")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("gisteren", visitor.Page.QuerySelector("#f-van")!.GetAttribute("value"));
        Assert.Equal("molen", visitor.Page.QuerySelector("#f-relatie")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Number_as_it_stands_in_the_books_is_found_too()
    {
        var (world, host) = await World.StartAsync(settings: World.Settings with { NumberPrefix = "PV-" });
        await using var _ = world;
        await host.SendAsync(Events.Invoice("17"));
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync(Address);

        await visitor.SubmitAsync("Zoeken", ("nummer", "PV-17"));

        Assert.StartsWith("17 ", Assert.Single(RowsOf(visitor)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_follow_each_other_and_miss_none()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        foreach (var part in Enumerable.Range(1, 60).Chunk(60))
        {
            await host.SendAsync(new JsonArray([.. part.Select(number => Events.Invoice(number.ToString("D3", CultureInfo.InvariantCulture)))]));
        }

        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync(Address);
        var first = RowsOf(visitor);
        await visitor.FollowAsync("Verder");
        var second = RowsOf(visitor);

        Assert.Equal((50, 10), (first.Count, second.Count));
        Assert.Equal(60, first.Concat(second).Select(row => row.Split(' ')[0]).Distinct().Count());
        Assert.DoesNotContain(visitor.Page.QuerySelectorAll("a"), link => link.TextContent == "Verder");
    }

    [Fact]
    public async Task Names_that_are_markup_are_shown_as_they_are()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        const string Hostile = "\"><script>alert(1)</script>";
        await host.SendAsync(Events.Invoice("<b>'\"&/?#").For(Events.Debtor("rel-x", Hostile)));
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync(Address);
        await visitor.FollowAsync("<b>'\"&/?#");

        Assert.Equal("Factuur <b>'\"&/?#", visitor.Title);
        Assert.Contains(Hostile, visitor.Text, StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll("main script, main b"));
    }

    [Fact]
    public async Task English_reader_sees_english()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await world.RefuseAsync(host, "A1");
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync(Address);

        await visitor.FollowAsync("English");

        Assert.Equal("Bookings", visitor.Title);
        Assert.Contains("Action needed", Assert.Single(RowsOf(visitor)), StringComparison.Ordinal);
    }

    internal static IReadOnlyList<string> RowsOf(Visitor visitor) =>
        [.. visitor.Page.QuerySelectorAll("#bookings-caption ~ tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => Visitor.OneLine(cell.TextContent))).Trim())];
}
