using Azure.Core;
using Azure.Core.Pipeline;

namespace PerfectviewFunctions.Azure.Tables;

/// <summary>The SDK's own retries, but none after a wait that is longer than the whole call may take.</summary>
internal sealed class ReadingRetries(TableTimes times)
    : RetryPolicy(times.Tries - 1, DelayStrategy.CreateExponentialDelayStrategy(times.FirstWait, times.Try))
{
    protected override ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        IsTooLong(message) ? ValueTask.FromResult(false) : base.ShouldRetryAsync(message, exception);

    private bool IsTooLong(HttpMessage message) =>
        message.HasResponse && TableFault.AskedBy(message.Response) >= times.Call;
}
