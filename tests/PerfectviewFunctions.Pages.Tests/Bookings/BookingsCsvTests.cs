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
