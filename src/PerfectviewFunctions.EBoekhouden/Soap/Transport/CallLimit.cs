namespace PerfectviewFunctions.EBoekhouden.Soap.Transport;

/// <summary>What ends a call early: its own time limit and, for a read only, its caller.</summary>
internal sealed class CallLimit : IDisposable
{
    private readonly CancellationToken caller;
    private readonly CancellationTokenSource deadline;
    private readonly CancellationTokenSource either;

    public CallLimit(TimeSpan timeout, TimeProvider clock, CancellationToken caller = default)
    {
        this.caller = caller;
        deadline = new CancellationTokenSource(timeout > TimeSpan.Zero ? timeout : TimeSpan.Zero, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, caller);
    }

    public CancellationToken Token => either.Token;

    public bool IsOver => deadline.IsCancellationRequested;

    /// <summary>Throws when the caller, rather than the time limit, wants no answer any more.</summary>
    public void ThrowIfCallerLeft() => caller.ThrowIfCancellationRequested();

    public void Dispose()
    {
        either.Dispose();
        deadline.Dispose();
    }
}
