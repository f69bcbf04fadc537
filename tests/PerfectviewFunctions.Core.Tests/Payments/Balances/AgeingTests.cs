using FsCheck;
using FsCheck.Fluent;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Payments.Balances;
using Xunit;
using Property = PerfectviewFunctions.Core.Tests.Mapping.Property;

namespace PerfectviewFunctions.Core.Tests.Payments.Balances;

/// <summary>Whatever is open is in one bucket of each ageing, and both come to the totals.</summary>
public sealed class AgeingTests
{
    private static readonly DateOnly Today = new(2026, 3, 29);

    private static readonly Gen<PaymentStatus> Statuses =
        from state in Gen.Elements(Enum.GetValues<PaymentState>().Where(state => !new PaymentStatus(state, default).IsSettled))
        from cents in Gen.OneOf(Gen.Choose(-1_000_000, 1_000_000), Gen.Choose(-2, 2))
        select new PaymentStatus(state, default)
        {
            Open = state is PaymentState.Removed or PaymentState.ClosedNotVerified or PaymentState.CreditsNotTracked ? null : cents / 100m,
        };

    private static readonly Gen<BalanceRow> Rows =
        from status in Statuses
        from age in Gen.OneOf(Gen.Choose(-40, 200), Gen.Elements(-1, 0, 1, 29, 30, 31, 59, 60, 61, 89, 90, 91, 5000))
        from term in Gen.Elements(0, 1, 14, 30, 60, 9999)
        from isFollowed in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
        select new BalanceRow("F", Today.AddDays(-age), Today.AddDays(term - age), 0, 100m, status, isFollowed);

    [Fact]
    public void Every_row_is_counted_once_and_every_sum_is_the_same() => Property.Holds(
        Rows.ListOf(),
        20_260_401,
        rows =>
        {
            var report = new BalanceReport(Today, new ReadingStanding(0, 0), [.. rows]);
            var totals = report.Totals;

            Assert.Equal(rows.Count, totals.Invoices + totals.NotFollowed + totals.Unknown.Values.Sum());
            Assert.Equal(rows.Where(row => row.IsFollowed).Sum(row => row.Status.Open ?? 0), totals.Sum);
            Assert.True(totals is { ToReceive: >= 0, ToSettle: <= 0 }, $"{totals}");
            Assert.Equal(
                [(totals.Invoices, totals.Sum), (totals.Invoices, totals.Sum)],
                new[] { report.ByInvoiceDate, report.ByDueDate }.Select(buckets => (buckets.Sum(one => one.Count), buckets.Sum(one => one.Amount))));
        });

    [Fact]
    public void Every_bucket_has_those_of_its_days_and_no_others() => Property.Holds(
        Rows.ListOf(),
        20_260_402,
        rows =>
        {
            var report = new BalanceReport(Today, new ReadingStanding(0, 0), [.. rows]);
            var open = rows.Where(row => row is { IsFollowed: true, Status.Open: not null }).ToList();

            Assert.Equal(Expected(open, row => Today.DayNumber - row.Date.DayNumber, (int.MinValue, 30), (31, 60), (61, 90), (91, int.MaxValue)), Of(report.ByInvoiceDate));
            Assert.Equal(
                Expected(open, row => Today.DayNumber - row.DueDate.DayNumber, (int.MinValue, 0), (1, 30), (31, 60), (61, 90), (91, int.MaxValue)),
                Of(report.ByDueDate));
        });

    [Theory]
    [InlineData("2026-04-30", "0-30", "not-due")]
    [InlineData("2026-03-29", "0-30", "not-due")]
    [InlineData("2026-03-28", "0-30", "1-30")]
    [InlineData("2026-02-27", "0-30", "1-30")]
    [InlineData("2026-02-26", "31-60", "31-60")]
    [InlineData("2026-01-28", "31-60", "31-60")]
    [InlineData("2026-01-27", "61-90", "61-90")]
    [InlineData("2025-12-29", "61-90", "61-90")]
    [InlineData("2025-12-28", "over-90", "over-90")]
    [InlineData("0001-01-01", "over-90", "over-90")]
    public void Band_changes_with_the_day(string date, string byInvoiceDate, string byDueDate)
    {
        var day = DateOnly.ParseExact(date, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        OpenAmount[] open = [new(day, day, 5m)];

        Assert.Equal(new AgeingBucket(byInvoiceDate, 1, 5m), Ageing.ByInvoiceDate(open, Today).Single(bucket => bucket.Count > 0));
        Assert.Equal(new AgeingBucket(byDueDate, 1, 5m), Ageing.ByDueDate(open, Today).Single(bucket => bucket.Count > 0));
    }

    [Fact]
    public void Nothing_open_leaves_every_bucket_empty()
    {
        Assert.Equal(["0-30 0 0", "31-60 0 0", "61-90 0 0", "over-90 0 0"], Ageing.ByInvoiceDate([], Today).Select(Text));
        Assert.Equal(["not-due 0 0", "1-30 0 0", "31-60 0 0", "61-90 0 0", "over-90 0 0"], Ageing.ByDueDate([], Today).Select(Text));
    }

    private static string Text(AgeingBucket bucket) => FormattableString.Invariant($"{bucket.Band} {bucket.Count} {bucket.Amount}");

    private static IEnumerable<(int Count, decimal Amount)> Of(IReadOnlyList<AgeingBucket> buckets) => buckets.Select(bucket => (bucket.Count, bucket.Amount));

    private static IEnumerable<(int Count, decimal Amount)> Expected(List<BalanceRow> open, Func<BalanceRow, int> days, params (int From, int To)[] bands) =>
        bands.Select(band => open.FindAll(row => days(row) >= band.From && days(row) <= band.To)).Select(found => (found.Count, found.Sum(row => row.Status.Open!.Value)));
}
