namespace PerfectviewFunctions.Benchmarks.Reporting;

/// <summary>One thing measured.</summary>
/// <param name="Unit">What it counts, such as "ms" or "calls"; empty for a ratio.</param>
internal sealed record Figure(string Name, double Value, string Unit);
