namespace PerfectviewFunctions.Sandbox;

/// <summary>What became of a credit that a person or a test settled against an invoice.</summary>
public abstract record SettlementResult
{
    private SettlementResult()
    {
    }

    /// <summary>The amount as received on the invoice and as paid back on the credit: nothing moves on the bank.</summary>
    public sealed record Settled(SandboxMutation OnInvoice, SandboxMutation OnCredit) : SettlementResult;

    /// <summary>No relation has sent invoices with both numbers.</summary>
    public sealed record NoSuchPair : SettlementResult;

    /// <summary>Several relations have both numbers: name the relation.</summary>
    public sealed record Ambiguous : SettlementResult;

    /// <summary>No amount was given and one of the two is not open, or the amount is not positive.</summary>
    public sealed record NothingToSettle : SettlementResult;
}
