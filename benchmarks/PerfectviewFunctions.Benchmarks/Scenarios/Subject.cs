namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>A connector that can be started, in this process, for some books.</summary>
internal sealed record Subject(string Name, Func<Uri, Task<IConnector>> StartAsync)
{
    public static Subject Ours { get; } = new("PerfectviewFunctions", async books => await PerfectviewConnector.StartAsync(books));

    public static Subject Straightforward { get; } = new("straightforward", async books => await StraightforwardConnector.StartAsync(books));

    /// <summary>What is compared with comes first.</summary>
    public static IReadOnlyList<Subject> Both { get; } = [Straightforward, Ours];
}
