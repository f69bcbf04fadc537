using System.Globalization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Tenants;

public sealed class LedgerPrintTests
{
    [Fact]
    public void Of_accounts_without_ids_is_none()
    {
        Assert.Null(LedgerPrint.Of([]));
        Assert.Null(LedgerPrint.Of([new LedgerAccount("1300", "Debiteuren", "DEB")]));
    }

    [Fact]
    public void Of_the_same_accounts_is_the_same_text_whatever_their_order_and_description()
    {
        var print = LedgerPrint.Of(Accounts(7, 20))!;

        Assert.Equal(print.Text, LedgerPrint.Of(Accounts(7, 20).Reverse().Select(account => account with { Description = "anders", Category = "?", Code = account.Code + " " }))!.Text);
        Assert.True(LedgerPrint.Read(print.Text).Fits(print));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    [InlineData(20, false)]
    public void Fits_while_half_of_the_accounts_of_the_shorter_are_the_same(int renumbered, bool fits)
    {
        var before = LedgerPrint.Of(Accounts(100, 20))!;
        var after = LedgerPrint.Of([.. Accounts(100, 20).Select((account, index) => index < renumbered ? account with { Code = "X" + account.Code } : account), .. Accounts(500, 30)])!;

        Assert.Equal(fits, before.Fits(after));
        Assert.Equal(fits, after.Fits(before));
    }

    [Fact]
    public void Fits_no_administration_with_the_same_codes_and_other_ids() =>
        Assert.False(LedgerPrint.Of(Accounts(1, 40))!.Fits(LedgerPrint.Of(Accounts(1001, 40, firstCode: 1))!));

    /// <summary>Thousands of accounts of the longest ids and codes: cut at the same place by whoever reads them.</summary>
    [Fact]
    public void Of_very_many_accounts_fits_a_row_and_itself()
    {
        IReadOnlyList<LedgerAccount> accounts =
        [
            .. Enumerable.Range(0, 5000).Select(index => new LedgerAccount(
                index.ToString("D10", CultureInfo.InvariantCulture) + "\nlonger than it may be", "", "VW", long.MaxValue - index)),
        ];
        var print = LedgerPrint.Of(accounts)!;

        Assert.True(print.Text.Length * 2 <= RowLimits.ValueBytes, $"{print.Text.Length} characters");
        Assert.Equal(print.Text, LedgerPrint.Of(accounts.Reverse())!.Text);
        Assert.True(print.Fits(LedgerPrint.Of([.. accounts, .. Accounts(1, 100)])!));
    }

    private static IEnumerable<LedgerAccount> Accounts(int firstId, int count, int? firstCode = null) => Enumerable.Range(0, count).Select(index =>
        new LedgerAccount(((firstCode ?? firstId) + index).ToString(CultureInfo.InvariantCulture), "Rekening", "VW", firstId + index));
}
