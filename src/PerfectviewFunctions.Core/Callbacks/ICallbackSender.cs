using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Callbacks;

/// <summary>Tells Perfectview how the payment of an invoice stands: the one place to change when it has an interface of its own for it.</summary>
public interface ICallbackSender
{
    /// <summary>Sends one message, signed, and says what became of it. Whatever goes wrong is a result.</summary>
    /// <param name="secrets">What the receiver knows; while one is being replaced, both.</param>
    Task<CallbackResult> SendAsync(CallbackMessage message, WebhookSecrets secrets, CancellationToken cancellationToken);
}

/// <summary>A message: the same id always carries the same content, however often it is sent.</summary>
/// <param name="Id">Of this status of this invoice; visible ASCII without '.', at most 256 characters.</param>
/// <param name="Address">As the tenant's settings have it.</param>
public sealed record CallbackMessage(string Id, string Address, TenantId Tenant, InvoicePayment Payment);

/// <summary>What became of a message.</summary>
public abstract record CallbackResult
{
    private CallbackResult()
    {
    }

    /// <summary>The receiver took it (2xx).</summary>
    public sealed record Delivered : CallbackResult;

    /// <summary>It did not, or nobody knows; it is sent again, under the same id.</summary>
    /// <param name="Code">One of <see cref="CallbackFailure"/>.</param>
    /// <param name="Detail">For a person who looks for the cause, such as a status; no secret, nothing of the answer's body.</param>
    /// <param name="RetryAfter">When the receiver said how long to wait.</param>
    public sealed record Failed(string Code, string? Detail = null, TimeSpan? RetryAfter = null) : CallbackResult;
}

/// <summary>Our codes for messages that did not arrive; each stands in the error table.</summary>
public static class CallbackFailure
{
    /// <summary>No such host, no connection, no TLS.</summary>
    public const string Unreachable = "callback-unreachable";

    public const string TimedOut = "callback-timed-out";

    /// <summary>Another status than 2xx.</summary>
    public const string Refused = "callback-refused";

    /// <summary>The receiver answered with a redirect, which is not followed.</summary>
    public const string Redirected = "callback-redirected";

    /// <summary>The address is not https, or leads into a private network.</summary>
    public const string NotAllowed = "callback-not-allowed";

    /// <summary>The tenant has no secret to sign with.</summary>
    public const string Unsigned = "callback-unsigned";

    /// <summary>The connection broke off after sending.</summary>
    public const string ConnectionLost = "callback-connection-lost";
}
