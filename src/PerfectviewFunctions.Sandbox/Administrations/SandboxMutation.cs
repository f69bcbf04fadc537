namespace PerfectviewFunctions.Sandbox;

/// <summary>The kinds of mutation, in the words and the order of the wire (enMutatieSoorten).</summary>
public enum MutationKind
{
    OpeningsSaldo,
    FactuurOntvangen,
    FactuurVerstuurd,
    FactuurbetalingOntvangen,
    FactuurbetalingVerstuurd,
    GeldOntvangen,
    GeldUitgegeven,
    Memoriaal,
}

/// <summary>A mutation in the books. Absent texts are empty; amounts in euros.</summary>
/// <param name="Account">The ledger account of the head: Rekening.</param>
public sealed record SandboxMutation(
    MutationKind Kind, DateOnly Date, string Account, IReadOnlyList<SandboxMutationLine> Lines)
{
    /// <summary>Given out by the administration, from 1.</summary>
    public long Number { get; init; }

    public string RelationCode { get; init; } = "";

    public string InvoiceNumber { get; init; } = "";

    /// <summary>Boekstuk.</summary>
    public string Entry { get; init; } = "";

    public string Description { get; init; } = "";

    /// <summary>Betalingstermijn, in days: text on the wire.</summary>
    public string PaymentTerm { get; init; } = "";

    /// <summary>Betalingskenmerk.</summary>
    public string PaymentReference { get; init; } = "";

    /// <summary>IN or EX.</summary>
    public string InExVat { get; init; } = "EX";

    /// <summary>The sum of the lines, including VAT.</summary>
    public decimal Total => Lines.Sum(line => line.Gross);

    internal bool IsInvoice => Kind is MutationKind.FactuurVerstuurd or MutationKind.FactuurOntvangen;

    internal bool IsInvoicePayment => Kind is MutationKind.FactuurbetalingOntvangen or MutationKind.FactuurbetalingVerstuurd;

    /// <summary>The kind of payment that settles an invoice of this kind; null when this is no invoice.</summary>
    internal MutationKind? PaidBy => Kind switch
    {
        MutationKind.FactuurVerstuurd => MutationKind.FactuurbetalingOntvangen,
        MutationKind.FactuurOntvangen => MutationKind.FactuurbetalingVerstuurd,
        _ => null,
    };

    internal bool IsAbout(SandboxMutation invoice) =>
        InvoiceNumber == invoice.InvoiceNumber && RelationCode == invoice.RelationCode;

    /// <summary>The invoice that a line is about: its own, else that of the head.</summary>
    internal string NumberOf(SandboxMutationLine line) => line.InvoiceNumber ?? InvoiceNumber;

    /// <summary>The invoice numbers by which a filter finds it.</summary>
    internal IEnumerable<string> FoundBy(bool lines) =>
        lines ? [InvoiceNumber, .. Lines.Select(line => line.InvoiceNumber).OfType<string>()] : [InvoiceNumber];

    /// <summary>A payment that names this invoice, in its head or in a line.</summary>
    internal bool Pays(SandboxMutation invoice) =>
        Kind == invoice.PaidBy
        && RelationCode == invoice.RelationCode
        && (InvoiceNumber == invoice.InvoiceNumber || Lines.Any(line => line.InvoiceNumber == invoice.InvoiceNumber));

    internal SandboxMutation Renumbered(string from, string to) => this with
    {
        InvoiceNumber = InvoiceNumber == from ? to : InvoiceNumber,
        Lines = [.. Lines.Select(line => line.InvoiceNumber == from ? line with { InvoiceNumber = to } : line)],
    };
}

/// <summary>A line of a mutation.</summary>
/// <param name="CounterAccount">TegenrekeningCode.</param>
public sealed record SandboxMutationLine(
    decimal Net, decimal Vat, string VatCode, decimal VatPercentage, string CounterAccount)
{
    public decimal Gross { get; init; } = Net + Vat;

    /// <summary>BedragInvoer: what was typed in, including or excluding VAT.</summary>
    public decimal Entered { get; init; } = Net;

    public long CostCentreId { get; init; }

    /// <summary>Only REST has one for a line.</summary>
    public string Description { get; init; } = "";

    /// <summary>Of a payment of several invoices; null when the number of the head holds.</summary>
    public string? InvoiceNumber { get; init; }
}
