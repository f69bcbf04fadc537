namespace PerfectviewFunctions.Sandbox;

/// <summary>What became of a payment that a person or a test registered.</summary>
public abstract record PaymentResult
{
    private PaymentResult()
    {
    }

    public sealed record Registered(SandboxMutation Payment) : PaymentResult;

    public sealed record NoSuchInvoice : PaymentResult;

    /// <summary>Several relations have an invoice with this number: name the relation.</summary>
    public sealed record Ambiguous : PaymentResult;
}
