namespace PerfectviewFunctions.Sandbox;

/// <summary>A row of the open list; amounts in euros.</summary>
public sealed record SandboxOpenItem(
    DateOnly Date, string InvoiceNumber, string RelationCode, string RelationName, decimal Amount, decimal Paid)
{
    /// <summary>Of the invoice; SOAP does not show it.</summary>
    public long MutationNumber { get; init; }

    public decimal Open => Amount - Paid;
}
