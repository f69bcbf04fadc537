using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Xml;
using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.EBoekhouden.Transport;

/// <summary>
/// Why a call got no usable answer: one of our codes, and a detail. Details made here name kinds and positions, never a text from the wire.
/// </summary>
internal sealed record CallFault(string Code, string? Detail, TimeSpan? RetryAfter = null)
{
    /// <summary>The fault behind an exception of the HTTP client or of the reading of its answer.</summary>
    public static CallFault Of(Exception exception, bool timeIsOver, bool sent) => exception switch
    {
        _ when timeIsOver => new(CallFailure.TimedOut, "no complete answer within the time limit"),

        // SocketsHttpHandler reports its connect time-out as a cancellation nobody asked for.
        OperationCanceledException when !sent => new(CallFailure.Unreachable, "no connection within the connect time-out"),
        OperationCanceledException => new(CallFailure.TimedOut, "no answer within the time limit of the HTTP client"),
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
        } failed => new(CallFailure.Unreachable, Describe(failed)),
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded
        } failed => new(CallFailure.Unreadable, Describe(failed)),
        HttpRequestException failed => new(CallFailure.ConnectionLost, Describe(failed)),
        HttpIOException failed => new(CallFailure.ConnectionLost, failed.HttpRequestError.ToString()),
        XmlException failed => new(CallFailure.Unreadable, string.Create(
            CultureInfo.InvariantCulture, $"no well-formed XML at line {failed.LineNumber}, position {failed.LinePosition}")),
        JsonException failed => new(CallFailure.Unreadable, string.Create(
            CultureInfo.InvariantCulture, $"not the JSON of an answer, at line {failed.LineNumber}, position {failed.BytePositionInLine}")),
        UnreadableAnswerException failed => new(failed.Code, failed.Message),
        ServiceFailedException failed => new(CallFailure.ServerError, failed.Message),
        _ => new(CallFailure.ConnectionLost, exception.GetType().Name),
    };

    /// <summary>The fault behind a status other than 200.</summary>
    public static CallFault Of(HttpResponseMessage response, DateTimeOffset now) => new(
        response.StatusCode == HttpStatusCode.TooManyRequests ? CallFailure.Throttled : CallFailure.ServerError,
        string.Create(CultureInfo.InvariantCulture, $"HTTP {(int)response.StatusCode}"),
        RetryAfterOf(response, now));

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
