using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Pages.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Balances;

/// <summary>What the page of open balances shows.</summary>
public sealed class BalancesPageTests
{
    private const string Address = "/koppeling/demo/openstaand";

    [Fact]
    public async Task What_is_open_is_shown_with_its_sum_age_and_state()
    {
        var (world, host) = await Payments.StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1", "2026/002");
        world.Pay("F1", 21m);
        await world.ReadAsync(host);
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync(Address);

        Assert.Contains("Totaal openstaand € 221,00 van 2 facturen", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("F1 Bakkerij De Korenbloem 02-03-2026", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Deels betaald", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("/koppeling/demo/boekingen/factuur?nummer=2026%2F002", visitor.Page.QuerySelector("table a[href*='2026']")!.GetAttribute("href"));
        var chart = visitor.Page.QuerySelector("svg[role=img]")!;
        Assert.Contains("Nog niet vervallen: € 221,00", Visitor.OneLine(chart.QuerySelector("desc")!.TextContent), StringComparison.Ordinal);
        Assert.Equal(10, chart.QuerySelectorAll("rect").Length);
        Assert.Contains("Nog niet vervallen 2 € 221,00", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_text_is_shown_as_text()
    {
        var (world, host) = await Payments.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("\"><b>1").For(Events.Debtor("rel-9", "<script>alert(1)</script>")));
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync(Address);

        Assert.Contains("<script>alert(1)</script>", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("\"><b>1", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll("main script, main b"));
    }

    [Fact]
    public async Task Reading_now_is_done_once_and_a_second_time_is_told_to_wait()
    {
        var (world, host) = await Payments.StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        world.Clock.Advance(TimeSpan.FromMinutes(10));
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync(Address);
        Assert.Contains("Laatst gelezen nog niet", visitor.Text, StringComparison.Ordinal);

        await visitor.SubmitAsync("Nu bijwerken");

        Assert.Contains("zojuist gelezen", Assert.Single(visitor.Notices), StringComparison.Ordinal);
        Assert.DoesNotContain("nog niet Volgende", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Openstaand", visitor.Page.QuerySelector("table:last-of-type td .state")!.TextContent, StringComparison.Ordinal);

        await visitor.SubmitAsync("Nu bijwerken");

        Assert.Contains("Let op.", Assert.Single(visitor.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Payments_that_are_off_are_told_with_the_way_to_switch_them_on()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync(Address);

        Assert.Contains("Betalingen worden niet gelezen", visitor.Text, StringComparison.Ordinal);
        Assert.False(visitor.HasButton("Nu bijwerken"));
        Assert.Equal("/koppeling/demo/instellingen", visitor.Page.QuerySelector(".notice p > a[href$=instellingen]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task More_than_a_page_goes_on_at_the_next()
    {
        var (world, host) = await Payments.StartAsync();
        await using var _ = world;
        await world.BookAsync(host, [.. Enumerable.Range(1, 51).Select(number => $"F{number:D3}")]);
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync(Address);
        Assert.DoesNotContain("F051", visitor.Text, StringComparison.Ordinal);

        await visitor.FollowAsync("Verder");

        Assert.Contains("F051", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("F050", visitor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl", "Factuurnummer;")]
    [InlineData("en", "Invoice number,")]
    public async Task File_is_in_the_readers_language_and_no_formula_is_in_it(string language, string header)
    {
        var (world, host) = await World.StartAsync(settings: Payments.PaymentsOn, configure: Onlooker.Trust);
        await using var _ = world;
        await Onlooker.AdmitAsync(host);
        await host.SendAsync(Events.Invoice("F1").For(Events.Debtor("rel-9", "=1+1")));

        var file = await Onlooker.ReadAsync(host, Address + "/bestand", language);

        Assert.Contains(header, file, StringComparison.Ordinal);
        Assert.Contains("'=1+1", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_only_look_sees_the_figures_and_no_button()
    {
        var (world, host) = await World.StartAsync(settings: Payments.PaymentsOn, configure: Onlooker.Trust);
        await using var _ = world;
        await Onlooker.AdmitAsync(host);
        await host.SendAsync(Events.Invoice("F1"));

        var page = await Onlooker.SeeAsync(host, Address, "en");

        Assert.Contains("F1", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("Open balances", page.QuerySelector("h1")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(page.QuerySelectorAll("form, button"));
    }
}
