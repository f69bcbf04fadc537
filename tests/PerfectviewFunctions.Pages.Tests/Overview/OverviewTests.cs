using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Pages.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Overview;

public sealed class OverviewTests
{
    private const string Address = "/koppeling/demo";

    [Fact]
    public async Task Counts_of_what_was_booked_what_waits_and_what_needs_somebody_lead_to_the_lists()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);
        await host.SendAsync(Events.Invoice("2026-001"));
        await host.SendAsync(Events.Invoice("2026-002"));
        Assert.Equal("duplicate", (await host.SendAsync(Events.Invoice("2026-002", id: "evt-repeats"))).Outcome);
        await host.SendAsync(Events.Invoice("2026-003").With(SixPercent));
        await host.SendAsync(Events.Invoice("2026-004").With(invoice => invoice["total"] = "veel"));

        await visitor.OpenAsync(Address);

        Assert.Equal(("2", "/koppeling/demo/boekingen?staat=geboekt"), FigureOf(visitor, "Vandaag geboekt"));
        Assert.Equal(("0", "/koppeling/demo/boekingen?staat=wacht"), FigureOf(visitor, "Wacht"));
        Assert.Equal(("2", "/koppeling/demo/boekingen?staat=actie"), FigureOf(visitor, "Actie nodig"));
        Assert.Equal(["Facturen: 1", "Berichten uit Perfectview: 1"], visitor.Page.QuerySelectorAll("section.panel ul a").Select(link => link.TextContent));
        Assert.Contains("✓ Facturen komen binnen", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("✓ Werkt", visitor.Text, StringComparison.Ordinal);
        Assert.Null(visitor.Page.QuerySelector("#stappen"));
        Assert.Null(visitor.Page.QuerySelector("#stopped"));
    }

    [Fact]
    public async Task What_was_booked_yesterday_by_the_Dutch_calendar_is_not_of_today()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);
        await host.SendAsync(Events.Invoice("2026-001"));
        world.Clock.Advance(TimeSpan.FromHours(24));
        await visitor.SignInAsync();

        await visitor.OpenAsync(Address);

        Assert.Equal("0", FigureOf(visitor, "Vandaag geboekt").Figure);
    }

    [Fact]
    public async Task Steps_tick_themselves_off_and_are_gone_after_the_last()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync("/koppeling/_/nieuw");
        await visitor.SubmitAsync("Toevoegen", ("id", "leeg"), ("name", "Leeg"));
        Assert.Equal("/koppeling/leeg", visitor.Address);
        Assert.Equal(5, visitor.Page.QuerySelectorAll("#stappen .state.warn").Length);
        Assert.Null(visitor.Page.QuerySelector("#stopped"));

        await visitor.FollowAsync("Webhook in Perfectview instellen");
        await visitor.SubmitAsync("Geheim maken");
        await visitor.OpenAsync("/koppeling/leeg");
        Assert.Contains("Webhook in Perfectview instellen ✓ Gedaan", visitor.Text, StringComparison.Ordinal);

        await visitor.OpenAsync(Address);
        Assert.Equal(4, visitor.Page.QuerySelectorAll("#stappen .state.good").Length);
        await host.SendAsync(Events.Invoice("2026-001"));
        await visitor.OpenAsync(Address);
        Assert.Null(visitor.Page.QuerySelector("#stappen"));
    }

    [Fact]
    public async Task Link_that_was_ended_is_told_first_with_the_one_thing_to_do()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync(Address + "/instellingen");
        await visitor.SubmitAsync("Koppeling beëindigen", ("confirmUnlink", "on"));

        await visitor.OpenAsync(Address);

        Assert.Contains("Er wordt nu niets geboekt", visitor.Notices[0], StringComparison.Ordinal);
        Assert.Contains("Wat te doen:", visitor.Notices[0], StringComparison.Ordinal);
        await visitor.FollowAsync("Naar de koppeling met e-Boekhouden");
        Assert.Equal("Instellingen", visitor.Title);
    }

    [Fact]
    public async Task Test_that_was_passed_is_the_last_check()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);
        world.Clock.Advance(TimeSpan.FromHours(2));
        await visitor.OpenAsync(Address);
        Assert.Contains("Laatst gecontroleerd 02-03-2026 10:00", visitor.Text, StringComparison.Ordinal);

        await visitor.FollowAsync("Nu testen");
        await visitor.SubmitAsync("Testen");
        await visitor.OpenAsync(Address);

        Assert.Contains("Laatst gecontroleerd 02-03-2026 12:00", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_credentials_show_why_since_when_and_when_it_is_tried_again_and_the_invoice_waits()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);
        world.Sandbox.Books.Switches = world.Sandbox.Books.Switches with { NoPermission = true };
        world.Clock.Advance(TimeSpan.FromHours(1)); // no session lasts that long
        await host.SendAsync(Events.Invoice("2026-001"));

        await visitor.OpenAsync(Address);

        Assert.NotNull(visitor.Page.QuerySelector("#stopped .reason"));
        Assert.Contains("✕ Gepauzeerd", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Volgende poging", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("1", FigureOf(visitor, "Wacht").Figure);
        Assert.DoesNotContain("hoeft u niets voor te doen", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Payments_of_a_link_that_was_ended_are_not_said_to_be_read_in_part()
    {
        var (world, host) = await Payments.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync(Address + "/instellingen");
        await visitor.SubmitAsync("Koppeling beëindigen", ("confirmUnlink", "on"));

        await visitor.OpenAsync(Address);

        Assert.Contains("Worden niet gelezen zolang de koppeling", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("niet volledig gelezen", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Last_and_next_reading_of_payments_are_shown()
    {
        var (world, host) = await Payments.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);
        await host.SendAsync(Events.Invoice("2026-001"));
        await host.SyncPaymentsAsync();

        await visitor.OpenAsync(Address);

        Assert.Contains("Worden elk uur gelezen", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Laatst gelezen", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Volgende keer", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("nog niet", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Count_that_stopped_says_so() => Assert.Equal("200+", new Bounded(200, More: true).Text(number => $"{number}"));

    /// <summary>As before 2019: a category that the demo tenant has not mapped.</summary>
    private static void SixPercent(JsonObject invoice)
    {
        invoice["date"] = "2018-05-01";
        invoice["total"] = 106m;
        invoice["vatTotals"] = new JsonArray(Events.VatTotal("NL_LOW", 100m, 6m, 6));
    }

    private static (string Figure, string? Address) FigureOf(Visitor visitor, string label)
    {
        var panel = visitor.Page.QuerySelectorAll("section.panel").Single(one => one.QuerySelector("h2")!.TextContent == label);
        var link = panel.QuerySelector(".figure a")!;
        return (link.FirstChild!.TextContent, link.GetAttribute("href"));
    }
}
