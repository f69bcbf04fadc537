using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using PerfectviewFunctions.LocalHost.Sending;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>Sends signed webhooks as Perfectview does; who is told to come back later does so.</summary>
internal sealed class FrontDoor : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 400 }, disposeHandler: true) { Timeout = TimeSpan.FromMinutes(2) };
    private int sentAgain;

    /// <summary>Requests that were answered 429 or 503 and sent again.</summary>
    public int SentAgain => sentAgain;

    /// <param name="host">Which of the hosts gets it, counted round.</param>
    /// <exception cref="InvalidOperationException">They were not accepted.</exception>
    public async Task<Reply> SendAsync(Customer customer, IReadOnlyList<SentInvoice> invoices, int host = 0)
    {
        JsonNode content = invoices is [var only] ? only.ToEvent() : new JsonArray([.. invoices.Select(invoice => invoice.ToEvent())]);
        var (body, watch) = (Encoding.UTF8.GetBytes(content.ToJsonString()), Stopwatch.StartNew());
        while (true)
        {
            using var answer = await new WebhookSender(http, TimeProvider.System).SendAsync(
                customer.Webhooks[host % customer.Webhooks.Count], customer.Secret, body, CancellationToken.None);
            if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted)
            {
                return new Reply(answer.StatusCode == HttpStatusCode.OK, watch.Elapsed);
            }

            if (answer.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) || watch.Elapsed > Patience)
            {
                throw new InvalidOperationException($"{(int)answer.StatusCode} from {customer.Webhooks[0]}: {await answer.Content.ReadAsStringAsync()}");
            }

            Interlocked.Increment(ref sentAgain);
            await Task.Delay(Pause);
        }
    }

    public void Dispose() => http.Dispose();
}
