namespace PerfectviewFunctions.Benchmarks.Reporting;

/// <summary>Rows that are read side by side. Not each needs to have every figure.</summary>
internal sealed record FigureTable(string Title, IReadOnlyList<FigureRow> Rows);
