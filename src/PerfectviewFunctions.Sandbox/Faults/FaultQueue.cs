namespace PerfectviewFunctions.Sandbox;

/// <summary>A fault that is played a number of times.</summary>
internal interface ITimed<T>
{
    int Times { get; }

    T WithTimes(int times);
}

/// <summary>Faults waiting to be played, taken in the order in which they were added; at most one at a time.</summary>
internal sealed class FaultQueue<T>
    where T : class, ITimed<T>
{
    private readonly Lock gate = new();
    private readonly List<T> pending = [];

    public IReadOnlyList<T> Pending
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
    public void Add(T fault)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.Times, 1, nameof(fault));
        lock (gate)
        {
            pending.Add(fault);
        }
    }

    public bool Remove(T fault)
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

    public T? Take(Predicate<T> strikes)
    {
        lock (gate)
        {
            var index = pending.FindIndex(strikes);
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
                pending[index] = fault.WithTimes(fault.Times - 1);
            }

            return fault;
        }
    }
}
