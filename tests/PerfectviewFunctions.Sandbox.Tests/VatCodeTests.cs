using System.Globalization;
using PerfectviewFunctions.Sandbox.Tests.Support;

namespace PerfectviewFunctions.Sandbox.Tests;

/// <summary>The VAT codes of the reference, section 1.7.</summary>
public sealed class VatCodeTests : SandboxTest
{
    [Theory]
    [InlineData("HOOG_VERK_21", "21", "21.00", "2026-01-31", "")]
    [InlineData("HOOG_VERK", "19", "19.00", "2011-01-31", "")]
    [InlineData("HOOG_VERK", "21", "21.00", "2026-01-31", "CMUT011")]
    [InlineData("LAAG_VERK_9", "9", "9.00", "2026-01-31", "")]
    [InlineData("LAAG_VERK_9", "6", "6.00", "2026-01-31", "CMUT011")]
    [InlineData("LAAG_VERK", "6", "6.00", "2018-12-31", "")]
    [InlineData("LAAG_VERK", "9", "9.00", "2018-12-31", "CMUT011")]
    [InlineData("LAAG_VERK", "9", "9.00", "2019-01-01", "")]
    [InlineData("LAAG_VERK", "6", "6.00", "2019-01-01", "CMUT011")]
    [InlineData("VERL_VERK", "0", "0.00", "2026-01-31", "")]
    [InlineData("VERL_VERK_L9", "0", "0.00", "2026-01-31", "")]
    [InlineData("BU_EU_VERK", "0", "0.00", "2026-01-31", "")]
    [InlineData("BI_EU_VERK", "0", "0.00", "2026-01-31", "")]
    [InlineData("BI_EU_VERK_D", "0", "0.00", "2026-01-31", "")]
    [InlineData("AFST_VERK", "0", "0.00", "2026-01-31", "")]
    [InlineData("AFW_VERK", "13", "13.00", "2026-01-31", "")]
    [InlineData("AFW", "5.5", "5.50", "2026-01-31", "")]
    [InlineData("GEEN", "0", "0.00", "2026-01-31", "")]
    [InlineData("GEEN", "21", "21.00", "2026-01-31", "CMUT011")]
    [InlineData("BU_EU_VERK", "0", "1.00", "2026-01-31", "CMUT010.1")]
    [InlineData("HOOG_INK_21", "21", "21.00", "2026-01-31", "CMUT011")]
    [InlineData("HOOG_INK", "19", "19.00", "2026-01-31", "CMUT011")]
    [InlineData("LAAG_INK_9", "9", "9.00", "2026-01-31", "CMUT011")]
    [InlineData("LAAG_INK", "9", "9.00", "2026-01-31", "CMUT011")]
    [InlineData("VERL_INK", "0", "0.00", "2026-01-31", "CMUT011")]
    [InlineData("VERL_INK_L9", "0", "0.00", "2026-01-31", "CMUT011")]
    [InlineData("BU_EU_INK", "0", "0.00", "2026-01-31", "CMUT011")]
    [InlineData("BI_EU_INK", "0", "0.00", "2026-01-31", "CMUT011")]
    [InlineData("LAAG_VERK_L9", "9", "9.00", "2026-01-31", "CMUT033")]
    public async Task Code_goes_with_its_side_and_percentage(string code, string percentage, string vat, string date, string error)
    {
        var gross = (100 + decimal.Parse(vat, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture);
        var invoice = Wire.Invoice(lines: Wire.Line("100.00", vat, gross, code, percentage)).With("Datum", date);

        Assert.Equal(error, (await Soap.CallAsync("AddMutatie", invoice)).ErrorCode);
    }

    [Theory]
    [InlineData(ReverseChargePercentage.Zero, "0", "0.00", "")]
    [InlineData(ReverseChargePercentage.Zero, "21", "0.00", "CMUT011")]
    [InlineData(ReverseChargePercentage.Rate, "0", "0.00", "CMUT011")]
    [InlineData(ReverseChargePercentage.Rate, "21", "0.00", "")]
    [InlineData(ReverseChargePercentage.Either, "0", "0.00", "")]
    [InlineData(ReverseChargePercentage.Either, "21", "0.00", "")]
    [InlineData(ReverseChargePercentage.Either, "21", "21.00", "CMUT010.1")]
    public async Task Reverse_charge_takes_the_switched_percentage_and_no_vat(
        ReverseChargePercentage reverseCharge, string percentage, string vat, string error)
    {
        Switch(switches => switches with { ReverseCharge = reverseCharge });
        var line = Wire.Line("100.00", vat, vat == "0.00" ? "100.00" : "121.00", "VERL_VERK", percentage, "8030");

        Assert.Equal(error, (await Soap.CallAsync("AddMutatie", Wire.Invoice(lines: line))).ErrorCode);
    }
}
