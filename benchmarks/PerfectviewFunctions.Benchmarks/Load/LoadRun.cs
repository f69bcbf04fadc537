using System.Diagnostics;
using System.Globalization;
using System.Text;
using PerfectviewFunctions.Benchmarks.Scenarios;
using PerfectviewFunctions.LocalHost.Sending;

namespace PerfectviewFunctions.Benchmarks.Load;

/// <summary>
/// Sends at the rate that was asked for, whether or not answers come: what waits for an answer does not slow down who sends next. Times count from when
/// a request was to be sent.
/// </summary>
internal sealed class LoadRun(LoadOptions options, LoadScene scene) : IDisposable
{
    /// <summary>As a sender's own pool may have; beyond it requests wait for a connection, which counts as their time.</summary>
    private const int ConnectionsPerHost = 400;

    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = ConnectionsPerHost }, disposeHandler: true)
    {
        Timeout = TimeSpan.FromMinutes(1),
    };

    private readonly Stopwatch watch = new();
    private readonly Dictionary<(string Books, string Number), Sent> byNumber = [];
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    public List<Sent> All { get; } = [];

    /// <summary>What stands in the books twice, or was never accepted.</summary>
    public List<string> Wrong { get; } = [];

    public TimeSpan Elapsed => watch.Elapsed;

    public async Task SendAsync()
    {
        var (count, underWay) = (options.Rate * options.Seconds, new List<Task>());
        watch.Start();
        var looking = Stopwatch.StartNew();
        for (var index = 0; index < count; index++)
        {
            var at = TimeSpan.FromSeconds((double)index / options.Rate);
            while (watch.Elapsed < at)
            {
                await Task.Delay(1);
            }

            underWay.Add(SendOneAsync(Next(index, at), scene.Hosts[index % scene.Hosts.Count]));
            if (looking.ElapsedMilliseconds >= 100)
            {
                Look();
                looking.Restart();
            }
        }

        await Task.WhenAll(underWay);
    }

    /// <summary>Waits until all that was accepted is booked, or the time for that is over.</summary>
    public async Task DrainAsync()
    {
        var end = watch.Elapsed + TimeSpan.FromSeconds(options.DrainSeconds);
        do
        {
            await Task.Delay(100);
            Look();
        }
        while (watch.Elapsed < end && All.Exists(one => one.IsAccepted && one.BookedAt is null));
        watch.Stop();
    }

    public void Dispose() => http.Dispose();

    private Sent Next(int index, TimeSpan at)
    {
        var noisy = options.Noisy;
        var quiet = scene.Tenants.Count - noisy;
        var tenant = scene.Tenants[noisy > 0 && index % 10 != 0 ? index % noisy : noisy + (noisy > 0 ? index / 10 : index) % quiet];
        var sent = new Sent(tenant, string.Create(CultureInfo.InvariantCulture, $"{tenant.Prefix}F{index}"), at);
        All.Add(sent);
        byNumber.Add((tenant.Books.Name, sent.Number), sent);
        return sent;
    }

    private async Task SendOneAsync(Sent sent, Uri host)
    {
        await Task.Yield();

        // Each tenant has a debtor of its own: one that another made under the same code would wait for a person.
        var invoice = new SentInvoice(sent.Number[sent.Tenant.Prefix.Length..], "K-" + sent.Tenant.Id.Value, 100m, 21m);
        var body = Encoding.UTF8.GetBytes(invoice.ToEvent().ToJsonString());
        try
        {
            using var answer = await new WebhookSender(http, TimeProvider.System).SendAsync(
                new Uri(host, $"/api/webhooks/{sent.Tenant.Id.Value}"), sent.Tenant.Secret, body, CancellationToken.None);
            sent.AnsweredAt = watch.Elapsed;
            sent.Status = (int)answer.StatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            // Counted among the others: no answer came.
            sent.AnsweredAt = watch.Elapsed;
        }
    }

    private void Look()
    {
        foreach (var books in scene.Tenants.Select(tenant => tenant.Books).Distinct())
        {
            var mutations = books.Mutations;
            for (var at = seen.GetValueOrDefault(books.Name); at < mutations.Count; at++)
            {
                if (byNumber.TryGetValue((books.Name, mutations[at].InvoiceNumber), out var sent) && sent.BookedAt is null)
                {
                    sent.BookedAt = watch.Elapsed;
                }
                else
                {
                    Wrong.Add($"{books.Name} {mutations[at].InvoiceNumber}");
                }
            }

            seen[books.Name] = mutations.Count;
        }
    }
}
