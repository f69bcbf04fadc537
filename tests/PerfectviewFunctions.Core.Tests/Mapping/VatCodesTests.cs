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

    /// <summary>As e-Boekhouden's SOAP manual names them: what a bookkeeper looks for when choosing.</summary>
    [Theory]
    [InlineData("HOOG_VERK_21", "BTW hoog, verkopen 21%")]
    [InlineData("HOOG_VERK", "BTW hoog, verkopen (19%)")]
    [InlineData("LAAG_VERK_9", "BTW laag, verkopen 9%")]
    [InlineData("LAAG_VERK", "BTW laag, verkopen")]
    [InlineData("VERL_VERK", "BTW Verlegd 21% (1e op de btw-aangifte)")]
    [InlineData("VERL_VERK_L9", "BTW Verlegd 9% (1e op de btw-aangifte)")]
    [InlineData("BU_EU_VERK", "Leveringen naar buiten de EU 0%")]
    [InlineData("BI_EU_VERK", "Goederen naar binnen de EU 0%")]
    [InlineData("BI_EU_VERK_D", "Diensten naar binnen de EU 0%")]
    [InlineData("AFST_VERK", "Afstandsverkopen naar binnen de EU 0%")]
    [InlineData("AFW_VERK", "Afwijkend btw-tarief verkoop")]
    [InlineData("GEEN", "Geen BTW")]
    public void Code_of_a_sale_has_the_name_of_the_manual(string code, string name) => Assert.Equal(name, VatCodes.Find(code)?.Text);

    [Fact]
    public void Every_code_has_a_name_of_its_own()
    {
        Assert.DoesNotContain(VatCodes.All, code => string.IsNullOrWhiteSpace(code.Text));
        Assert.Equal(VatCodes.All.Count, VatCodes.All.Select(code => code.Text).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("HOOG_VERK", "HOOG_VERK_21", 2012, 10)]
    [InlineData("HOOG_INK", "HOOG_INK_21", 2012, 10)]
    [InlineData("LAAG_VERK", "LAAG_VERK_9", 2019, 1)]
    [InlineData("LAAG_INK", "LAAG_INK_9", 2019, 1)]
    public void Old_rate_ends_the_day_before_the_new_one_begins(string old, string now, int year, int month)
    {
        var first = new DateOnly(year, month, 1);

        Assert.Equal((first.AddDays(-1), null), (VatCodes.Find(old)?.Until, VatCodes.Find(old)?.From));
        Assert.Equal((first, null), (VatCodes.Find(now)?.From, VatCodes.Find(now)?.Until));
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

    [Theory]
    [InlineData("NL_0", "Verkoop - NL - 0%")]
    [InlineData("NL_HIGH", "Verkoop - NL - 21%")]
    [InlineData("NL_LOW", "Verkoop - NL - laag (9%)")]
    [InlineData("NL_LOW_6", "Verkoop - NL - laag (6%, tot 2019)")]
    [InlineData("NL_REVERSE_CHARGE", "BTW verlegd")]
    [InlineData("NL_EXEMPT", "BTW vrijgesteld")]
    [InlineData("EU_SERVICE", "Dienst binnen EU")]
    [InlineData("EU_GOODS", "Product binnen EU")]
    [InlineData("EXPORT", "Product buiten EU")]
    [InlineData("NL_MARGIN", "NL_MARGIN")]
    public void Mapping_row_is_labelled_as_in_the_settings_and_an_unknown_one_by_its_id(string row, string label) =>
        Assert.Equal(label, VatCategory.Label(row));
}
