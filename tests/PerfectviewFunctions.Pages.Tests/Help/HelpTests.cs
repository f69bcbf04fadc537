using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Pages.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Help;

public sealed class HelpTests
{
    [Fact]
    public async Task Every_code_is_a_place_with_its_message_and_what_to_do_without_braces()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync("/koppeling/demo/hulp");

        Assert.Equal("Help", visitor.Title);
        var places = visitor.Page.QuerySelectorAll("article").Select(article => article.Id).ToList();
        Assert.Equal(ErrorTable.All.Select(entry => entry.Code), places);
        var ids = visitor.Page.QuerySelectorAll("[id]").Select(one => one.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.DoesNotContain('{', visitor.Text);
        Assert.Contains("Lost zichzelf op", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Eerst wordt gekeken", visitor.Page.GetElementById("CREL001")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("één omzetrekening per soort btw", visitor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CREL001", "CREL001")]
    [InlineData("crel001.1", "CREL001")]
    [InlineData("relatiecode van een andere relatie", "debtor-code-taken")]
    [InlineData("Niet zeker is welke relatie in e-Boekhouden bij Bakkerij Jansen hoort. Gevonden: 10001 Iemand.", "debtor-ambiguous")]
    public async Task Search_finds_a_code_some_words_or_a_whole_message(string search, string code)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync("/koppeling/demo/hulp");

        await visitor.SubmitAsync("Zoeken", ("zoek", search));

        Assert.NotNull(visitor.Page.GetElementById(code));
        Assert.True(visitor.Page.QuerySelectorAll("article").Length < 8, visitor.Text);
        Assert.Equal(search, visitor.Page.QuerySelector("#f-zoek")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Search_that_finds_nothing_says_how_to_go_on_and_is_shown_as_text()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync("/koppeling/demo/hulp?zoek=" + Uri.EscapeDataString("\"><script>alert(1)</script>"));

        Assert.Contains("Niets gevonden", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll("main script"));
        await visitor.FollowAsync("Alles tonen");
        Assert.Equal(ErrorTable.All.Count, visitor.Page.QuerySelectorAll("article").Length);
    }

    [Fact]
    public async Task English_reader_reads_english()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync("/koppeling/demo/hulp");

        await visitor.FollowAsync("English");

        Assert.Contains("Frequently asked questions", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("It is not certain which relation", visitor.Text, StringComparison.Ordinal);
    }
}
