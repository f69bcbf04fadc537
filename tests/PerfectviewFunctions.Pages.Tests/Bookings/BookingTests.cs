using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Pages.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Bookings;

/// <summary>One invoice: what it is, what happened to it, and what can be done.</summary>
public sealed class BookingTests
{
    private const string Address = "/koppeling/demo/boekingen/factuur?nummer=1";

    [Fact]
    public async Task Booked_invoice_shows_its_lines_its_payment_and_what_happened()
    {
        var (world, host) = await World.StartAsync(settings: World.Settings with { NumberPrefix = "PV-" });
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync(Address);

        Assert.Equal("Factuur 1", visitor.Title);
        Assert.Contains("Nummer in e-Boekhouden PV-1", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("HOOG_VERK_21 21% € 100,00 € 21,00 € 121,00 Totaal", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Betaalstatus Nog niet gelezen", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(["Ontvangen", "Verstuurd naar e-Boekhouden", "Geboekt"], StepsOf(visitor));
        Assert.False(visitor.HasButton("Opnieuw proberen"));
        Assert.False(visitor.HasButton("Negeren"));
        Assert.Contains("Opnieuw proberen kan nu niet.", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_invoice_says_why_and_is_booked_when_tried_again()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await world.RefuseAsync(host, "1");
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync(Address);
        Assert.Contains("Wat te doen:", visitor.Text, StringComparison.Ordinal);

        await visitor.SubmitAsync("Opnieuw proberen");

        Assert.StartsWith("✓ Gelukt. De factuur is geboekt als mutatie", Assert.Single(visitor.Notices), StringComparison.Ordinal);
        Assert.Single(world.Books.Mutations);
        Assert.Equal(
            ["Ontvangen", "Verstuurd naar e-Boekhouden", "Geweigerd door e-Boekhouden", "Opnieuw geprobeerd", "Verstuurd naar e-Boekhouden", "Geboekt"],
            StepsOf(visitor));
        Assert.Contains("door operator", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tried_again_in_vain_says_so()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await world.RefuseAsync(host, "1");
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Refuse) { Operation = "AddMutatie", Code = "CMUT016" });
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync(Address);

        await visitor.SubmitAsync("Opnieuw proberen");

        Assert.Contains("nog steeds actie nodig", Assert.Single(visitor.Notices), StringComparison.Ordinal);
        Assert.Equal("needs-attention", await host.StateAsync("1"));
    }

    [Fact]
    public async Task Outcome_nobody_knows_has_no_button_and_says_when_it_is_looked_up()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.ConnectionReset) { Operation = "AddMutatie" });
        await host.SendAsync(Events.Invoice("1"));
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync(Address);

        Assert.Contains("Uitkomst onzeker", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Volgende poging, vanzelf: 02-03-2026", visitor.Text, StringComparison.Ordinal);
        Assert.False(visitor.HasButton("Opnieuw proberen"));
        Assert.False(visitor.HasButton("Negeren"));
    }

    [Fact]
    public async Task Ignored_with_a_reason_it_says_who_and_why()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await world.RefuseAsync(host, "1");
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync(Address);

        await visitor.SubmitAsync("Negeren", ("reason", "Staat er <b>al</b>, met de hand."));

        Assert.Contains("De factuur wordt overgeslagen.", Assert.Single(visitor.Notices), StringComparison.Ordinal);
        Assert.Contains("Genegeerd door operator", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Staat er <b>al</b>, met de hand.", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("ignored", await host.StateAsync("1"));
        Assert.Empty(world.Books.Mutations);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("omgekeerd \u202E")]
    public async Task Ignoring_without_a_reason_is_told_at_the_field(string reason)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await world.RefuseAsync(host, "1");
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync(Address);

        await visitor.SubmitAsync("Negeren", ("reason", reason));

        Assert.Equal(422, visitor.Status);
        Assert.Contains("waarom", visitor.Page.QuerySelector("#f-reason-fault")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector("details[open]"));
        Assert.Equal("needs-attention", await host.StateAsync("1"));
    }

    [Theory]
    [InlineData("Opnieuw proberen")]
    [InlineData("Negeren")]
    public async Task What_changed_meanwhile_is_told_and_nothing_is_done(string button)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await world.RefuseAsync(host, "1");
        using var visitor = await Visitor.SignedInAsync(host);
        await visitor.OpenAsync(Address);
        using var other = await Visitor.SignedInAsync(host);
        await other.OpenAsync(Address);
        await other.SubmitAsync("Opnieuw proberen");

        var pressed = visitor.ButtonOf(button);
        var field = button == "Negeren" ? [("reason", "Dubbel.")] : Array.Empty<(string, string)>();
        await Visitor.PressAsync(pressed, field);

        Assert.Equal(409, visitor.Status);
        Assert.Contains("intussen gewijzigd", Assert.Single(visitor.Notices), StringComparison.Ordinal);
        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Single(world.Books.Mutations);
    }

    [Fact]
    public async Task Unknown_invoice_is_not_there()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);

        await visitor.OpenAsync("/koppeling/demo/boekingen/factuur?nummer=%00");

        Assert.Equal(404, visitor.Status);
    }

    [Fact]
    public async Task Who_may_only_look_sees_all_and_no_button()
    {
        var (world, host) = await Stuck.StartWithViewerAsync();
        await using var _ = world;
        await world.RefuseAsync(host, "1");

        foreach (var address in new[] { Address, "/koppeling/demo/boekingen?staat=actie" })
        {
            var (status, body) = await host.LookAsync(address);

            Assert.Equal(200, status);
            Assert.Contains("Actie nodig", body, StringComparison.Ordinal);
            Assert.DoesNotContain("method=\"post\" action=\"/koppeling/demo", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Alles opnieuw proberen", body, StringComparison.Ordinal);
        }

        Assert.Equal(403, (await host.LookAsync("/koppeling/demo/boekingen/opnieuw?oorzaak=CMUT016")).Status);
    }

    private static IReadOnlyList<string> StepsOf(Visitor visitor) =>
        [.. visitor.Page.QuerySelectorAll("ol.trail .state").Select(state => Visitor.OneLine(state.TextContent)[2..])];
}
