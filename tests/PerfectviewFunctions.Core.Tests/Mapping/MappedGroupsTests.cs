using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Mapping;
using Xunit;
using static PerfectviewFunctions.Core.Tests.Mapping.Sample;

namespace PerfectviewFunctions.Core.Tests.Mapping;

public sealed class MappedGroupsTests
{
    [Fact]
    public void Category_without_a_choice_is_held_back_by_its_label()
    {
        var result = BookingLines.Make(Invoice(121m, Line(1, 100m)), VatMapping.Empty, InclusiveRounding.PerCategory, Limits);

        Expect.HeldBack(result, ReasonCode.VatCategoryUnmapped, ("category", "NL_HIGH"), ("label", "Verkoop - NL - 21%"));
    }

    [Fact]
    public void Six_percent_needs_a_row_of_its_own()
    {
        var nineOnly = MappingOf(Sample.Mapping.Rows.Where(row => row.Key != VatCategory.LowSixRow).Select(row => (row.Key, row.Value)));
        var invoice = Invoice(106m, Line(1, 100m, VatCategory.Low)).On(2018, 12, 31);

        Expect.HeldBack(
            BookingLines.Make(invoice, nineOnly, InclusiveRounding.PerCategory, Limits),
            ReasonCode.VatCategoryUnmapped,
            ("category", "NL_LOW"), ("label", "Verkoop - NL - laag (6%, tot 2019)"));
        var line = Assert.Single(Expect.Mapped(Make(invoice)).Lines);
        Assert.Equal(("LAAG_VERK", 6m), (line.VatCode, line.VatPercentage));
    }

    [Theory]
    [InlineData("HOOG_INK_21")]
    [InlineData("AFW")]
    [InlineData("HOOG_VERK")]
    [InlineData("NO_SUCH_CODE")]
    public void Code_that_a_sale_cannot_carry_is_held_back(string code)
    {
        Expect.HeldBack(MakeHigh(code), ReasonCode.VatCodeNotForSales, ("code", code));
    }

    [Theory]
    [InlineData("LAAG_VERK_9", "9")]
    [InlineData("GEEN", "0")]
    [InlineData("VERL_VERK", "0")]
    [InlineData("LAAG_VERK", "-")]
    public void Code_with_another_percentage_on_that_date_is_held_back(string code, string codeRate)
    {
        Expect.HeldBack(
            MakeHigh(code),
            ReasonCode.VatCodeRateMismatch,
            ("category", "NL_HIGH"), ("code", code), ("codeRate", codeRate), ("rate", "21"));
    }

    [Fact]
    public void Deviating_rate_code_takes_the_rate_of_the_group()
    {
        var line = Assert.Single(Expect.Mapped(MakeHigh("AFW_VERK")).Lines);

        Assert.Equal(("AFW_VERK", 21m, 21m), (line.VatCode, line.VatPercentage, line.Vat));
    }

    [Theory]
    [InlineData("VERL_VERK")]
    [InlineData("VERL_VERK_L9")]
    public void Reverse_charge_is_sent_with_no_percentage(string code)
    {
        var mapping = Sample.Mapping.With(VatCategory.ReverseCharge, code, "8000");

        var result = BookingLines.Make(
            Invoice(100m, Line(1, 100m, VatCategory.ReverseCharge)), mapping, InclusiveRounding.PerCategory, Limits);

        Assert.Equal(0m, Assert.Single(Expect.Mapped(result).Lines).VatPercentage);
    }

    [Fact]
    public void Groups_of_one_rate_on_one_account_become_one_with_the_VAT_of_both()
    {
        var mapping = Sample.Mapping.With(VatCategory.High, "AFW_VERK", "8000").With(VatCategory.Low, "AFW_VERK", "8000");
        VatGroup[] groups = [new(VatCategory.High, 21m, 100m, 21m), new(VatCategory.Low, 21m, 50m, 10.50m)];

        Assert.True(MappedGroups.TryMake(groups, mapping, new DateOnly(2026, 3, 2), out var mapped, out _));

        var merged = Assert.Single(mapped);
        Assert.Equal(("AFW_VERK", 21m, "8000", 150m, 31.50m), (merged.VatCode, merged.Percentage, merged.Account, merged.Net, merged.Vat));
        Assert.Equal([VatCategory.High, VatCategory.Low], merged.Categories);
    }

    private static MappingResult MakeHigh(string code) => BookingLines.Make(
        Invoice(121m, Line(1, 100m)),
        Sample.Mapping.With(VatCategory.High, code, "8000"),
        InclusiveRounding.PerCategory,
        Limits);
}
