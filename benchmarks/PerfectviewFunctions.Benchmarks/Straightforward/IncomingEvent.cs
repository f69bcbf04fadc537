namespace PerfectviewFunctions.Benchmarks.Straightforward;

/// <summary>As much of an event as it uses.</summary>
internal sealed record IncomingEvent(string Id, string Type, IncomingData Data);

internal sealed record IncomingData(IncomingInvoice Invoice, IncomingRelation Relation);

internal sealed record IncomingInvoice(string Number, DateOnly Date, decimal Total, IReadOnlyList<IncomingVat> VatTotals);

internal sealed record IncomingVat(string Category, decimal Net, decimal Vat);

internal sealed record IncomingRelation(string Name, string Code, string? ChamberOfCommerceNumber);
