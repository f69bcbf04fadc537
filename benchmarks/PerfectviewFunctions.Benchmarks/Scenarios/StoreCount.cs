using PerfectviewFunctions.Benchmarks.Reporting;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>The operations of one request on the store.</summary>
internal sealed record StoreCount(string Point, IReadOnlyList<StoreCall> Calls)
{
    /// <summary>In the request.</summary>
    public int Invoices { get; init; } = 1;

    public string OneByOne => $"*{char.ToUpperInvariant(Point[0])}{Point[1..]}*, one by one: {string.Join(" · ", Calls.Select(call => $"{call.Operation} {call.What}"))}.";

    public FigureRow ToRow() => new(
        Point,
        Subject.Ours.Name,
        new Figure("all", Calls.Count, "operations"),
        new Figure("per invoice", Calls.Count / (double)Invoices, "operations"),
        Count("get"),
        Count("query"),
        Count("write"),
        new Figure("rows written", Calls.Sum(call => call.Rows), ""));

    private Figure Count(string operation) => new(operation, Calls.Count(call => call.Operation == operation), "operations");
}
