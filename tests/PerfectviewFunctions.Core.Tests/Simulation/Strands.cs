namespace PerfectviewFunctions.Core.Tests.Simulation;

/// <summary>
/// Runs actors one at a time: who is let on runs until its next gate or its end, and only then does the scheduler go on. A loop of the product that
/// hops to another thread is waited for, so there is never more than one thing that happens.
/// </summary>
internal sealed class Strands(TimeProvider time)
{
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(60);

    private readonly object turn = new();

    /// <summary>Who runs at this moment; null when it is the scheduler, or a host that nobody disturbs.</summary>
    public Actor? Running { get; private set; }

    public void Start(Actor actor, Func<CancellationToken, Task> act)
    {
        Running = actor;
        _ = RunAsync(actor, act);
        WaitFor(actor);
    }

    public void GoOn(Actor actor)
    {
        var gate = actor.Gate!;
        actor.Gate = null;
        Running = actor;
        gate.Opened.SetResult();
        WaitFor(actor);
    }

    /// <summary>Stops whoever runs until it is let on. A host that nobody disturbs does not stop.</summary>
    public Task StopAsync(string what, TimeSpan patience, Action? onKilled = null)
    {
        if (Running is not { } actor)
        {
            return Task.CompletedTask;
        }

        var opened = new TaskCompletionSource();
        lock (turn)
        {
            actor.Gate = new Gate(what, opened, time.GetUtcNow() + patience, onKilled);
            Monitor.PulseAll(turn);
        }

        return opened.Task;
    }

    private async Task RunAsync(Actor actor, Func<CancellationToken, Task> act)
    {
        try
        {
            await act(actor.Caller.Token);
        }
        catch (Exception exception)
        {
            actor.Fault = exception;
        }

        lock (turn)
        {
            actor.IsDone = true;
            Monitor.PulseAll(turn);
        }
    }

    private void WaitFor(Actor actor)
    {
        lock (turn)
        {
            while (actor is { Gate: null, IsDone: false })
            {
                if (!Monitor.Wait(turn, TooLong))
                {
                    throw new InvalidOperationException($"{actor.Name} neither stops nor ends.");
                }
            }

            Running = null;
        }
    }
}
