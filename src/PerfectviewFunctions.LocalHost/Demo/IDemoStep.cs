namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>One step of the demo.</summary>
internal interface IDemoStep
{
    /// <summary>What happens, in a few words.</summary>
    string Title { get; }

    /// <returns>The line that tells of it, and what is not as it should be.</returns>
    Task<(string Line, IReadOnlyList<string> Faults)> RunAsync(DemoStage stage, CancellationToken cancellationToken);
}
