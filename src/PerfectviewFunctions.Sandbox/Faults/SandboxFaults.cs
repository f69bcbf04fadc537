namespace PerfectviewFunctions.Sandbox;

/// <summary>The faults waiting to be played, taken in the order in which they were added; a call takes at most one.</summary>
public sealed class SandboxFaults
{
    private readonly Lock gate = new();
    private readonly List<Fault> pending = [];

    public IReadOnlyList<Fault> Pending
    {
        get
        {
            lock (gate)
            {
                return [.. pending];
            }
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">It is to be played less than once.</exception>
    public void Add(Fault fault)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.Times, 1, nameof(fault));
        lock (gate)
        {
            pending.Add(fault);
        }
    }

    /// <returns>False when it was not pending (any more).</returns>
    public bool Remove(Fault fault)
    {
        lock (gate)
        {
            return pending.Remove(fault);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            pending.Clear();
        }
    }

    internal Fault? Take(string operation, string invoiceNumber, string relationCode)
    {
        lock (gate)
        {
            var index = pending.FindIndex(fault => fault.Strikes(operation, invoiceNumber, relationCode));
            if (index < 0)
            {
                return null;
            }

            var fault = pending[index];
            if (fault.Times == 1)
            {
                pending.RemoveAt(index);
            }
            else if (fault.Times != Fault.UntilCleared)
            {
                pending[index] = fault with { Times = fault.Times - 1 };
            }

            return fault;
        }
    }
}
