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

    internal bool IsAbout(SandboxMutation invoice) =>
        InvoiceNumber == invoice.InvoiceNumber && RelationCode == invoice.RelationCode;
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
}
