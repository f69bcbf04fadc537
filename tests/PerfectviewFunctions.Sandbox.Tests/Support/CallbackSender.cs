using System.Globalization;
using System.Net;
using System.Text;

namespace PerfectviewFunctions.Sandbox.Tests.Support;

/// <summary>Posts callbacks whose signatures were worked out elsewhere, and follows no redirect.</summary>
internal sealed class CallbackSender(Uri address, TimeProvider clock) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public static string BodyOf(string number = "F1", long revision = 1, string tenant = "demo") =>
        $$$"""{"type":"invoice.payment.updated","data":{"tenant":"{{{tenant}}}","invoiceNumber":"{{{number}}}","revision":{{{revision}}}}}""";

    public async Task<HttpStatusCode> PostAsync(string id, string body, string? signature = null)
    {
        using var response = await SendAsync(id, body, signature);
        return response.StatusCode;
    }

    public Task<HttpResponseMessage> SendAsync(
        string id, string body, string? signature = null, string below = "", HttpMethod? method = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Post, new Uri(address + below))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        if (signature is not null)
        {
            request.Headers.Add("webhook-signature", signature);
        }

        return http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public void Dispose() => http.Dispose();
}
