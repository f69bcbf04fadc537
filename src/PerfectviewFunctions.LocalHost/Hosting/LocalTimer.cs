using NCrontab;

namespace PerfectviewFunctions.LocalHost.Hosting;

/// <summary>
/// Runs something by the schedule that the Functions timer of this name has. The first run is soon after the start: it picks up what a dead process left.
/// </summary>
/// <param name="schedule">In the form of <see cref="Web.Schedules"/>.</param>
internal sealed partial class LocalTimer(
    string name, string schedule, Func<CancellationToken, Task> run, TimeProvider time, ILogger<LocalTimer> logger) : BackgroundService
{
    /// <summary>So that who waits for the host to start is answered before it begins to work by itself.</summary>
    private static readonly TimeSpan FirstRunAfter = TimeSpan.FromSeconds(2);

    private readonly CrontabSchedule times = CrontabSchedule.Parse(schedule, new CrontabSchedule.ParseOptions { IncludingSeconds = true });

    public string Name => name;

    public string Schedule => schedule;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await WaitAsync(FirstRunAfter, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await run(stoppingToken);
            }
#pragma warning disable CA1031 // Justification: one failed run must not end the timer; the next one tries again.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Log.Failed(logger, exception, name);
            }

            var now = time.GetUtcNow().UtcDateTime;
            await WaitAsync(times.GetNextOccurrence(now) - now, stoppingToken);
        }
    }

    /// <summary>Until then, or until the host stops.</summary>
    private async Task WaitAsync(TimeSpan wait, CancellationToken stoppingToken) =>
        await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A run of the timer {Timer} failed")]
        public static partial void Failed(ILogger logger, Exception exception, string timer);
    }
}
