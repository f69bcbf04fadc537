using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Pages.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Bookings;

/// <summary>All invoices of one cause are tried again, after somebody saw how many there are.</summary>
public sealed class RetryCauseTests
{
    private const string Address = "/koppeling/demo/boekingen?staat=actie";

    [Fact]
    public async Task Causes_are_counted_and_one_is_tried_again_whole()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await world.RefuseAsync(host, "1");
        await world.RefuseAsync(host, "2");
        await world.RefuseAsync(host, "3", "CMUT020");
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync(Address);
        Assert.Equal(["2 facturen", "1 factuur"], visitor.Page.QuerySelectorAll(".causes h3").Select(title => title.TextContent));

        await visitor.FollowAsync("Alles opnieuw proberen van CMUT016");
        Assert.Contains("2 facturen wachten om deze reden.", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(world.Books.Mutations);
        await visitor.SubmitAsync("Nu opnieuw proberen");

        Assert.Contains("Opnieuw geprobeerd: 2. Geboekt: 2.", Assert.Single(visitor.Notices), StringComparison.Ordinal);
        Assert.Equal(2, world.Books.Mutations.Count);
        Assert.StartsWith("3 ", Assert.Single(BookingsTests.RowsOf(visitor)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cause_that_another_took_away_meanwhile_is_told()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await world.RefuseAsync(host, "1");
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync(Address);
        await visitor.FollowAsync("Alles opnieuw proberen van CMUT016");
        using var other = await Visitor.SignedInAsync(host);
        await other.OpenAsync("/koppeling/demo/boekingen/factuur?nummer=1");
        await other.SubmitAsync("Opnieuw proberen");

        await visitor.SubmitAsync("Nu opnieuw proberen");

        Assert.Contains("Om deze reden wacht geen factuur meer.", Assert.Single(visitor.Notices), StringComparison.Ordinal);
        Assert.Single(world.Books.Mutations);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?oorzaak=")]
    public async Task No_cause_is_not_there(string query)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync("/koppeling/demo/boekingen/opnieuw" + query);

        Assert.Equal(404, visitor.Status);
    }
}
