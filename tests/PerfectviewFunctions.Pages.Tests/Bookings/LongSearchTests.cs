using System.Globalization;
using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Pages.Tests.Support;
using PerfectviewFunctions.Web.Pages.Bookings;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Bookings;

/// <summary>A search among many invoices ends in time, and goes on when asked to.</summary>
public sealed class LongSearchTests
{
    [Fact]
    public async Task Search_that_finds_little_stops_and_says_so_and_goes_on()
    {
        var (world, host) = await World.StartAsync(settings: World.Settings with { BookingsOn = false });
        await using var _ = world;
        await host.SendAsync(Events.Invoice("oldest").For(Events.Debtor("rel-2", "De Windmolen", "K200")));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        foreach (var part in Enumerable.Range(1, BookingSearch.MostRead).Chunk(100))
        {
            await host.SendAsync(new JsonArray([.. part.Select(number => Events.Invoice(number.ToString(CultureInfo.InvariantCulture)))]));
        }

        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync("/koppeling/demo/boekingen?relatie=molen");
        Assert.Contains("Tot hier gezocht: er zijn 500 facturen bekeken.", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(BookingsTests.RowsOf(visitor));
        await visitor.FollowAsync("Verder zoeken");

        Assert.StartsWith("oldest – Overgeslagen De Windmolen", Assert.Single(BookingsTests.RowsOf(visitor)), StringComparison.Ordinal);
        Assert.DoesNotContain("Tot hier gezocht", visitor.Text, StringComparison.Ordinal);
    }
}
