namespace PerfectviewFunctions.Sandbox;

/// <summary>How the receiver fails. What is not taken changes nothing of what Perfectview knows.</summary>
public enum CallbackFaultKind
{
    /// <summary>Not taken; answered with <see cref="CallbackFault.Status"/>.</summary>
    Status,

    /// <summary>Taken, and yet answered with <see cref="CallbackFault.Status"/>.</summary>
    StatusAfter,

    /// <summary>Not taken; sent on to <see cref="CallbackFault.Location"/>.</summary>
    Redirect,

    /// <summary>Not taken; the connection is dropped.</summary>
    DropBefore,

    /// <summary>Taken; the connection is dropped.</summary>
    DropAfter,

    /// <summary>Taken; answered after <see cref="CallbackFault.Delay"/>.</summary>
    Slow,

    /// <summary>Taken; 200 with a body of <see cref="CallbackFault.AnswerBytes"/>.</summary>
    HugeAnswer,
}

/// <summary>A failure of the receiver, once unless <see cref="Times"/> says otherwise.</summary>
public sealed record CallbackFault(CallbackFaultKind Kind) : ITimed<CallbackFault>
{
    /// <summary>Strikes only callbacks of this tenant.</summary>
    public string? Tenant { get; init; }

    /// <summary>Strikes only callbacks about this invoice.</summary>
    public string? InvoiceNumber { get; init; }

    /// <summary>Or <see cref="Fault.UntilCleared"/>.</summary>
    public int Times { get; init; } = 1;

    /// <summary>302 for a redirect and 503 for the others when absent.</summary>
    public int? Status { get; init; }

    /// <summary>Sent with the status when present.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>By default an address of the receiver itself: who follows is seen there.</summary>
    public string Location { get; init; } = CallbackEndpoint.Path + "/redirected";

    /// <summary>On the sandbox's clock.</summary>
    public TimeSpan Delay { get; init; }

    public long AnswerBytes { get; init; } = 50_000_000;

    internal int StatusCode => Status ?? (Kind == CallbackFaultKind.Redirect ? StatusCodes.Status302Found : StatusCodes.Status503ServiceUnavailable);

    internal bool IsBeforeTaking => Kind is CallbackFaultKind.Status or CallbackFaultKind.Redirect or CallbackFaultKind.DropBefore;

    internal bool IsMistaken => Times < 1 || Status is < 200 or > 599 || Delay < TimeSpan.Zero || AnswerBytes < 0;

    CallbackFault ITimed<CallbackFault>.WithTimes(int times) => this with { Times = times };

    internal bool Strikes(CallbackSubject? subject) =>
        (Tenant is null || Tenant == subject?.Tenant) && (InvoiceNumber is null || InvoiceNumber == subject?.InvoiceNumber);
}
