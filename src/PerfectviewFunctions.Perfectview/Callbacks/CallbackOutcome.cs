using System.Globalization;
using System.Net.Sockets;
using PerfectviewFunctions.Core.Callbacks;

namespace PerfectviewFunctions.Perfectview.Callbacks;

/// <summary>What an answer, or the lack of one, means. Pure. Details name kinds and statuses, never a text from the wire.</summary>
internal static class CallbackOutcome
{
    /// <summary>What came of it when the receiver answered.</summary>
    public static CallbackResult Of(HttpResponseMessage response, DateTimeOffset now)
    {
        var status = (int)response.StatusCode;
        return status switch
        {
            >= 200 and < 300 => new CallbackResult.Delivered(),
            >= 300 and < 400 => Failed(CallbackFailure.Redirected),
            _ => Failed(CallbackFailure.Refused),
        };

        CallbackResult.Failed Failed(string code) =>
            new(code, string.Create(CultureInfo.InvariantCulture, $"HTTP {status}"), RetryAfterOf(response, now));
    }

    /// <summary>What came of it when it did not.</summary>
    public static CallbackResult.Failed Of(Exception exception, bool timeIsOver) => exception switch
    {
        _ when timeIsOver => new(CallbackFailure.TimedOut, "no answer within the time limit"),

        // SocketsHttpHandler reports its connect time-out as a cancellation nobody asked for.
        OperationCanceledException => new(CallbackFailure.Unreachable, "no connection within the connect time-out"),
        HttpRequestException { InnerException: AddressNotAllowedException refused } => new(CallbackFailure.NotAllowed, refused.Message),
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError
        } failed => new(CallbackFailure.Unreachable, Describe(failed)),
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded
        } failed => new(CallbackFailure.Refused, Describe(failed)),
        HttpRequestException failed => new(CallbackFailure.ConnectionLost, Describe(failed)),
        _ => new(CallbackFailure.ConnectionLost, exception.GetType().Name),
    };

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response, DateTimeOffset now)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? (header?.Date - now);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    // No exception messages: they may quote what the other side sent.
    private static string Describe(HttpRequestException failed) => failed.InnerException is SocketException socket
        ? $"{failed.HttpRequestError} ({socket.SocketErrorCode})"
        : failed.HttpRequestError.ToString();
}
