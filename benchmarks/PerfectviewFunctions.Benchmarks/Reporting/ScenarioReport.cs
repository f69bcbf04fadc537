namespace PerfectviewFunctions.Benchmarks.Reporting;

/// <summary>What came of one scenario.</summary>
/// <param name="Notes">What has to be known to read the figures, each a sentence or two.</param>
internal sealed record ScenarioReport(string Name, string Title, IReadOnlyList<FigureTable> Tables, params IReadOnlyList<string> Notes)
{
    public double Seconds { get; init; }

    /// <summary>What stands above all tables; null when nothing does.</summary>
    public string? Headline { get; init; }

    /// <summary>Why it was not measured to its end; null when it was.</summary>
    public string? Failure { get; init; }
}
