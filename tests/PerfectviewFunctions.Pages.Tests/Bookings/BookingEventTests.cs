using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Pages.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Bookings;

/// <summary>Events that no invoice shows and a person has to see.</summary>
public sealed class BookingEventTests
{
    [Fact]
    public async Task Refused_event_is_linked_from_the_list_and_names_its_faults_in_words()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendFaultyAsync("<i>7");
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync("/koppeling/demo/boekingen");

        await visitor.FollowAsync("Berichten bekijken");
        await visitor.FollowAsync("Bekijken <i>7");

        Assert.Contains("factuur, factuurdatum/data/invoice/date", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Geweigerd", visitor.Text, StringComparison.Ordinal);
        Assert.Empty(visitor.Page.QuerySelectorAll("main i"));
    }

    [Fact]
    public async Task Refused_event_is_set_aside_with_a_reason()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendFaultyAsync("7");
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync("/koppeling/demo/boekingen?staat=actie");
        await visitor.FollowAsync("Bekijken 7");

        await visitor.SubmitAsync("Negeren");
        Assert.Equal(422, visitor.Status);
        Assert.NotNull(visitor.Page.QuerySelector("#f-reason-fault"));
        await visitor.SubmitAsync("Negeren", ("reason", "Was een proef."));

        Assert.Contains("Het bericht is opzij gelegd.", Assert.Single(visitor.Notices), StringComparison.Ordinal);
        Assert.Contains("Er zijn geen berichten", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_that_another_set_aside_meanwhile_is_told()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendFaultyAsync("7");
        using var visitor = await Visitor.SignedInAsync(host);
        using var other = await Visitor.SignedInAsync(host);
        foreach (var one in new[] { visitor, other })
        {
            await one.OpenAsync("/koppeling/demo/boekingen/berichten");
            await one.FollowAsync("Bekijken 7");
        }

        await other.SubmitAsync("Negeren", ("reason", "Was een proef."));
        await visitor.SubmitAsync("Negeren", ("reason", "Ook ik."));

        Assert.Contains("wordt al genegeerd", Assert.Single(visitor.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_event_of_a_booked_invoice_is_shown_beside_the_booking()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("7"));
        await host.SendAsync(Events.Invoice("7", net: 200m, id: "later", occurredAt: "2026-03-02T12:00:00+01:00"));
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync("/koppeling/demo/boekingen/factuur?nummer=7");

        await visitor.FollowAsync("Bekijken 7");

        var rows = visitor.Page.QuerySelectorAll("#both-caption ~ tbody tr").Select(row => string.Join('|', row.Children.Select(cell => Visitor.OneLine(cell.TextContent)))).ToList();
        Assert.Contains("Factuurdatum|02-03-2026|02-03-2026", rows);
        Assert.Contains("Verkoop - NL - 21%, 21%, zonder btw|€ 100,00|€ 200,00 ! verschilt", rows);
        Assert.Single(world.Books.Mutations);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?bericht=a/b%20")]
    [InlineData("?bericht=geen")]
    public async Task Unknown_event_is_not_there(string query)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync("/koppeling/demo/boekingen/bericht" + query);

        Assert.Equal(404, visitor.Status);
    }
}
