namespace PerfectviewFunctions.Chaos;

/// <summary>What a run came to.</summary>
/// <param name="Table">The figures, a line each.</param>
/// <param name="Differences">Between what was sent, the store, the books and what Perfectview was told; in words. None is as it must be.</param>
internal sealed record ChaosOutcome(string Table, IReadOnlyList<string> Differences);
