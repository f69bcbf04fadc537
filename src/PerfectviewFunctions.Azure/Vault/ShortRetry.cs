using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace PerfectviewFunctions.Azure.Vault;

/// <summary>
/// Tries a call twice more. The SDK itself would wait as long as a throttled vault asks for, be it an hour; here a wait longer than a
/// request can bear ends the call, and whoever asked is told.
/// </summary>
internal sealed class ShortRetry(DelayStrategy delays) : RetryPolicy(maxRetries: 2, delays)
{
    private static readonly TimeSpan MostBearable = TimeSpan.FromSeconds(3);

    public ShortRetry()
        : this(DelayStrategy.CreateExponentialDelayStrategy(TimeSpan.FromMilliseconds(300), TimeSpan.FromSeconds(2)))
    {
    }

    protected override async ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        IsBearable(message) && await base.ShouldRetryAsync(message, exception);

    protected override bool ShouldRetry(HttpMessage message, Exception? exception) =>
        IsBearable(message) && base.ShouldRetry(message, exception);

    /// <summary>A wait named by a date is not worked out: key vaults name seconds.</summary>
    private static bool IsBearable(HttpMessage message) =>
        !message.HasResponse
        || !message.Response.Headers.TryGetValue("Retry-After", out var text)
        || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MostBearable.TotalSeconds);
}
