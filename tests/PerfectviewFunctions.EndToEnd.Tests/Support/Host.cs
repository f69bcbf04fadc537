using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>One running host and what a sender, a bookkeeper and a timer do with it.</summary>
internal sealed class Host(World world, WebApplication app, CapturedLogs logs) : IAsyncDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new Uri(app.Urls.First()) };
    private string? adminKey;
    private int deliveries;

    public World World => world;

    public IServiceProvider Services => app.Services;

    public IRowStore Store => Services.GetRequiredService<IRowStore>();

    public CapturedLogs Logs => logs;

    public HttpClient Http => http;

    public WebApplication App => app;

    /// <summary>Sends events, signed as the tenant's sender signs them.</summary>
    public Task<Reply> SendAsync(JsonNode events, string tenant = "demo") => SendAsync(Encoding.UTF8.GetBytes(events.ToJsonString()), tenant);

    public async Task<Reply> SendAsync(byte[] body, string tenant = "demo")
    {
        using var request = Signed(body, tenant);
        using var answer = await http.SendAsync(request);
        return await Reply.ReadAsync(answer);
    }

    /// <summary>A signed request, for a test to change something on it.</summary>
    public HttpRequestMessage Signed(byte[] body, string tenant = "demo", DateTimeOffset? at = null, WebhookSecret? secret = null)
    {
        var id = "msg_" + Interlocked.Increment(ref deliveries).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var signedAt = at ?? world.Clock.GetUtcNow();
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/webhooks/{tenant}", UriKind.Relative))
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(WebhookHeaders.Id, id);
        request.Headers.Add(WebhookHeaders.Timestamp, StandardWebhooks.FormatTimestamp(signedAt));
        request.Headers.Add(
            WebhookHeaders.Signature, StandardWebhooks.Sign(secret ?? world.SecretOf(TenantId.Parse(tenant)), id, signedAt, body));
        return request;
    }

    /// <summary>What the minute timer does.</summary>
    public Task SweepAsync() => Services.GetRequiredService<PendingSweep>().RunAsync(CancellationToken.None);

    /// <summary>What the timer of payments does: nothing, unless the schedule asks for a reading that was not made yet.</summary>
    public Task SyncPaymentsAsync() => Services.GetRequiredService<PaymentSync>().RunAsync(CancellationToken.None);

    /// <summary>What the timer of messages to Perfectview does.</summary>
    public Task DeliverAsync() => Services.GetRequiredService<CallbackSweep>().RunAsync(CancellationToken.None);

    /// <summary>An invoice as the API shows it; null when it knows none.</summary>
    public async Task<JsonNode?> InvoiceAsync(string number, string tenant = "demo")
    {
        using var answer = await GetAsync($"/api/tenants/{tenant}/invoices/{Uri.EscapeDataString(number)}");
        return answer.IsSuccessStatusCode ? JsonNode.Parse(await answer.Content.ReadAsStringAsync()) : null;
    }

    public async Task<string?> StateAsync(string number, string tenant = "demo") =>
        (await InvoiceAsync(number, tenant))?["state"]?.GetValue<string>();

    /// <summary>A call to the API by an operator.</summary>
    /// <param name="ifMatch">The version that the caller read, as its ETag.</param>
    public async Task<ApiReply> ApiAsync(HttpMethod method, string address, JsonNode? body = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        request.Headers.Add(AdminKey.Header, await AdminKeyAsync());
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        using var answer = await http.SendAsync(request);
        return await ApiReply.ReadAsync(answer);
    }

    public async Task<HttpResponseMessage> GetAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.Add(AdminKey.Header, await AdminKeyAsync());
        return await http.SendAsync(request);
    }

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    private async Task<string> AdminKeyAsync() =>
        adminKey ??= (await Services.GetRequiredService<AdminKey>().GetOrMakeAsync(CancellationToken.None)).Value;
}
