using System.Globalization;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using Xunit;
using static PerfectviewFunctions.Core.Tests.Mapping.Sample;

namespace PerfectviewFunctions.Core.Tests.Mapping;

public sealed class VatRatesTests
{
    [Theory]
    [InlineData(VatCategory.High, 2012, 10, 1, 21)]
    [InlineData(VatCategory.High, 2026, 1, 1, 21)]
    [InlineData(VatCategory.Low, 2018, 12, 31, 6)]
    [InlineData(VatCategory.Low, 2019, 1, 1, 9)]
    [InlineData(VatCategory.Zero, 2026, 1, 1, 0)]
    [InlineData(VatCategory.ReverseCharge, 2026, 1, 1, 0)]
    [InlineData(VatCategory.EuService, 2005, 1, 1, 0)]
    public void Rate_given_or_missing_is_the_one_of_the_date(string category, int year, int month, int day, int rate)
    {
        foreach (var given in new decimal?[] { null, rate })
        {
            var invoice = Invoice(100m + rate, Line(1, 100m, category, given)).On(year, month, day);

            Assert.Equal(rate, Assert.Single(Expect.Mapped(Make(invoice)).Groups).Rate);
        }
    }

    public static TheoryData<string, decimal, string, int> Mismatches => new()
    {
        { VatCategory.High, 19m, "21", 2026 },
        { VatCategory.High, 9m, "21", 2026 },
        { VatCategory.High, 21m, "-", 2012 },
        { VatCategory.Low, 9m, "6", 2018 },
        { VatCategory.Low, 5.5m, "9", 2026 },
        { VatCategory.ReverseCharge, 21m, "0", 2026 },
        { VatCategory.Zero, 6m, "0", 2026 },
    };

    [Theory]
    [MemberData(nameof(Mismatches))]
    public void Rate_that_was_not_law_that_day_is_held_back(string category, decimal rate, string expected, int year)
    {
        var byLine = Invoice(100m + rate, Line(1, 100m, category, rate)).On(year, 2, 1);
        var byTotal = Invoice(100m + rate).Printing(new VatTotal(category, rate, 100m, rate)).On(year, 2, 1);
        (string, string)[] values =
        [
            ("category", category),
            ("rate", rate.ToString(CultureInfo.InvariantCulture)),
            ("expected", expected),
            ("date", $"{year}-02-01"),
        ];

        Expect.HeldBack(Make(byLine), ReasonCode.VatRateMismatch, values);
        Expect.HeldBack(Make(byTotal), ReasonCode.VatRateMismatch, values);
    }

    [Fact]
    public void Rate_is_told_without_needless_zeros()
    {
        Expect.HeldBack(
            Make(Invoice(119m, Line(1, 100m, VatCategory.High, 19.00m))),
            ReasonCode.VatRateMismatch,
            ("category", "NL_HIGH"), ("rate", "19"), ("expected", "21"), ("date", "2026-03-02"));
    }

    [Fact]
    public void High_rate_of_before_21_percent_is_held_back_when_the_invoice_names_none()
    {
        Expect.HeldBack(
            Make(Invoice(119m, Line(1, 100m)).On(2012, 9, 30)),
            ReasonCode.VatRateMismatch,
            ("category", "NL_HIGH"), ("rate", "-"), ("expected", "-"), ("date", "2012-09-30"));
    }

    [Fact]
    public void Six_percent_after_2018_is_held_back()
    {
        Expect.HeldBack(
            Make(Invoice(-106m, Line(-1, 100m, VatCategory.Low, 6m)).On(2019, 1, 1)),
            ReasonCode.LowRateSixAfter2018,
            ("date", "2019-01-01"));
    }

    [Fact]
    public void Unknown_category_is_held_back_by_its_name_on_a_line_or_in_the_totals()
    {
        (string, string) named = ("category", "NL_MARGIN");
        var printed = Invoice(121m).Printing(new VatTotal("NL_MARGIN", 21m, 100m, 21m));

        Expect.HeldBack(Make(Invoice(121m, Line(1, 100m, "NL_MARGIN"))), ReasonCode.VatCategoryUnknown, named);
        Expect.HeldBack(Make(printed), ReasonCode.VatCategoryUnknown, named);
    }

    [Fact]
    public void Mapping_row_of_six_percent_is_no_category_of_an_invoice()
    {
        Expect.HeldBack(
            Make(Invoice(106m, Line(1, 100m, VatCategory.LowSixRow))), ReasonCode.VatCategoryUnknown, ("category", "NL_LOW_6"));
    }

    [Fact]
    public void Vat_in_a_zero_category_is_held_back()
    {
        Expect.HeldBack(
            Make(Invoice(121m).Printing(new VatTotal(VatCategory.Exempt, null, 100m, 21m))),
            ReasonCode.VatInZeroCategory,
            ("category", "NL_EXEMPT"), ("vat", "21.00"));
    }
}
