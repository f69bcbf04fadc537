namespace PerfectviewFunctions.Azure.Tables;

/// <summary>Ends a call to the store when its time is over or its caller gave up.</summary>
internal sealed class CallLimit : IDisposable
{
    private readonly TimeProvider time;
    private readonly TimeSpan length;
    private readonly long start;
    private readonly CancellationTokenSource timer;
    private readonly CancellationTokenSource either;

    public CallLimit(TimeSpan length, TimeProvider time, CancellationToken cancellationToken)
    {
        this.time = time;
        this.length = length;
        start = time.GetTimestamp();
        timer = new CancellationTokenSource(length, time);
        either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
    }

    public CancellationToken Token => either.Token;

    /// <summary>Whether there is time left after a wait.</summary>
    public bool Allows(TimeSpan wait) => time.GetElapsedTime(start) + wait < length;

    public void Dispose()
    {
        either.Dispose();
        timer.Dispose();
    }
}
