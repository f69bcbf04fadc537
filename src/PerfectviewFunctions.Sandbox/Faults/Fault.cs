namespace PerfectviewFunctions.Sandbox;

/// <summary>What a fault does to the call it strikes.</summary>
public enum FaultKind
{
    /// <summary>Done, then the connection is dropped.</summary>
    AnswerLost,

    /// <summary>The connection is dropped at once; done after <see cref="Fault.Delay"/>, by the rules as they hold then.</summary>
    CommitLater,

    /// <summary>The connection is dropped; not done.</summary>
    ConnectionReset,

    /// <summary>HTTP 500 without SOAP or JSON; not done.</summary>
    Http500Before,

    /// <summary>HTTP 500 without SOAP or JSON; done.</summary>
    Http500After,

    /// <summary>Waits <see cref="Fault.Delay"/>, then does it, even if the caller has hung up.</summary>
    SlowBefore,

    /// <summary>Does it, then waits <see cref="Fault.Delay"/> before answering.</summary>
    SlowAfter,

    /// <summary>Done; the status of success with a body that is neither XML nor JSON.</summary>
    Malformed,

    /// <summary>Done; half the answer, then the connection is dropped.</summary>
    Truncated,

    /// <summary>Not done; E002.3, over REST 401 with SECURITY_010, and the session is really gone.</summary>
    SessionGone,

    /// <summary>Not done; <see cref="Fault.Status"/> with Retry-After.</summary>
    Throttled,

    /// <summary>Done; success without Mutatienummer or Rel_ID, over REST without id.</summary>
    NoMutationNumber,

    /// <summary>Not done; an ErrorMsg with <see cref="Fault.Code"/>, over REST an error body with it.</summary>
    Refuse,
}

/// <summary>A fault to be played, once unless <see cref="Times"/> says otherwise.</summary>
public sealed record Fault(FaultKind Kind) : ITimed<Fault>
{
    /// <summary>For <see cref="Times"/>: until somebody takes the fault away.</summary>
    public const int UntilCleared = int.MaxValue;

    /// <summary>AddMutatie, OpenSession, ... for both APIs; any when absent.</summary>
    public string? Operation { get; init; }

    /// <summary>Strikes only calls about this invoice number.</summary>
    public string? InvoiceNumber { get; init; }

    /// <summary>Strikes only calls about this relation code.</summary>
    public string? RelationCode { get; init; }

    public int Times { get; init; } = 1;

    /// <summary>On the sandbox's clock.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Of <see cref="FaultKind.Throttled"/>: 429 or 503.</summary>
    public int Status { get; init; } = 429;

    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Of <see cref="FaultKind.Refuse"/>, with its dot when it is one of SOAP.</summary>
    public string Code { get; init; } = ErrorCodes.CannotVerify;

    Fault ITimed<Fault>.WithTimes(int times) => this with { Times = times };

    internal bool Strikes(string operation, string invoiceNumber, string relationCode) =>
        (Operation is null || Operation == operation)
        && (InvoiceNumber is null || InvoiceNumber == invoiceNumber)
        && (RelationCode is null || RelationCode == relationCode);
}
