namespace PerfectviewFunctions.Core.Telemetry;

/// <summary>What a timer runs.</summary>
public interface ITimerJob
{
    /// <summary>The name of its timer on every host.</summary>
    static abstract string TimerName { get; }

    Task RunAsync(CancellationToken cancellationToken);
}

/// <summary>Runs and measures what a timer runs. It is all that a timer of a host calls.</summary>
public sealed class TimerRun<TJob>(TJob job, Measures measures, TimeProvider time)
    where TJob : ITimerJob
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        using var span = Spans.BeginTimer(TJob.TimerName);
        try
        {
            await job.RunAsync(cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            span.Ended("failed", isError: true);
            measures.TimerRan(TJob.TimerName, isDone: false, time.GetElapsedTime(start));
            throw;
        }

        span.Ended("done");
        measures.TimerRan(TJob.TimerName, isDone: true, time.GetElapsedTime(start));
    }
}
