namespace PerfectviewFunctions.Web.Gate;

/// <summary>
/// Counts failed attempts in this process and says who has to wait. Bounded in memory, so that attempts can't fill it. (The limiters of
/// System.Threading.RateLimiting count on a clock of their own and keep a limiter per partition for as long as it is used.)
/// </summary>
internal sealed class FailedAttempts(GateOptions options, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<Attempt, Window> windows = [];

    /// <summary>The same windows, the oldest first: all last equally long, so those that are over are always in front.</summary>
    private readonly Queue<Window> byAge = new();

    /// <summary>How long the next attempt has to wait; null when it may be made.</summary>
    public TimeSpan? RestOf(Attempt attempt)
    {
        lock (gate)
        {
            return windows.TryGetValue(attempt, out var window) && window.Failures >= options.MaxFailures && RestOf(window) is { Ticks: > 0 } rest
                ? rest
                : null;
        }
    }

    /// <returns>Whether this was the last attempt before the next ones have to wait.</returns>
    public bool Count(Attempt attempt)
    {
        lock (gate)
        {
            while (byAge.TryPeek(out var oldest) && RestOf(oldest) <= TimeSpan.Zero)
            {
                ForgetOldest();
            }

            if (!windows.TryGetValue(attempt, out var window))
            {
                if (windows.Count >= options.MaxCounted)
                {
                    ForgetOldest();
                }

                window = new Window(attempt, time.GetTimestamp());
                windows.Add(attempt, window);
                byAge.Enqueue(window);
            }

            window.Failures++;
            return window.Failures == options.MaxFailures;
        }
    }

    private void ForgetOldest() => windows.Remove(byAge.Dequeue().Attempt);

    private TimeSpan RestOf(Window window) => options.FailureWindow - time.GetElapsedTime(window.Since);

    private sealed class Window(Attempt attempt, long since)
    {
        public Attempt Attempt => attempt;

        public long Since => since;

        public int Failures { get; set; }
    }
}
