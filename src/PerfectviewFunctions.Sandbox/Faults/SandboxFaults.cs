namespace PerfectviewFunctions.Sandbox;

/// <summary>The faults waiting to be played, taken in the order in which they were added; a call takes at most one.</summary>
public sealed class SandboxFaults
{
    private readonly FaultQueue<Fault> queue = new();

    public IReadOnlyList<Fault> Pending => queue.Pending;

    /// <exception cref="ArgumentOutOfRangeException">It is to be played less than once.</exception>
    public void Add(Fault fault) => queue.Add(fault);

    /// <returns>False when it was not pending (any more).</returns>
    public bool Remove(Fault fault) => queue.Remove(fault);

    public void Clear() => queue.Clear();

    internal Fault? Take(string operation, string invoiceNumber, string relationCode) =>
        queue.Take(fault => fault.Strikes(operation, invoiceNumber, relationCode));
}
