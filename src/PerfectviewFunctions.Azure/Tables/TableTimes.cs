namespace PerfectviewFunctions.Azure.Tables;

/// <summary>
/// How long a call to the table may take. All of it together stays well below the 60 seconds of a work lease: who holds one must hear in
/// time that the store is down.
/// </summary>
internal sealed record TableTimes
{
    /// <summary>One try, from connecting to the last byte of the answer. The service itself answers within a fraction of that.</summary>
    public TimeSpan Try { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A call with all its tries and the waits between them.</summary>
    public TimeSpan Call { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The wait after the first try; it doubles.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The most tries of one call.</summary>
    public int Tries { get; init; } = 4;

    /// <summary>The wait after a try, shortened at random so that those who were throttled together do not come back together.</summary>
    /// <param name="tries">Tries so far, from 1.</param>
    /// <param name="asked">What the service asked for.</param>
    public TimeSpan WaitAfter(int tries, TimeSpan? asked)
    {
        var full = FirstWait * (1 << (tries - 1));
        var wait = full * (0.75 + (0.25 * Random.Shared.NextDouble()));
        return asked > wait ? asked.Value : wait;
    }
}
