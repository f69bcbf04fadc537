using System.Globalization;
using PerfectviewFunctions.Core.Time;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Time;

public sealed class DutchTimeTests
{
    [Theory]
    [InlineData("2026-12-31T22:59:59Z", "2026-12-31")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01")]
    [InlineData("2026-06-30T21:59:59Z", "2026-06-30")]
    [InlineData("2026-06-30T22:00:00Z", "2026-07-01")]
    [InlineData("2026-06-30T23:00:00+14:00", "2026-06-30")]
    public void DateOf_is_the_Dutch_calendar_date(string instant, string date) =>
        Assert.Equal(date, DutchTime.DateOf(Parse(instant)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("2026-03-29T00:59:59Z", 1)] // The clock goes forward at 01:00 UTC,
    [InlineData("2026-03-29T01:00:00Z", 2)]
    [InlineData("2026-10-25T00:59:59Z", 2)] // and back at 01:00 UTC.
    [InlineData("2026-10-25T01:00:00Z", 1)]
    public void At_follows_summer_time(string instant, int hoursAhead)
    {
        var at = DutchTime.At(Parse(instant));

        Assert.Equal(TimeSpan.FromHours(hoursAhead), at.Offset);
        Assert.Equal(Parse(instant), at);
    }

    [Theory]
    [InlineData("2026-03-29", "2026-03-28T23:00:00Z")]
    [InlineData("2026-03-30", "2026-03-29T22:00:00Z")]
    [InlineData("2026-10-25", "2026-10-24T22:00:00Z")]
    [InlineData("2026-10-26", "2026-10-25T23:00:00Z")]
    public void StartOf_is_midnight_in_the_Netherlands(string day, string instant) =>
        Assert.Equal(Parse(instant), DutchTime.StartOf(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    private static DateTimeOffset Parse(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
}
