using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Perfectview.Callbacks;

/// <summary>Sends signed messages to the address of a tenant's settings.</summary>
internal sealed partial class CallbackSender(
    HttpClient http, AddressPolicy policy, CallbackOptions options, TimeProvider time, ILogger<CallbackSender> logger) : ICallbackSender, IDisposable
{
    /// <inheritdoc/>
    public async Task<CallbackResult> SendAsync(CallbackMessage message, WebhookSecrets secrets, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var result = policy.TargetOf(message.Address) is { } target
            ? await SendAsync(target, message, secrets, cancellationToken)
            : new CallbackResult.Failed(CallbackFailure.NotAllowed, "not https");
        var milliseconds = (long)time.GetElapsedTime(start).TotalMilliseconds;
        if (result is CallbackResult.Failed failed)
        {
            Log.Failed(logger, message.Id, message.Tenant.Value, failed.Code, failed.Detail, milliseconds);
        }
        else
        {
            Log.Delivered(logger, message.Id, message.Tenant.Value, milliseconds);
        }

        return result;
    }

    public void Dispose() => http.Dispose();

    private async Task<CallbackResult> SendAsync(
        Uri target, CallbackMessage message, WebhookSecrets secrets, CancellationToken cancellationToken)
    {
        using var request = CallbackRequest.Of(target, message, secrets, time.GetUtcNow());
        using var deadline = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return CallbackOutcome.Of(response, time.GetUtcNow());
        }
        // Whatever went wrong on the way is a result: the message is sent again.
        catch (Exception exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return CallbackOutcome.Of(exception, deadline.IsCancellationRequested);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Message {Message} of {Tenant} was delivered in {Milliseconds} ms")]
        public static partial void Delivered(ILogger logger, string message, string tenant, long milliseconds);

        [LoggerMessage(2, LogLevel.Warning, "Message {Message} of {Tenant} was not delivered: {Code}, {Detail}, in {Milliseconds} ms")]
        public static partial void Failed(ILogger logger, string message, string tenant, string code, string? detail, long milliseconds);
    }
}
