namespace PerfectviewFunctions.Perfectview.Signing;

/// <summary>The header names of Standard Webhooks 1.0.</summary>
public static class WebhookHeaders
{
    /// <summary>Id of the message, the same at every attempt.</summary>
    public const string Id = "webhook-id";

    /// <summary>When this attempt was made, in whole seconds since 1970 (Unix time).</summary>
    public const string Timestamp = "webhook-timestamp";

    /// <summary>One or more signatures, separated by spaces.</summary>
    public const string Signature = "webhook-signature";

    /// <summary>Not of Standard Webhooks: the secret itself, from a sender that can't sign, where the tenant allows it.</summary>
    public const string Token = "webhook-token";
}
