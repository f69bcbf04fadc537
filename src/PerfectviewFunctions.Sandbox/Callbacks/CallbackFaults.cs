namespace PerfectviewFunctions.Sandbox;

/// <summary>The failures waiting to be played, taken in the order in which they were added; a callback takes at most one.</summary>
public sealed class CallbackFaults
{
    private readonly FaultQueue<CallbackFault> queue = new();

    public IReadOnlyList<CallbackFault> Pending => queue.Pending;

    /// <exception cref="ArgumentOutOfRangeException">It is to be played less than once.</exception>
    public void Add(CallbackFault fault) => queue.Add(fault);

    /// <returns>False when it was not pending (any more).</returns>
    public bool Remove(CallbackFault fault) => queue.Remove(fault);

    public void Clear() => queue.Clear();

    internal CallbackFault? Take(CallbackSubject? subject) => queue.Take(fault => fault.Strikes(subject));
}
