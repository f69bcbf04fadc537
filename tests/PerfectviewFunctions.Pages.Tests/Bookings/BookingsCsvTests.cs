using System.Globalization;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Pages.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Bookings;

/// <summary>The list as a file for a spreadsheet.</summary>
public sealed class BookingsCsvTests
{
    [Fact]
    public async Task File_has_what_the_filter_asks_for_and_no_formula()
    {
        var (world, host) = await Stuck.StartWithViewerAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("=1+1").For(Events.Debtor("rel-2", "@SUM(A1);\"x\"", "K200")));
        await world.RefuseAsync(host, "2");

        var (status, body) = await host.LookAsync("/koppeling/demo/boekingen/csv?staat=geboekt");

        var lines = body.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal((200, 2), (status, lines.Length));
        Assert.StartsWith("Factuurnummer;Nummer in e-Boekhouden;Relatie;", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("'=1+1;'=1+1;\"'@SUM(A1);\"\"x\"\"\";K200;2026-03-02;121,00;EUR;Geboekt;", lines[1], StringComparison.Ordinal);
    }

    /// <summary>A shorter period would not help: the newest are read first, whatever is asked for.</summary>
    [Fact]
    public async Task File_that_can_not_hold_everything_says_where_the_rest_is_and_nothing_is_missed_or_told_twice()
    {
        var (world, host) = await Stuck.StartWithViewerAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("oldest").For(Events.Debtor("rel-2", "De Windmolen", "K200")));
        await host.PlantAsync("oldest", Enumerable.Range(1, 10_000).Select(number => string.Create(CultureInfo.InvariantCulture, $"n{number}")));

        var (_, first) = await host.LookAsync("/koppeling/demo/boekingen/csv?relatie=molen");
        var address = new Uri(first.Split(' ')[^1].Trim().Trim('"'));
        var (status, rest) = await host.LookAsync(address.PathAndQuery);

        var numbers = (first + rest).Split("\r\n").Where(line => line.Contains("Windmolen", StringComparison.Ordinal)).Select(line => line.Split(';')[0]).ToList();
        Assert.Contains("Tot hier: er zijn 10.000 facturen bekeken", first, StringComparison.Ordinal);
        Assert.Equal((200, host.Http.BaseAddress!.Authority), (status, address.Authority));
        Assert.DoesNotContain("Tot hier", rest, StringComparison.Ordinal);
        Assert.Equal((10_001, 10_001), (numbers.Count, numbers.Distinct().Count()));
    }

    [Fact]
    public async Task Link_of_the_list_keeps_its_filter()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync("/koppeling/demo/boekingen?staat=geboekt&relatie=Koren");

        Assert.Contains(
            visitor.Page.QuerySelectorAll("main a"),
            link => link.GetAttribute("href") == "/koppeling/demo/boekingen/csv?staat=geboekt&relatie=Koren");
    }
}
