namespace PerfectviewFunctions.Sandbox;

/// <summary>One call as the sandbox saw it. Codes, tokens and session ids in the bodies are masked.</summary>
/// <param name="Operation">By its SOAP name, also over REST.</param>
/// <param name="InvoiceNumber">Of the booking or the filter; empty when the call is about none.</param>
/// <param name="RelationCode">Of the booking, relation or filter; empty when the call is about none.</param>
/// <param name="Outcome">OK, the error code as documented (CMUT018, E002.3, MUT_020), SOAP Fault, an HTTP status without a code, or "not done" after a fault.</param>
/// <param name="Fault">The fault that was played, if any.</param>
/// <param name="Answer">The beginning of it, when it is a long list.</param>
public sealed record SandboxCall(
    string Operation,
    DateTimeOffset At,
    string InvoiceNumber,
    string RelationCode,
    string Outcome,
    FaultKind? Fault,
    string Request,
    string Answer)
{
    public CallApi Api { get; init; }
}
