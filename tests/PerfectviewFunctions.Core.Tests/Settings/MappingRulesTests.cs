using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Settings;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Settings;

public sealed class MappingRulesTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Fact]
    public void Suggested_code_of_every_row_can_be_chosen() =>
        Assert.Empty(MappingRules.Check([.. VatCategory.Rows.Select(row => new MappingChoice(row, VatCodes.Suggested[row], "8000"))], Today));

    [Theory]
    [InlineData("NL_HIGH", "AFW_VERK")]
    [InlineData("NL_LOW", "AFW_VERK")]
    [InlineData("NL_REVERSE_CHARGE", "VERL_VERK_L9")]
    [InlineData("EU_GOODS", "AFST_VERK")]
    [InlineData("NL_0", null)]
    public void Other_code_that_carries_the_rate_can_be_chosen(string category, string? code) =>
        Assert.Empty(MappingRules.Check([new(category, code, code is null ? null : "8000")], Today));

    [Theory]
    [InlineData("NL_HIGH", "LAAG_VERK_9", "9%")]
    [InlineData("NL_HIGH", "GEEN", "0%")]
    [InlineData("NL_LOW", "LAAG_VERK", "2018-12-31")]
    [InlineData("NL_LOW_6", "LAAG_VERK_9", "9%")]
    [InlineData("NL_EXEMPT", "HOOG_VERK_21", "21%")]
    [InlineData("NL_HIGH", "HOOG_VERK", "2012-09-30")]
    [InlineData("NL_HIGH", "HOOG_INK_21", "purchases")]
    [InlineData("NL_HIGH", "AFW", "purchases")]
    [InlineData("NL_HIGH", "hoog_verk_21", "no VAT code")]
    [InlineData("NL_HIGH", "BTW21", "no VAT code")]
    public void Code_that_does_not_fit_is_told_for_what_it_is(string category, string code, string says)
    {
        var fault = Assert.Single(MappingRules.Check([new("EXPORT", "BU_EU_VERK", "8000"), new(category, code, "8000")], Today));

        Assert.Equal("/rows/1/vatCode", fault.Pointer);
        Assert.Contains(says, fault.En, StringComparison.Ordinal);
        Assert.Contains(VatCodes.Suggested[category], fault.En, StringComparison.Ordinal);
        Assert.NotEqual(fault.Nl, fault.En);
    }

    [Fact]
    public void Row_that_is_unknown_twice_there_or_half_filled_in_is_named() =>
        Assert.Equal(
            ["/rows/0/category", "/rows/2/category", "/rows/3/account", "/rows/4/vatCode", "/rows/5/account"],
            MappingRules.Check(
                [
                    new("NL_HIHG", null, null),
                    new("NL_HIGH", "HOOG_VERK_21", "8000"),
                    new("NL_HIGH", "HOOG_VERK_21", "8000"),
                    new("NL_LOW", "LAAG_VERK_9", null),
                    new("NL_0", null, "8000"),
                    new("EXPORT", "BU_EU_VERK", "80 00"),
                ],
                Today).Select(fault => fault.Pointer));

    [Fact]
    public void Category_that_is_nearly_right_is_guessed() =>
        Assert.Contains("NL_HIGH", MappingRules.Check([new("NL_HIHG", null, null)], Today)[0].Nl, StringComparison.Ordinal);

    [Fact]
    public void Account_has_to_exist_and_be_of_profit_and_loss() =>
        Assert.Equal(
            ["/rows/1/account", "/rows/2/account"],
            MappingRules.CheckAccounts(
                [
                    new("NL_HIGH", "HOOG_VERK_21", "8000"),
                    new("NL_LOW", "LAAG_VERK_9", "1300"),
                    new("NL_0", "GEEN", "8999"),
                    new("EXPORT", null, null),
                ],
                [new LedgerAccount("8000", "Omzet", "VW"), new LedgerAccount("1300", "Debiteuren", "DEB")]).Select(fault => fault.Pointer));
}
