using NCrontab;
using PerfectviewFunctions.Core.Payments;

namespace PerfectviewFunctions.Web.Hosting;

/// <summary>Planned times from a schedule in the six-field form of Azure Functions, in UTC, read by the parser that Functions itself uses.</summary>
/// <param name="schedule">One without <see cref="Faults"/>.</param>
internal sealed class PaymentTimes(string schedule) : IPaymentTimes
{
    private static readonly CrontabSchedule.ParseOptions SixFields = new() { IncludingSeconds = true };

    /// <summary>How far back a planned time is looked for, nearest first: a schedule of hours seldom needs more than the first.</summary>
    private static readonly TimeSpan[] Back = [TimeSpan.FromHours(1), TimeSpan.FromDays(1), TimeSpan.FromDays(31), TimeSpan.FromDays(366)];

    private readonly CrontabSchedule times = CrontabSchedule.Parse(schedule, SixFields);

    /// <summary>What is wrong with a schedule, in sentences; empty when nothing is.</summary>
    public static IEnumerable<string> Faults(string schedule)
    {
        if (CrontabSchedule.TryParse(schedule, SixFields) is null)
        {
            yield return $"Schedule: '{schedule}' is no schedule of six fields (second minute hour day month weekday), such as '0 7 * * * *' for every hour.";
        }
        else if (new PaymentTimes(schedule) is var planned && planned.LastBefore(DateTime.UnixEpoch.AddYears(1)) is null)
        {
            yield return $"Schedule: '{schedule}' comes less than once a year. Payments are read every hour by '0 7 * * * *'.";
        }
    }

    public DateTimeOffset LastAt(DateTimeOffset now) => LastBefore(now.UtcDateTime.AddTicks(1))
        ?? throw new InvalidOperationException($"The schedule '{schedule}' has no time in the year before {now:u}.");

    public DateTimeOffset NextAfter(DateTimeOffset now) => Utc(times.GetNextOccurrence(now.UtcDateTime));

    private DateTimeOffset? LastBefore(DateTime end)
    {
        foreach (var back in Back)
        {
            // The start does not count, the end does not either.
            if (times.GetNextOccurrences(end - back, end).Select(time => (DateTimeOffset?)Utc(time)).LastOrDefault() is { } last)
            {
                return last;
            }
        }

        return null;
    }

    private static DateTimeOffset Utc(DateTime time) => new(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
