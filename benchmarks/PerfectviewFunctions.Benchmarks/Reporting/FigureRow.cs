namespace PerfectviewFunctions.Benchmarks.Reporting;

/// <summary>What was measured at one point of a scenario.</summary>
/// <param name="Point">The circumstances, such as "1 tenant, 200 ms".</param>
/// <param name="Subject">What was measured there.</param>
internal sealed record FigureRow(string Point, string Subject, params IReadOnlyList<Figure> Figures)
{
    public double this[string name] => Figures.First(figure => figure.Name == name).Value;
}
