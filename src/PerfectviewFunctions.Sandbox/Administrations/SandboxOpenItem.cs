namespace PerfectviewFunctions.Sandbox;

/// <summary>A row of the open list; amounts in euros.</summary>
public sealed record SandboxOpenItem(
    DateOnly Date, string InvoiceNumber, string RelationCode, string RelationName, decimal Amount, decimal Paid)
{
    public decimal Open => Amount - Paid;
}
