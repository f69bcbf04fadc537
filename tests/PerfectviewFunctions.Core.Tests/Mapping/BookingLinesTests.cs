using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using Xunit;
using static PerfectviewFunctions.Core.Tests.Mapping.Sample;

namespace PerfectviewFunctions.Core.Tests.Mapping;

public sealed class BookingLinesTests
{
    [Fact]
    public void Plain_invoice_becomes_one_line_with_code_rate_and_account()
    {
        var lines = Expect.Mapped(Make(Invoice(121m, Line(1, 100m)))).Lines;

        Assert.Equal([new BookingLine(100m, 21m, "HOOG_VERK_21", 21m, AccountOf(VatCategory.High))], lines);
    }

    [Fact]
    public void Vat_rounded_by_line_follows_the_total()
    {
        Expect.Sums(Make(Invoice(361.44m, Line(1, 12.45m).Times(24))), 298.80m, 62.64m);
    }

    [Fact]
    public void Vat_rounded_by_group_follows_the_total()
    {
        var result = Make(Invoice(361.55m, Line(1, 12.45m).Times(24)));

        Expect.Sums(result, 298.80m, 62.75m);
        Assert.Single(Expect.Mapped(result).Lines);
    }

    public static TheoryData<decimal, decimal> TotalAndVat => new() { { 361.44m, 62.64m }, { 361.55m, 62.75m } };

    [Theory]
    [MemberData(nameof(TotalAndVat))]
    public void Printed_vat_is_booked_whichever_way_it_was_rounded(decimal total, decimal vat)
    {
        Expect.Sums(Make(Invoice(total, Line(1, 12.45m).Times(24)).Printing(High(298.80m, vat))), 298.80m, vat);
    }

    public static TheoryData<InclusiveRounding, decimal, decimal> NetAndVatBySetting => new()
    {
        { InclusiveRounding.PerCategory, 826.45m, 173.55m },
        { InclusiveRounding.PerLine, 826.40m, 173.60m },
    };

    [Theory]
    [MemberData(nameof(NetAndVatBySetting))]
    public void Ten_lines_including_vat_follow_the_setting(InclusiveRounding rounding, decimal net, decimal vat)
    {
        Expect.Sums(Make(Invoice(1000m, Line(1, 100m).Times(10)).Including(), rounding), net, vat);
    }

    [Fact]
    public void Vat_taken_out_per_unit_is_booked_as_printed()
    {
        var invoice = Invoice(1000m, Line(10, 100m)).Including().Printing(High(826.40m, 173.60m));

        Expect.Sums(Make(invoice), 826.40m, 173.60m);
    }

    [Fact]
    public void More_invoice_lines_than_booking_lines_are_no_matter()
    {
        Expect.Sums(Make(Invoice(1222.10m, Line(1, 10m).Times(101))), 1010m, 212.10m);
    }

    [Fact]
    public void Group_of_nothing_is_left_out()
    {
        var invoice = Invoice(121m, Line(1, 100m), Line(1, 5m, VatCategory.Low), Line(-1, 5m, VatCategory.Low));

        var mapped = Expect.Mapped(Make(invoice));

        Assert.Single(mapped.Lines);
        Assert.Equal([new VatGroup(VatCategory.High, 21m, 100m, 21m)], mapped.Groups);
    }

    [Fact]
    public void Invoice_without_amounts_is_nothing_to_book()
    {
        var nothing = Assert.IsType<MappingResult.NothingToBook>(Make(Invoice(0m, Line(3, 0m))));

        Assert.Equal(ReasonCode.NothingToBook, nothing.Reason.Code);
        Assert.IsType<MappingResult.NothingToBook>(Make(Invoice(0m)));
        Assert.IsType<MappingResult.NothingToBook>(Make(Invoice(0m).Printing(High(0m, 0m))));
    }

    [Fact]
    public void Invoice_of_nothing_whose_groups_cancel_out_is_booked()
    {
        var invoice = Invoice(0m, Line(1, 121m, VatCategory.Export), Line(-1, 100m));

        var lines = Expect.Mapped(Make(invoice)).Lines;

        Assert.Equal([-121m, 121m], lines.Select(line => line.Gross));
    }

    [Fact]
    public void Groups_that_cancel_out_on_one_account_stay_two_lines()
    {
        var mapping = Sample.Mapping.With(VatCategory.Zero, "GEEN", "8000").With(VatCategory.Exempt, "GEEN", "8000");
        var invoice = Invoice(0m, Line(1, 50m, VatCategory.Zero), Line(-1, 50m, VatCategory.Exempt));

        var result = BookingLines.Make(invoice, mapping, InclusiveRounding.PerCategory, Limits);

        Assert.Equal([50m, -50m], Expect.Mapped(result).Lines.Select(line => line.Net));
    }

    [Fact]
    public void Categories_that_share_code_and_account_become_one_line()
    {
        var mapping = Sample.Mapping.With(VatCategory.Zero, "GEEN", "8000").With(VatCategory.Exempt, "GEEN", "8000");
        var invoice = Invoice(80m, Line(1, 50m, VatCategory.Zero), Line(1, 30m, VatCategory.Exempt));

        var result = BookingLines.Make(invoice, mapping, InclusiveRounding.PerCategory, Limits);

        Assert.Equal([new BookingLine(80m, 0m, "GEEN", 0m, "8000")], Expect.Mapped(result).Lines);
        Assert.Equal(2, Expect.Mapped(result).Groups.Count);
    }

    [Fact]
    public void Categories_with_one_code_but_two_accounts_stay_apart()
    {
        Assert.Equal(2, Expect.Mapped(Make(Invoice(80m, Line(1, 50m, VatCategory.Zero), Line(1, 30m, VatCategory.Exempt)))).Lines.Count);
    }

    [Fact]
    public void Amounts_over_a_thousand_are_whole()
    {
        Expect.Sums(Make(Invoice(1_493_825.43m, Line(1, 1_234_566.47m))), 1_234_566.47m, 259_258.96m);
    }

    [Fact]
    public void Exact_half_rounds_away_from_zero()
    {
        Assert.Equal([(10.50m, 2.21m)], Expect.Mapped(Make(Invoice(12.71m, Line(1, 10.50m)))).Lines.Select(line => (line.Net, line.Vat)));
        Assert.Equal([(-10.50m, -2.21m)], Expect.Mapped(Make(Invoice(-12.71m, Line(-1, 10.50m)))).Lines.Select(line => (line.Net, line.Vat)));
    }

    [Fact]
    public void Exact_half_printed_as_rounded_down_is_split_evenly()
    {
        var lines = Expect.Mapped(Make(Invoice(12.70m).Printing(High(10.50m, 2.20m)))).Lines;

        Assert.Equal([(5.25m, 1.10m), (5.25m, 1.10m)], lines.Select(line => (line.Net, line.Vat)));
    }

    [Fact]
    public void Vat_of_a_cent_on_nothing_is_booked_with_mixed_signs()
    {
        var result = Make(Invoice(0.01m).Printing(High(0m, 0.01m)));

        Expect.Sums(result, 0m, 0.01m);
        Assert.Equal(3, Expect.Mapped(result).Lines.Count);
    }

    [Fact]
    public void All_eight_categories_are_booked_under_their_own_codes()
    {
        var lines = VatCategory.All.Select(category => Line(1, 100m, category)).ToArray();

        var booked = Expect.Mapped(Make(Invoice(830m, lines))).Lines;

        Assert.Equal(
            [
                ("GEEN", 0m), ("HOOG_VERK_21", 21m), ("LAAG_VERK_9", 9m), ("VERL_VERK", 0m),
                ("GEEN", 0m), ("BI_EU_VERK_D", 0m), ("BI_EU_VERK", 0m), ("BU_EU_VERK", 0m),
            ],
            booked.Select(line => (line.VatCode, line.Vat)));
    }

    [Fact]
    public void Credit_invoice_is_booked_with_negative_amounts()
    {
        var invoice = Invoice(-361.44m, Line(-1, 12.45m).Times(24)) with { IsCredit = true };

        var lines = Expect.Mapped(Make(invoice)).Lines;

        Assert.All(lines, line => Assert.True(line.Net < 0));
        Expect.Sums(Make(invoice), -298.80m, -62.64m);
    }

    [Fact]
    public void Split_lines_are_even_and_of_one_sign()
    {
        var lines = Expect.Mapped(Make(Invoice(361.44m).Printing(High(298.80m, 62.64m)))).Lines;

        Assert.Equal(23, lines.Count);
        Assert.All(lines, line => Assert.InRange(line.Net, 298.80m / 23 - 1m, 298.80m / 23 + 1m));
    }

    [Fact]
    public void Vat_that_no_hundred_lines_explain_is_held_back_with_both_figures()
    {
        Expect.HeldBack(
            Make(Invoice(119m).Printing(High(100m, 19m))),
            ReasonCode.VatNotExplained,
            ("category", "NL_HIGH"), ("net", "100.00"), ("vat", "19.00"), ("expected", "21.00"), ("rate", "21"));
    }

    [Fact]
    public void Vat_taken_out_of_too_many_lines_is_held_back()
    {
        // 82.64 x 21% is 17.3544, printed as 17.36: 0.56 cent a line, of which a booking line can take up 0.49.
        var invoice = Invoice(9000m, Line(1, 100m).Times(90)).Including();

        Expect.HeldBack(
            Make(invoice, InclusiveRounding.PerLine),
            ReasonCode.VatNotExplained,
            ("category", "NL_HIGH"), ("net", "7437.60"), ("vat", "1562.40"), ("expected", "1561.90"), ("rate", "21"));
    }

    [Fact]
    public void Groups_that_fit_alone_but_not_together_are_held_back()
    {
        var invoice = Invoice(2299.40m).Printing(High(1000m, 209.70m), new VatTotal(VatCategory.Low, 9m, 1000m, 89.70m));

        Expect.HeldBack(Make(invoice), ReasonCode.TooManyLines, ("lines", "124"), ("limit", "100"));
    }

    [Fact]
    public void More_groups_than_lines_are_held_back()
    {
        var lines = VatCategory.All.Select(category => Line(1, 100m, category)).ToArray();

        var result = BookingLines.Make(Invoice(830m, lines), Sample.Mapping, InclusiveRounding.PerCategory, new BookingLimits(200, 5));

        Expect.HeldBack(result, ReasonCode.TooManyLines, ("lines", "8"), ("limit", "5"));
    }

    [Fact]
    public void Ninety_nine_lines_of_exact_halves_still_fit()
    {
        // 99 x 0.50 at 21% is 0.105, printed as 0.11: more than lines without exact halves can take up.
        Expect.Sums(Make(Invoice(60.39m, Line(1, 0.50m).Times(99))), 49.50m, 10.89m);
    }

    [Fact]
    public void Ninety_nine_lines_of_exact_halves_fit_beside_another_group()
    {
        var lines = Line(1, 0.50m).Times(99).Append(Line(1, 10m, VatCategory.Export)).ToArray();

        var result = Make(Invoice(70.39m, lines));

        Expect.Sums(result, 59.50m, 10.89m);
        Assert.Equal(100, Expect.Mapped(result).Lines.Count);
    }

    /// <summary>A line of 0.50 has 0.105 VAT: how the books round it nobody says.</summary>
    [Theory]
    [InlineData(100, 21)]
    [InlineData(21, 21)]
    [InlineData(20, 20)]
    public void Exact_halves_are_booked_only_where_the_limit_leaves_no_other_way(int limit, int lines)
    {
        var invoice = Invoice(12.20m).Printing(High(10m, 2.20m));

        var booked = Expect.Mapped(BookingLines.Make(invoice, Sample.Mapping, InclusiveRounding.PerCategory, new BookingLimits(200, limit))).Lines;

        Assert.Equal((lines, 10m, 2.20m), (booked.Count, booked.Sum(line => line.Net), booked.Sum(line => line.Vat)));
        Assert.Equal(lines == 20, booked.Any(line => line.Net * 21m % 1m == 0.5m));
    }

    [Fact]
    public void Hundred_lines_of_exact_halves_in_two_categories_still_fit()
    {
        var lines = Line(1, 0.50m).Times(49).Concat(Line(1, 0.50m, VatCategory.Low).Times(51)).ToArray();

        var result = Make(Invoice(57.94m, lines));

        Expect.Sums(result, 50m, 7.94m);
        Assert.Equal(100, Expect.Mapped(result).Lines.Count);
    }

    [Fact]
    public void Invoice_as_large_as_the_books_can_hold_is_booked_and_a_larger_one_held_back()
    {
        Expect.Sums(
            Make(Invoice(9_999_999_999_999.99m, Line(1, 9_999_999_999_999.99m, VatCategory.Export))), 9_999_999_999_999.99m, 0m);
        Expect.HeldBack(
            Make(Invoice(10_000_000_000_000m, Line(1, 10_000_000_000_000m, VatCategory.Export))),
            ReasonCode.TotalsDoNotAddUp,
            ("total", "10000000000000.00"), ("computed", "> 9999999999999.99"));
    }

    [Fact]
    public void Quantity_times_price_beyond_decimal_is_held_back()
    {
        Expect.HeldBack(
            Make(Invoice(1m, Line(decimal.MaxValue, decimal.MaxValue))),
            ReasonCode.TotalsDoNotAddUp,
            ("total", "1.00"), ("computed", "> 9999999999999.99"));
    }
}
