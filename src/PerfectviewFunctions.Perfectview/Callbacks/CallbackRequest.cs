using System.Net;
using System.Net.Http.Headers;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Perfectview.Signing;

namespace PerfectviewFunctions.Perfectview.Callbacks;

/// <summary>One attempt to deliver a message, signed for this moment. Pure.</summary>
internal static class CallbackRequest
{
    private const string Product = "PerfectviewFunctions";

    /// <exception cref="InvalidDataException">A secret does not have the form of one.</exception>
    public static HttpRequestMessage Of(Uri target, CallbackMessage message, WebhookSecrets secrets, DateTimeOffset now)
    {
        var body = CallbackBody.Of(message.Tenant, message.Payment);
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, target) { Content = content, Version = HttpVersion.Version11 };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue(Product, productVersion: null));
        request.Headers.Add(WebhookHeaders.Id, message.Id);
        request.Headers.Add(WebhookHeaders.Timestamp, StandardWebhooks.FormatTimestamp(now));

        // Both while one is being replaced: a receiver that has either finds its own.
        var signatures = secrets.ValidAt(now).Select(secret => StandardWebhooks.Sign(Parse(secret), message.Id, now, body));
        request.Headers.Add(WebhookHeaders.Signature, string.Join(' ', signatures));
        return request;
    }

    private static WebhookSecret Parse(string secret) =>
        WebhookSecret.TryParse(secret, out var parsed) ? parsed : throw new InvalidDataException("A stored webhook secret does not have the form of one.");
}
