namespace PerfectviewFunctions.Benchmarks.Payments;

/// <param name="Administrations">Each with a tenant of its own.</param>
/// <param name="Invoices">Open invoices of each.</param>
/// <param name="Latency">What a call to the books takes besides its work.</param>
internal sealed record PaymentScenario(int Administrations, int Invoices, TimeSpan Latency);
