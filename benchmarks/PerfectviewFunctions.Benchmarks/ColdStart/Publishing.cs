namespace PerfectviewFunctions.Benchmarks.ColdStart;

/// <summary>How much of an app is compiled before it starts.</summary>
internal enum Publishing
{
    /// <summary>Nothing of its own.</summary>
    AtStart,

    /// <summary>Its own assemblies and those of its packages (ReadyToRun).</summary>
    Ahead,

    /// <summary>All of that and .NET itself, as one (ReadyToRun, composite, self-contained): it needs no .NET where it runs.</summary>
    AsAWhole,
}
