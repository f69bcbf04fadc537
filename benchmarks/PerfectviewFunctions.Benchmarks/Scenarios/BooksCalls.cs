using PerfectviewFunctions.Benchmarks.Reporting;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>The calls to the books, by name.</summary>
internal static class BooksCalls
{
    /// <param name="per">Among how many invoices they are divided.</param>
    public static IReadOnlyList<Figure> Of(Scene scene, int per) =>
    [
        new Figure("all", scene.Books.Calls.Total / (double)per, "calls"),
        .. scene.Books.Calls.Counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => new Figure(count.Key, count.Value / (double)per, "calls")),
    ];
}
