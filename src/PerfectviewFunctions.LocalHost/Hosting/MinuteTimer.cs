using NCrontab;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.LocalHost.Hosting;

/// <summary>Runs what is due by the schedule that the Functions timer has. The first run is at once: it picks up what a dead process left.</summary>
internal sealed partial class MinuteTimer(PendingSweep sweep, TimeProvider time, ILogger<MinuteTimer> logger) : BackgroundService
{
    private readonly CrontabSchedule schedule =
        CrontabSchedule.Parse(Schedules.ProcessPending, new CrontabSchedule.ParseOptions { IncludingSeconds = true });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await sweep.RunAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Justification: one failed run must not end the timer; the next minute tries again.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.Failed(logger, exception);
            }

            var now = time.GetUtcNow().UtcDateTime;
            await Task.Delay(schedule.GetNextOccurrence(now) - now, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The minute timer's run failed")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
