namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>Who sends how much: each sender sends the next request when the one before is answered.</summary>
/// <param name="Customers">Each with an administration of its own.</param>
/// <param name="Senders">Of each customer, at once.</param>
/// <param name="Requests">Of each sender.</param>
/// <param name="PerRequest">Invoices in each.</param>
internal sealed record SenderPlan(int Customers, int Senders, int Requests, int PerRequest)
{
    public int Invoices => Customers * Senders * Requests * PerRequest;

    /// <summary>Invoices of one customer that are offered at once.</summary>
    public int InOne => Senders * PerRequest;

    public override string ToString() =>
        $"{Customers} tenant{(Customers > 1 ? "s" : "")}, {(Senders > 1 ? $"{Senders} senders at once" : PerRequest > 1 ? $"{PerRequest} invoices a request" : "one by one")}";
}
