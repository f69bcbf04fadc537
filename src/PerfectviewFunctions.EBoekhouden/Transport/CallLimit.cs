using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.EBoekhouden.Transport;

/// <summary>
/// What ends a call early: its deadline and, for a read only, its caller. A process that was paused finds its timers late: so the clock is asked too.
/// </summary>
internal sealed class CallLimit : IDisposable
{
    private readonly CallDeadline deadline;
    private readonly TimeProvider clock;
    private readonly CancellationToken caller;
    private readonly CancellationTokenSource timer;
    private readonly CancellationTokenSource either;

    public CallLimit(CallDeadline deadline, TimeProvider clock, CancellationToken caller = default)
    {
        (this.deadline, this.clock, this.caller) = (deadline, clock, caller);
        timer = new CancellationTokenSource(deadline.Left(clock), clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, caller);
    }

    /// <summary>A limit that begins now.</summary>
    public CallLimit(TimeSpan length, TimeProvider clock, CancellationToken caller = default)
        : this(CallDeadline.In(length, clock), clock, caller)
    {
    }

    public CancellationToken Token => either.Token;

    public bool IsOver => timer.IsCancellationRequested || deadline.Left(clock) == TimeSpan.Zero;

    /// <summary>Throws when the time is over, or the caller wants no answer any more.</summary>
    public void ThrowIfOver()
    {
        either.Token.ThrowIfCancellationRequested();
        if (IsOver)
        {
            throw new OperationCanceledException("The time of this call is over.");
        }
    }

    /// <summary>Throws when the caller, rather than the time limit, wants no answer any more.</summary>
    public void ThrowIfCallerLeft() => caller.ThrowIfCancellationRequested();

    public void Dispose()
    {
        either.Dispose();
        timer.Dispose();
    }
}
