namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <param name="IsDone">200: it says what became of the invoices. Otherwise 202: they are stored, and booked later.</param>
/// <param name="Took">From sending, with what was sent again.</param>
internal sealed record Reply(bool IsDone, TimeSpan Took);
