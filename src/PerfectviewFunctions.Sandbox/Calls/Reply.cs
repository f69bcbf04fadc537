using System.Globalization;
using System.Text;

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

    /// <param name="text">The body, or all that goes over the connection of it.</param>
    /// <param name="usualType">The content type when the reply has none of its own.</param>
    public async Task SendAsync(HttpContext context, string text, string usualType)
    {
        if (Ending == ReplyEnding.Dropped)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = Status;
        if (RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = ((long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (Status == StatusCodes.Status204NoContent)
        {
            return;
        }

        var body = Encoding.UTF8.GetBytes(text);
        context.Response.ContentType = (ContentType ?? usualType) + "; charset=utf-8";
        context.Response.ContentLength = body.Length;
        if (Ending == ReplyEnding.HalfThenDropped)
        {
            await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(body);
    }
}
