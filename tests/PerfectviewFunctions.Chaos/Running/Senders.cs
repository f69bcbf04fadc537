using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Chaos.Planning;
using PerfectviewFunctions.LocalHost.Sending;

namespace PerfectviewFunctions.Chaos.Running;

/// <summary>Several senders who do as Perfectview does: only a 2xx is an answer, anything else is sent again later, to whichever host.</summary>
internal sealed class Senders(ChaosOptions options, Plan plan, Stage stage, Fleet fleet, Figures figures)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private readonly ConcurrentDictionary<(string Tenant, string Event), string> answered = new();
    private readonly ConcurrentQueue<string> refused = new();
    private int next = -1;

    /// <summary>How many batches were taken up.</summary>
    public int Taken => Math.Min(Volatile.Read(ref next) + 1, plan.Batches.Count);

    /// <summary>The events that were answered with 2xx, and the last outcome that was told of each.</summary>
    public IReadOnlyDictionary<(string Tenant, string Event), string> Answered => answered;

    /// <summary>What was answered with a refusal although nothing is wrong with it.</summary>
    public IReadOnlyCollection<string> Refused => refused;

    /// <summary>Whether a relation rightly waits: a run that was ended early sent changes of it, and nothing that says its name.</summary>
    public bool IsNameless(PlannedTenant tenant, PlannedRelation relation) =>
        !tenant.Invoices.Any(invoice => invoice.Debtor == relation && IsAnswered(tenant, invoice))
        && !tenant.Changes.Any(change => change.Relation == relation && change.Said.ContainsKey("name") && IsAnswered(tenant, change));

    public bool IsAnswered(PlannedTenant tenant, PlannedEvent sent) => answered.ContainsKey((tenant.Name, sent.Id));

    public async Task RunAsync(CancellationToken stop)
    {
        using var http = new HttpClient(new SocketsHttpHandler { PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10) }) { Timeout = Patience };
        await Task.WhenAll(Enumerable.Range(0, options.Senders).Select(_ => Task.Run(() => SendAsync(http, stop), CancellationToken.None)));
    }

    private async Task SendAsync(HttpClient http, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && Interlocked.Increment(ref next) is var index && index < plan.Batches.Count)
        {
            var dice = new Dice(unchecked((options.Seed * 7919) + index));
            var batch = plan.Batches[index];
            var body = Encoding.UTF8.GetBytes(new JsonArray([.. batch.Events.Select(sent => sent.ToJson())]).ToJsonString());
            figures.Add("batches");
            figures.Add("deliveries of events", batch.Events.Count);
            while (!await TrySendAsync(http, batch, body, dice.Below(options.Hosts)))
            {
                await Task.Delay(dice.Between(50, 400), CancellationToken.None);
            }
        }
    }

    private async Task<bool> TrySendAsync(HttpClient http, Batch batch, byte[] body, int host)
    {
        if (fleet.AddressFrom(host) is not { } address)
        {
            return false;
        }

        figures.Add("requests");
        try
        {
            using var answer = await new WebhookSender(http, TimeProvider.System).SendAsync(
                new Uri(address, $"/api/webhooks/{batch.Tenant.Name}"), stage.SecretOf(batch.Tenant), body, default);
            figures.Add($"answers {(int)answer.StatusCode}");
            var text = await answer.Content.ReadAsStringAsync();
            if (answer.IsSuccessStatusCode)
            {
                Keep(batch, JsonNode.Parse(text)!["results"]!.AsArray());
                return true;
            }

            if ((int)answer.StatusCode == 400)
            {
                refused.Enqueue($"{batch.Tenant.Name}: {text}");
                return true;
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException or IOException)
        {
            figures.Add("answers lost");
        }

        return false;
    }

    private void Keep(Batch batch, JsonArray results)
    {
        foreach (var (sent, result) in batch.Events.Zip(results))
        {
            var outcome = result!["outcome"]!.GetValue<string>();
            answered[(batch.Tenant.Name, sent.Id)] = outcome;
            figures.Add("outcomes: " + outcome);
            if (outcome == "refused")
            {
                refused.Enqueue($"{batch.Tenant.Name} {sent.Id}: {result.ToJsonString()}");
            }
        }
    }
}
