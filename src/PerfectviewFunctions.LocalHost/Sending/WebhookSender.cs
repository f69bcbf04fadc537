using System.Net.Http.Headers;
using PerfectviewFunctions.Perfectview.Signing;

namespace PerfectviewFunctions.LocalHost.Sending;

/// <summary>Sends a body to a webhook as Perfectview does: signed by Standard Webhooks.</summary>
internal sealed class WebhookSender(HttpClient http, TimeProvider time)
{
    public async Task<HttpResponseMessage> SendAsync(
        Uri webhook, WebhookSecret secret, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var id = "msg_" + Guid.CreateVersion7().ToString("N");
        var now = time.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook);
        request.Content = new ReadOnlyMemoryContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(WebhookHeaders.Id, id);
        request.Headers.Add(WebhookHeaders.Timestamp, StandardWebhooks.FormatTimestamp(now));
        request.Headers.Add(WebhookHeaders.Signature, StandardWebhooks.Sign(secret, id, now, body.Span));
        return await http.SendAsync(request, cancellationToken);
    }
}
