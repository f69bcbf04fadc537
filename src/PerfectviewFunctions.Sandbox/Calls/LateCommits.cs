namespace PerfectviewFunctions.Sandbox;

/// <summary>Work that is done some time after its caller was cut off, on the sandbox's clock. A stopped sandbox forgets it.</summary>
internal sealed class LateCommits(TimeProvider clock) : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<ITimer> timers = [];
    private bool disposed;

    public void Add(TimeSpan delay, Action work)
    {
        lock (gate)
        {
            if (!disposed)
            {
                timers.Add(clock.CreateTimer(_ => work(), null, delay, Timeout.InfiniteTimeSpan));
            }
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            timers.ForEach(timer => timer.Dispose());
            timers.Clear();
        }
    }
}
