using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.EndToEnd.Tests.Properties.Money;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Grouping;

/// <summary>A tenant chooses what becomes one booking line; what the booking comes to does not depend on it.</summary>
public sealed class LineGroupingTests
{
    [Theory]
    [InlineData(LineGrouping.PerVatCodeAndAccount, "60.00 12.60, 20.00 1.80")]
    [InlineData(LineGrouping.PerLine, "10.00 2.10, 50.00 10.50, 20.00 1.80")]
    public async Task Invoice_stands_in_the_books_in_the_lines_that_the_tenant_chose(LineGrouping grouping, string expected)
    {
        var (world, host) = await World.StartAsync(settings: World.Settings with { Grouping = grouping });
        await using var _ = world;

        var reply = await host.SendAsync(ThreeLines("1"));

        Assert.Equal("booked", reply.Outcome);
        Assert.Equal(expected, Lines(Assert.Single(world.Books.Mutations)));
        Assert.Equal(expected.Split(", ").Length, (await host.InvoiceAsync("1"))!["lines"]!.AsArray().Count);
    }

    [Fact]
    public async Task Booking_whose_answer_was_lost_is_adopted_line_by_line()
    {
        var (world, host) = await World.StartAsync(settings: World.Settings with { Grouping = LineGrouping.PerLine });
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.AnswerLost) { Operation = "AddMutatie" });

        Assert.Equal("booked", (await host.SendAsync(ThreeLines("1"))).Outcome);

        Assert.Equal(3, Assert.Single(world.Books.Mutations).Lines.Count);
    }

    [Fact]
    public async Task Choice_changed_while_a_booking_is_uncertain_does_not_change_the_booking()
    {
        var (world, host) = await World.StartAsync(settings: World.Settings with { Grouping = LineGrouping.PerLine });
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.ConnectionReset) { Operation = "AddMutatie" });
        await host.SendAsync(ThreeLines("1"));

        await host.ChangeSettingsAsync(settings => settings["grouping"] = nameof(LineGrouping.PerVatCodeAndAccount));
        await world.PassMinutesAsync(host, 6);

        Assert.Equal(3, Assert.Single(world.Books.Mutations).Lines.Count);
        Assert.Equal("booked", await host.StateAsync("1"));
    }

    [Fact]
    public async Task Invoice_sent_again_after_the_choice_changed_is_a_duplicate()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(ThreeLines("1"));
        await host.ChangeSettingsAsync(settings => settings["grouping"] = nameof(LineGrouping.PerLine));

        var again = await host.SendAsync(ThreeLines("1", id: "again"));

        Assert.Equal("duplicate", again.Outcome);
        Assert.Single(world.Books.Mutations);
    }

    [SoapTheory]
    [InlineData(21, 0, 0)]
    [InlineData(22, 1, 1)]
    public async Task Generated_invoices_are_booked_to_the_cent_line_by_line(int seed, int toleranceInCents, int inclusive)
    {
        seed = Seeds.Or(seed);
        await using var world = await World.CreateAsync(new SandboxSwitches { RoundingTolerance = toleranceInCents * 0.01m });
        var host = await world.AddHostAsync();
        var setting = (InclusiveRounding)inclusive;
        await world.AddTenantAsync(
            "money", World.Settings with { InclusiveRounding = setting, Grouping = LineGrouping.PerLine }, MoneyRun.Mapping);
        var oracle = new MoneyOracle(setting == InclusiveRounding.PerLine ? Rounding.PerLine : Rounding.PerGroup, ReverseChargeRefused: false);
        var generator = new SaleGenerator(seed);
        var invoices = Seeds.InvoicesOr(150);

        var booked = await new MoneyRun(world, host, oracle, $"PVF_SEED={seed}").SendAsync(Enumerable.Range(0, invoices).Select(generator.Next));

        Assert.InRange(booked, invoices / 2, invoices - 1);
        Assert.InRange(world.Books.Mutations.Count(mutation => mutation.Lines.Count > 10), invoices / 30, invoices - 1);
    }

    private static JsonObject ThreeLines(string number, string? id = null)
    {
        JsonNode[] lines = [Line(10m, "NL_HIGH"), Line(20m, "NL_LOW"), Line(50m, "NL_HIGH")];
        return Events.Invoice(number, id: id).With(invoice =>
        {
            invoice.Remove("vatTotals");
            invoice["total"] = 94.40m;
            invoice["lines"] = new JsonArray(lines);
        });
    }

    private static JsonObject Line(decimal price, string category) =>
        new() { ["quantity"] = 1, ["unitPrice"] = price, ["vatCategory"] = category };

    private static string Lines(SandboxMutation mutation) =>
        string.Join(", ", mutation.Lines.Select(line => $"{Events.Text(line.Net)} {Events.Text(line.Vat)}"));
}
