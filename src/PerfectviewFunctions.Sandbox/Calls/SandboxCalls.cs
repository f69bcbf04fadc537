namespace PerfectviewFunctions.Sandbox;

/// <summary>Counters and the log of calls. A caller that has its answer finds its call here.</summary>
public sealed class SandboxCalls
{
    private const int LogLength = 1000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> counts = [];
    private readonly Dictionary<string, int> outcomes = [];
    private readonly Dictionary<FaultKind, int> faults = [];
    private readonly Queue<SandboxCall> log = [];
    private int sessionsOpened;

    /// <summary>Calls per operation, counted when they come in.</summary>
    public IReadOnlyDictionary<string, int> Counts
    {
        get
        {
            lock (gate)
            {
                return new Dictionary<string, int>(counts);
            }
        }
    }

    /// <summary>How many calls ended so: OK, an error code, or not done.</summary>
    public IReadOnlyDictionary<string, int> Outcomes
    {
        get
        {
            lock (gate)
            {
                return new Dictionary<string, int>(outcomes);
            }
        }
    }

    /// <summary>How many calls were struck by a fault, by its kind.</summary>
    public IReadOnlyDictionary<FaultKind, int> Faults
    {
        get
        {
            lock (gate)
            {
                return new Dictionary<FaultKind, int>(faults);
            }
        }
    }

    public int Total => Counts.Values.Sum();

    /// <summary>Sessions that were really opened.</summary>
    public int SessionsOpened
    {
        get
        {
            lock (gate)
            {
                return sessionsOpened;
            }
        }
    }

    /// <summary>Oldest first, in the order in which they were finished; the last 1,000.</summary>
    public IReadOnlyList<SandboxCall> Log
    {
        get
        {
            lock (gate)
            {
                return [.. log];
            }
        }
    }

    public int Count(string operation) => Counts.GetValueOrDefault(operation);

    public void Clear()
    {
        lock (gate)
        {
            counts.Clear();
            outcomes.Clear();
            faults.Clear();
            log.Clear();
            sessionsOpened = 0;
        }
    }

    internal void CameIn(string operation)
    {
        lock (gate)
        {
            counts[operation] = counts.GetValueOrDefault(operation) + 1;
        }
    }

    internal void SessionOpened()
    {
        lock (gate)
        {
            sessionsOpened++;
        }
    }

    internal void Finished(SandboxCall call)
    {
        lock (gate)
        {
            outcomes[call.Outcome] = outcomes.GetValueOrDefault(call.Outcome) + 1;
            if (call.Fault is { } fault)
            {
                faults[fault] = faults.GetValueOrDefault(fault) + 1;
            }

            log.Enqueue(call);
            if (log.Count > LogLength)
            {
                log.Dequeue();
            }
        }
    }
}
