using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using Xunit;
using static PerfectviewFunctions.Core.Tests.Mapping.Sample;

namespace PerfectviewFunctions.Core.Tests.Mapping;

public sealed class VatGroupsTests
{
    [Fact]
    public void Groups_need_no_mapping_and_stand_in_a_fixed_order()
    {
        var invoice = Invoice(330m, Line(1, 100m, VatCategory.Export), Line(1, 100m, VatCategory.Low), Line(1, 100m));

        Assert.Equal(
            [
                new VatGroup(VatCategory.High, 21m, 100m, 21m),
                new VatGroup(VatCategory.Low, 9m, 100m, 9m),
                new VatGroup(VatCategory.Export, 0m, 100m, 0m),
            ],
            Found(invoice));
    }

    [Fact]
    public void Other_currency_is_held_back_before_anything_else()
    {
        var invoice = Invoice(1m, Line(1, 100m, "NL_OTHER")) with { Currency = "USD" };

        Expect.HeldBack(Make(invoice), ReasonCode.CurrencyNotEuro, ("currency", "USD"));
    }

    [Fact]
    public void Total_that_no_rounding_gives_is_held_back()
    {
        Expect.HeldBack(
            Make(Invoice(361.50m, Line(1, 12.45m).Times(24))),
            ReasonCode.TotalsDoNotAddUp,
            ("total", "361.50"), ("computed", "361.55"));
    }

    [Fact]
    public void Total_of_prices_including_vat_is_their_sum()
    {
        Expect.HeldBack(
            Make(Invoice(99.99m, Line(1, 100m)).Including()), ReasonCode.TotalsDoNotAddUp, ("total", "99.99"), ("computed", "100.00"));
    }

    [Fact]
    public void Total_without_lines_is_held_back()
    {
        Expect.HeldBack(Make(Invoice(121m)), ReasonCode.TotalsDoNotAddUp, ("total", "121.00"), ("computed", "0.00"));
    }

    [Fact]
    public void Printed_totals_that_do_not_sum_to_the_invoice_total_are_held_back()
    {
        Expect.HeldBack(
            Make(Invoice(121m, Line(1, 100m)).Printing(High(100m, 20.99m))),
            ReasonCode.TotalsDoNotAddUp,
            ("total", "121.00"), ("computed", "120.99"));
    }

    [Fact]
    public void Printed_totals_lead_over_the_lines()
    {
        Assert.Equal(
            [new VatGroup(VatCategory.High, 21m, 90m, 18.90m)], Found(Invoice(108.90m, Line(1, 100m)).Printing(High(90m, 18.90m))));
    }

    [Fact]
    public void Printed_rows_of_one_category_are_summed()
    {
        Assert.Equal(
            [new VatGroup(VatCategory.High, 21m, 150m, 31.50m)],
            Found(Invoice(181.50m).Printing(High(100m, 21m), new VatTotal(VatCategory.High, null, 50m, 10.50m))));
    }

    public static TheoryData<decimal, decimal, string> PartsOfCents => new()
    {
        { 10.505m, 2.205m, "10.505 + 2.205" },
        { 10.505m, 2.21m, "10.505 + 2.21" },
        { 10.50m, 2.205m, "10.50 + 2.205" },
    };

    [Theory]
    [MemberData(nameof(PartsOfCents))]
    public void Printed_part_of_a_cent_is_held_back(decimal net, decimal vat, string computed)
    {
        Expect.HeldBack(
            Make(Invoice(12.71m).Printing(High(net, vat))), ReasonCode.TotalsDoNotAddUp, ("total", "12.71"), ("computed", computed));
    }

    [Fact]
    public void Empty_list_of_printed_totals_counts_as_none()
    {
        Assert.Equal([new VatGroup(VatCategory.High, 21m, 100m, 21m)], Found(Invoice(121m, Line(1, 100m)).Printing()));
    }

    [Fact]
    public void Category_on_the_lines_that_the_printed_totals_lack_is_held_back()
    {
        Expect.HeldBack(
            Make(Invoice(121m, Line(1, 100m), Line(1, 5m, VatCategory.Low)).Printing(High(100m, 21m))),
            ReasonCode.LinesNotInVatTotals,
            ("category", "NL_LOW"), ("amount", "5.00"));
    }

    [Fact]
    public void Amount_beyond_the_books_on_lines_that_the_printed_totals_lack_is_told_as_such()
    {
        Expect.HeldBack(
            Make(Invoice(121m, Line(1, 100m), Line(1, decimal.MaxValue, VatCategory.Export)).Printing(High(100m, 21m))),
            ReasonCode.LinesNotInVatTotals,
            ("category", "EXPORT"), ("amount", "> 9999999999999.99"));
    }

    [Fact]
    public void Groups_beyond_the_books_are_held_back_even_when_together_they_come_to_the_total()
    {
        var lines = new[] { Line(1, 10_000_000_000_000m, VatCategory.Export), Line(-1, 9_999_999_999_995m, VatCategory.Zero) };

        Expect.HeldBack(
            Make(Invoice(5m, lines)), ReasonCode.TotalsDoNotAddUp, ("total", "5.00"), ("computed", "> 9999999999999.99"));
    }

    [Fact]
    public void Category_on_the_lines_that_comes_to_nothing_need_not_be_printed()
    {
        var invoice = Invoice(121m, Line(1, 100m), Line(1, 5m, VatCategory.Low), Line(-1, 5m, VatCategory.Low)).Printing(High(100m, 21m));

        Assert.Single(Found(invoice));
    }

    [Fact]
    public void Line_amount_leads_over_quantity_and_price()
    {
        Assert.Equal(
            [new VatGroup(VatCategory.High, 21m, 99m, 20.79m)], Found(Invoice(119.79m, Line(1, 100m) with { Amount = 99m })));
    }

    public static TheoryData<decimal, decimal, decimal?, decimal?, decimal> Discounts => new()
    {
        { 3m, 33.335m, null, null, 100.01m },
        { 0.333333m, 30m, null, null, 10m },
        { 3m, 33.333333333333333333333m, null, null, 100m },
        { 2m, 10m, 12.5m, null, 17.50m },
        { 2m, 10m, 12.5m, 0.50m, 17m },
        { 1m, 10.25m, 10m, null, 9.23m },
        { -1m, 10.25m, 10m, null, -9.23m },
        { 1m, 10m, 100m, null, 0m },
    };

    [Theory]
    [MemberData(nameof(Discounts))]
    public void Line_amount_is_quantity_times_price_less_discounts(
        decimal quantity, decimal price, decimal? percentage, decimal? discount, decimal expected)
    {
        var line = Line(quantity, price, VatCategory.Export) with { DiscountPercentage = percentage, DiscountAmount = discount };
        var rest = Line(1, 1m, VatCategory.Zero);

        Assert.Equal(1m + expected, Found(Invoice(1m + expected, line, rest)).Sum(group => group.Net));
    }

    [Fact]
    public void Half_a_cent_is_not_lost_in_long_fractions()
    {
        // 28 digits of the product would round 0.00499… up to 0.005 first, and that to 0.01.
        var line = Line(0.0049999999999999999999999999m, 0.9999999999999999999999999999m, VatCategory.Export);

        Assert.Empty(Found(Invoice(0m, line)));
    }

    private static IReadOnlyList<VatGroup> Found(InvoiceDocument invoice) =>
        Assert.IsType<VatGroupsResult.Found>(VatGroups.Of(invoice, InclusiveRounding.PerCategory)).Groups;
}
