using System.Globalization;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.EndToEnd.Tests.Properties.Money;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties;

/// <summary>Known traps of invoice arithmetic, from the signed request to the books.</summary>
public sealed class MoneyTrapTests
{
    [Theory]
    [InlineData("361.44", "62.64")]
    [InlineData("361.55", "62.75")]
    public async Task Twenty_four_lines_of_12_45_are_booked_as_their_total_tells(string total, string vat)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        var reply = await host.SendAsync(Lines(24, 12.45m, Number(total)));

        Assert.Equal("booked", reply.Outcome);
        AssertBooked(world, (298.80m, Number(vat), "HOOG_VERK_21"));
    }

    [Fact]
    public async Task Twenty_four_lines_of_12_45_with_another_total_are_held_back()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        var reply = await host.SendAsync(Lines(24, 12.45m, 361.50m));

        Assert.Equal(("needs-attention", "totals-do-not-add-up"), (reply.Outcome, reply.ReasonCode));
        Assert.Empty(world.Books.Mutations);
    }

    [Theory]
    [InlineData(InclusiveRounding.PerCategory, "826.45", "173.55")]
    [InlineData(InclusiveRounding.PerLine, "826.40", "173.60")]
    public async Task Ten_times_100_00_including_VAT_is_booked_as_the_tenant_chose(InclusiveRounding rounding, string net, string vat)
    {
        var (world, host) = await World.StartAsync(settings: World.Settings with { InclusiveRounding = rounding });
        await using var _ = world;

        var reply = await host.SendAsync(Lines(10, 100m, 1000m, includesVat: true));

        Assert.Equal("booked", reply.Outcome);
        AssertBooked(world, (Number(net), Number(vat), "HOOG_VERK_21"));
    }

    [Theory]
    [InlineData("173.55")]
    [InlineData("173.60")]
    public async Task Printed_VAT_totals_lead_over_the_tenants_choice(string vat)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var net = 1000m - Number(vat);

        var reply = await host.SendAsync(Lines(10, 100m, 1000m, includesVat: true)
            .With(invoice => invoice["vatTotals"] = new JsonArray(Events.VatTotal("NL_HIGH", net, Number(vat)))));

        Assert.Equal("booked", reply.Outcome);
        AssertBooked(world, (net, Number(vat), "HOOG_VERK_21"));
    }

    [Theory]
    [InlineData("263.61", 93)] // 2.61 a line: 45.45 cents less than 21% of the sum, and a booking line takes up at most 0.49
    [InlineData("264.06", 1)]
    public async Task A_hundred_and_one_lines_are_booked_in_as_few_as_their_VAT_takes(string vat, int lines)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        const decimal Net = 101 * 12.45m;

        var reply = await host.SendAsync(Lines(101, 12.45m, Net + Number(vat)));

        Assert.Equal("booked", reply.Outcome);
        AssertBooked(world, (Net, Number(vat), "HOOG_VERK_21"));
        Assert.Equal(lines, Assert.Single(world.Books.Mutations).Lines.Count);
    }

    [SoapFact]
    public async Task VAT_that_no_hundred_lines_explain_is_held_back()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        // 54 cents away from 21%, and a booking line takes up at most 0.49.
        var reply = await host.SendAsync(Lines(120, 12.45m, (120 * 12.45m) + (120 * 2.61m)));

        Assert.Equal("needs-attention", reply.Outcome);
        Assert.Contains(reply.ReasonCode, MoneyOracle.TooFar);
        Assert.Empty(world.Books.Mutations);
    }

    [Fact]
    public async Task Group_of_0_00_is_left_out()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        var reply = await host.SendAsync(Printing(121m, Events.VatTotal("NL_HIGH", 100m, 21m), Events.VatTotal("EXPORT", 0m, 0m)));

        Assert.Equal("booked", reply.Outcome);
        AssertBooked(world, (100m, 21m, "HOOG_VERK_21"));
        Assert.Single(Assert.Single(world.Books.Mutations).Lines);
    }

    [Fact]
    public async Task Invoice_of_0_00_without_groups_is_ignored_and_visible()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        var reply = await host.SendAsync(Printing(0m, Events.VatTotal("NL_HIGH", 0m, 0m)));

        Assert.Equal((200, "ignored", "nothing-to-book"), (reply.Status, reply.Outcome, reply.ReasonCode));
        Assert.Equal("ignored", await host.StateAsync("2026-0001"));
        Assert.Empty(world.Books.Mutations);
        Assert.Equal(0, world.Sandbox.Books.Calls.Total);
    }

    [Fact]
    public async Task Invoice_of_0_00_whose_groups_cancel_out_is_booked()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        var reply = await host.SendAsync(Printing(0m, Events.VatTotal("NL_HIGH", 100m, 21m), Events.VatTotal("NL_0", -121m, 0m)));

        Assert.Equal("booked", reply.Outcome);
        AssertBooked(world, (100m, 21m, "HOOG_VERK_21"), (-121m, 0m, "GEEN"));
        Assert.Equal(0m, Assert.Single(world.Books.Mutations).Total);
    }

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public async Task Amounts_over_a_thousand_are_the_same_under_any_culture(string culture)
    {
        var under = new CultureHost(CultureInfo.GetCultureInfo(culture));
        await using var world = await World.CreateAsync();
        var host = await world.AddHostAsync(under.AddTo);
        await world.AddTenantAsync("demo");

        var replies = await host.SendAsync(new JsonArray(
            Events.Invoice("1", 1_234_567.89m),
            Events.Invoice("2", -9_876.54m).With(invoice => invoice["date"] = "2026-01-31"),
            Events.Invoice("3", 1_000m).With(invoice => invoice["total"] = 1_210.01m)));

        Assert.Equal(["booked", "booked", "needs-attention"], replies.Results.Select(result => result!["outcome"]!.GetValue<string>()));
        Assert.Equal(
            [(1_493_827.15m, new DateOnly(2026, 3, 2)), (-11_950.61m, new DateOnly(2026, 1, 31))],
            world.Books.Mutations.Select(booked => (booked.Total, booked.Date)));
        var held = replies.Results[2]!["reason"]!;
        Assert.Contains("1210.01", held["en"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal([culture], under.Seen);
        Assert.Equal(1_493_827.15m, (await host.InvoiceAsync("1"))!["total"]!.GetValue<decimal>());
    }

    private static JsonObject Lines(int count, decimal price, decimal total, bool includesVat = false) =>
        Events.Invoice("2026-0001").With(invoice =>
        {
            invoice.Remove("vatTotals");
            invoice["total"] = total;
            invoice["pricesIncludeVat"] = includesVat;
            invoice["lines"] = new JsonArray([.. Enumerable.Range(0, count).Select(_ =>
                new JsonObject { ["quantity"] = 1, ["unitPrice"] = price, ["vatCategory"] = "NL_HIGH" })]);
        });

    private static JsonObject Printing(decimal total, params JsonNode[] vatTotals) =>
        Events.Invoice("2026-0001").With(invoice =>
        {
            invoice["total"] = total;
            invoice["vatTotals"] = new JsonArray(vatTotals);
        });

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static void AssertBooked(World world, params (decimal Net, decimal Vat, string Code)[] expected)
    {
        var booked = Assert.Single(world.Books.Mutations);
        Assert.Equal(expected.Sum(group => group.Net + group.Vat), booked.Total);
        Assert.Equal(
            expected.OrderBy(group => group.Code, StringComparer.Ordinal),
            booked.Lines
                .GroupBy(line => line.VatCode)
                .Select(lines => (lines.Sum(line => line.Net), lines.Sum(line => line.Vat), lines.Key))
                .OrderBy(group => group.Key, StringComparer.Ordinal));
    }
}
