using System.Globalization;
using Azure;
using Azure.Data.Tables.Models;
using Azure.Identity;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Azure.Tables;

/// <summary>What is wrong when a call to the table failed.</summary>
/// <param name="MayBeDone">Whether the call may have been carried out all the same.</param>
/// <param name="IsPassing">Whether another try, in a moment, may succeed.</param>
/// <param name="Trouble">In words, after "The table store ".</param>
internal sealed record TableFault(bool MayBeDone, bool IsPassing, string Trouble)
{
    /// <summary>A page that is not found says nothing about a row: what answers is a gateway or another service.</summary>
    public static TableFault NoTableService { get; } =
        new(MayBeDone: false, IsPassing: false, "is not what answers at its address (404): check the setting Storage and the private DNS zone if there is one");

    /// <summary>How long the service asked to wait.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>The table itself is not there, so nothing was done.</summary>
    public bool IsMissingTable { get; private init; }

    /// <summary>What is wrong; null when the exception shows a mistake of ours.</summary>
    public static TableFault? Of(Exception exception) => exception switch
    {
        AggregateException tries => Of(tries.InnerExceptions[^1]),
        AuthenticationFailedException => new(
            MayBeDone: false,
            IsPassing: false,
            "can't be asked, since this app gets no token: check the managed identity and the setting Identity:ClientId; on a developer's machine, sign in (az login)"),
        RequestFailedException { Status: 0, InnerException: { } inner } => TableConnection.FaultOf(inner),
        RequestFailedException failure when TableRefusal.Of(failure.Status, failure.ErrorCode) is { } refusal =>
            new(MayBeDone: false, IsPassing: false, refusal),
        RequestFailedException { Status: 404 } failure when failure.ErrorCode == TableErrorCode.TableNotFound =>
            new(MayBeDone: false, IsPassing: false, "has no such table (404)") { IsMissingTable = true },
        RequestFailedException { Status: 404 } => NoTableService,
        RequestFailedException { Status: 429 or 503 } failure when IsThrottling(failure) =>
            new(MayBeDone: false, IsPassing: true, "is busy and takes no more calls for the moment") { RetryAfter = AskedBy(failure.GetRawResponse()) },
        RequestFailedException { Status: 408 or >= 500 } failure => new(
            MayBeDone: true,
            IsPassing: true,
            string.Create(CultureInfo.InvariantCulture, $"failed ({failure.Status} {failure.ErrorCode})")) { RetryAfter = AskedBy(failure.GetRawResponse()) },
        RequestFailedException => null,
        _ => TableConnection.FaultOf(exception),
    };

    public StoreUnavailableException ToException(Exception exception) => new($"The table store {Trouble}.", exception);

    /// <summary>The wait that an answer asks for, if any.</summary>
    public static TimeSpan? AskedBy(Response? answer) =>
        answer?.Headers.TryGetValue("Retry-After", out var text) == true
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    /// <summary>Only these say that the call was turned away. Of a 500 "OperationTimedOut" the service itself says that it may have been done.</summary>
    private static bool IsThrottling(RequestFailedException failure) => failure.Status == 429 || failure.ErrorCode == "ServerBusy";
}
