namespace PerfectviewFunctions.Benchmarks.Reporting;

internal static class Percentile
{
    /// <param name="sorted">From small to large.</param>
    /// <returns>The least value that so many percent do not exceed; 0 of none.</returns>
    public static double Of(IReadOnlyList<double> sorted, int percent) =>
        sorted.Count == 0 ? 0 : sorted[Math.Max(0, (int)Math.Ceiling(sorted.Count * percent / 100.0) - 1)];
}
