namespace PerfectviewFunctions.Core.Bookkeeping;

/// <summary>What is known after a call to the books. Exactly one of four things, so that no caller can mistake one for another.</summary>
public abstract record Answer<T>
{
    private Answer()
    {
    }

    /// <summary>It was done, or read completely.</summary>
    public sealed record Success(T Value) : Answer<T>;

    /// <summary>
    /// The books answered no: it was definitely not done. <paramref name="Code"/> is the service's own code without dots
    /// (E0011, CMUT018, REL_049), <paramref name="Text"/> the service's own words if it had any.
    /// </summary>
    public sealed record Refused(string Code, string? Text = null) : Answer<T>;

    /// <summary>It was definitely not done and may be tried again: no connection, throttled, no session to be had.</summary>
    /// <param name="Code">One of ours: see <see cref="CallFailure"/>.</param>
    /// <param name="Detail">For the log and the operator; no secret.</param>
    /// <param name="RetryAfter">When the service said how long to wait.</param>
    public sealed record NotDone(string Code, string? Detail = null, TimeSpan? RetryAfter = null) : Answer<T>;

    /// <summary>It may have been done: time-out, dropped connection, unreadable or failed answer after sending.</summary>
    /// <param name="Code">One of ours: see <see cref="CallFailure"/>.</param>
    /// <param name="Detail">For the log and the operator; no secret.</param>
    public sealed record Unclear(string Code, string? Detail = null) : Answer<T>;
}

/// <summary>Our codes for calls that got no usable answer; each stands in the error table.</summary>
public static class CallFailure
{
    public const string Unreachable = "books-unreachable";
    public const string TimedOut = "books-timed-out";
    public const string ConnectionLost = "books-connection-lost";
    public const string ServerError = "books-server-error";
    public const string Unreadable = "books-answer-unreadable";
    public const string NoNumber = "books-answer-without-number";
    public const string Throttled = "books-throttled";
    public const string SessionRefused = "books-session-refused";

    /// <summary>Reverse charge through the REST API is switched off until it was tried (Rest:ReverseCharge). Nothing was sent.</summary>
    public const string ReverseChargeOff = "rest-reverse-charge-off";
}
