namespace PerfectviewFunctions.Core.Tests.Simulation;

/// <summary>One call or timer run of a host: a chain of steps of which one at most is under way.</summary>
internal sealed class Actor(string name, SimulatedHost host)
{
    public string Name => name;

    public SimulatedHost Host => host;

    /// <summary>Where it waits to be let on; null while it runs and once it is done.</summary>
    public Gate? Gate { get; set; }

    public bool IsDone { get; set; }

    /// <summary>Whether its process stood still for a while amid it: then what it does may come after everything.</summary>
    public bool WasPaused { get; set; }

    /// <summary>What ended it, if not its own end.</summary>
    public Exception? Fault { get; set; }

    /// <summary>The last step of the work that it came by.</summary>
    public string LastStep { get; set; } = "none";

    /// <summary>Who hangs up, or the host that shuts down.</summary>
    public CancellationTokenSource Caller { get; } = new();
}

/// <summary>A place where an actor waits for the scheduler.</summary>
/// <param name="Until">When it goes on at the latest, unless its process is paused.</param>
/// <param name="OnKilled">What becomes of the call in flight when the process dies here.</param>
internal sealed record Gate(string What, TaskCompletionSource Opened, DateTimeOffset Until, Action? OnKilled);
