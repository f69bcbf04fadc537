using System.Globalization;
using PerfectviewFunctions.Web.Hosting;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Hosting;

public sealed class PaymentTimesTests
{
    [Theory]
    [InlineData("0 7 * * * *", "2026-03-02T09:07:00Z", "2026-03-02T09:07:00Z", "2026-03-02T10:07:00Z")]
    [InlineData("0 7 * * * *", "2026-03-02T09:06:59Z", "2026-03-02T08:07:00Z", "2026-03-02T09:07:00Z")]
    [InlineData("0 30 8,16 * * 1-5", "2026-03-02T08:00:00Z", "2026-02-27T16:30:00Z", "2026-03-02T08:30:00Z")]
    [InlineData("0 0 3 1 1 *", "2026-03-02T08:00:00Z", "2026-01-01T03:00:00Z", "2027-01-01T03:00:00Z")]
    [InlineData("*/10 * * * * *", "2026-03-02T08:00:09Z", "2026-03-02T08:00:00Z", "2026-03-02T08:00:10Z")]
    public void Planned_time_before_and_after(string schedule, string now, string last, string next)
    {
        var times = new PaymentTimes(schedule);

        Assert.Equal((At(last), At(next)), (times.LastAt(At(now)), times.NextAfter(At(now))));
    }

    [Theory]
    [InlineData("0 7 * * * *", true)]
    [InlineData("7 * * * *", false)]
    [InlineData("every hour", false)]
    [InlineData("", false)]
    [InlineData("0 0 0 29 2 *", false)]
    public void Schedule_that_is_none_or_comes_hardly_ever_is_a_fault(string schedule, bool isFine) =>
        Assert.Equal(isFine, !PaymentTimes.Faults(schedule).Any());

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
