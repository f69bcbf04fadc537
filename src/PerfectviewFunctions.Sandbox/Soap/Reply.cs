namespace PerfectviewFunctions.Sandbox;

internal enum ReplyEnding
{
    Complete,
    HalfThenDropped,
    Dropped,
}

/// <summary>What goes back over the connection, and what the log says of the call.</summary>
internal sealed record Reply(string Outcome, string Body)
{
    public const string NotDone = "not done";

    public int Status { get; init; } = StatusCodes.Status200OK;

    public string? ContentType { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public ReplyEnding Ending { get; init; }

    public static Reply Drop(string outcome) => new(outcome, "") { Ending = ReplyEnding.Dropped };

    public static Reply ServerError(string outcome) => new(outcome, "<html><body><h1>Runtime Error</h1></body></html>")
    {
        Status = StatusCodes.Status500InternalServerError,
        ContentType = "text/html",
    };
}
