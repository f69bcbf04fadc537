using PerfectviewFunctions.Core.Mapping;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Mapping;

public sealed class VatCodesTests
{
    [Fact]
    public void Codes_are_known_once_and_fit_the_wire()
    {
        Assert.Equal(VatCodes.All.Count, VatCodes.All.Select(code => code.Code).Distinct(StringComparer.Ordinal).Count());
        Assert.All(VatCodes.All, code => Assert.InRange(code.Code.Length, 1, 12));
    }

    [Fact]
    public void Choice_is_sales_codes_and_no_vat_that_can_still_be_booked()
    {
        Assert.Equal(
            [
                "AFST_VERK", "AFW_VERK", "BI_EU_VERK", "BI_EU_VERK_D", "BU_EU_VERK", "GEEN",
                "HOOG_VERK_21", "LAAG_VERK", "LAAG_VERK_9", "VERL_VERK", "VERL_VERK_L9",
            ],
            VatCodes.SalesCodes.Select(code => code.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_mapping_row_has_one_suggestion_that_can_be_chosen()
    {
        Assert.Equal(VatCategory.Rows.Order(StringComparer.Ordinal), VatCodes.Suggested.Keys.Order(StringComparer.Ordinal));
        Assert.All(VatCodes.Suggested.Values, code => Assert.Contains(VatCodes.SalesCodes, sales => sales.Code == code));
    }

    [Fact]
    public void Old_low_rate_ends_with_2018()
    {
        var code = VatCodes.Find("LAAG_VERK");

        Assert.NotNull(code);
        Assert.Equal((6m, new DateOnly(2018, 12, 31)), (code.Percentage, code.Until));
        Assert.Null(VatCodes.Find("laag_verk"));
    }

    [Fact]
    public void Every_mapping_row_has_a_label_of_its_own()
    {
        Assert.Equal(VatCategory.Rows.Count, VatCategory.Rows.Select(VatCategory.Label).Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(VatCategory.Rows, row => VatCategory.Label(row) == row);
    }
}
