using Microsoft.Extensions.Logging;

namespace PerfectviewFunctions.EBoekhouden.Transport;

/// <summary>What the gateway logs: which operation, how long, how it ended. No credential, session id, invoice or the service's words.</summary>
internal static partial class CallLog
{
    [LoggerMessage(EventId = 1, Message = "{Operation} {Outcome} {Code} after {Milliseconds:0} ms")]
    public static partial void CallEnded(
        this ILogger logger, LogLevel level, string operation, string outcome, string? code, double milliseconds);

    [LoggerMessage(
        EventId = 2, Level = LogLevel.Information, Message = "The session was refused with {Code}; {Operation} is repeated in a new one")]
    public static partial void SessionRenewed(this ILogger logger, string operation, string code);

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "A session could not be ended ({Reason}); it expires by itself")]
    public static partial void SessionNotEnded(this ILogger logger, string reason);

    [LoggerMessage(
        EventId = 4, Level = LogLevel.Warning, Message = "Mutation {Number} was booked, but what the service made of its VAT could not be read ({Reason})")]
    public static partial void BookedVatNotSeen(this ILogger logger, long number, string reason);
}
