namespace PerfectviewFunctions.Sandbox;

/// <summary>How a sandbox is started.</summary>
public sealed record SandboxOptions
{
    /// <summary>On 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Where the books are kept; in memory only when absent.</summary>
    public string? DataFile { get; init; }

    /// <summary>Rules session lifetimes, months and the delays of faults.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Warnings and errors of the server on the console.</summary>
    public bool Logging { get; init; }

    public SandboxSwitches Switches { get; init; } = new();
}
