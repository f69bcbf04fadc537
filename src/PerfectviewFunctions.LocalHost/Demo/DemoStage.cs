using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.EBoekhouden.Rest;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.LocalHost.Sending;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>A host and a sandbox on free ports and a temporary folder, with one tenant: all gone when the demo ends.</summary>
internal sealed class DemoStage : IAsyncDisposable
{
    private readonly DirectoryInfo folder;
    private readonly WebApplication app;
    private readonly WebhookSecret secret;
    private readonly HttpClient http = new();

    private DemoStage(DirectoryInfo folder, SandboxServer sandbox, WebApplication app, WebhookSecret secret)
    {
        this.folder = folder;
        this.app = app;
        this.secret = secret;
        Sandbox = sandbox;
        Payments = new PaymentDesk(app.Services);
    }

    public SandboxServer Sandbox { get; }

    public SandboxAdministration Books => Sandbox.Books.First;

    /// <summary>What Perfectview was told of payments.</summary>
    public CallbackReceiver Perfectview => Sandbox.Books.Receiver;

    public PaymentDesk Payments { get; }

    /// <param name="configure">What takes the place of something, such as another store; null for a local host as it is.</param>
    public static async Task<DemoStage> SetUpAsync(Action<WebApplicationBuilder>? configure, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("perfectviewfunctions-demo-");
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), cancellationToken);
        var settings = new LocalHostSettings
        {
            Data = temporary.FullName,
            Url = "http://127.0.0.1:0",
            Timer = false,
            Product = new ProductSettings
            {
                Books = sandbox.SoapAddress,
                Rest = new RestOptions { Endpoint = sandbox.RestAddress },
                Engine = new EngineOptions
                {
                    CallTimeout = TimeSpan.FromSeconds(5), LeaseLength = TimeSpan.FromSeconds(10), AbsenceMargin = TimeSpan.FromSeconds(1),
                },
                Payments = new PaymentOptions { BookedBefore = TimeSpan.Zero, AskAgainAfter = TimeSpan.Zero },
                Callbacks = new CallbackOptions { FirstRetry = TimeSpan.FromMilliseconds(10) },
            },
        };
        var host = await LocalHostApp.StartAsync(
            settings,
            builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Error);
                configure?.Invoke(builder);
            },
            cancellationToken);
        var webhook = await DemoTenant.AddAsync(host, sandbox, cancellationToken);
        await DemoTenant.IntroduceAsync(host, sandbox, cancellationToken);
        return new DemoStage(temporary, sandbox, host, webhook);
    }

    /// <summary>Sends a signed body and reads the results.</summary>
    public async Task<(int Status, JsonArray Results)> SendAsync(ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var webhook = new Uri(new Uri(app.Urls.First()), $"/api/webhooks/{DemoTenant.Id}");
        using var answer = await new WebhookSender(http, TimeProvider.System).SendAsync(webhook, secret, body, cancellationToken);
        var json = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken));
        return ((int)answer.StatusCode, json?["results"] as JsonArray ?? []);
    }

    /// <summary>Chooses VAT code and account for one more category, and has the invoices retried that were held back for it.</summary>
    public async Task<(int Status, JsonArray Results)> MapAsync(
        string category, string vatCode, string account, CancellationToken cancellationToken)
    {
        using var api = await OperatorClient.CreateAsync(app, cancellationToken);
        var address = new Uri($"api/tenants/{DemoTenant.Id}/vat-mappings", UriKind.Relative);
        using var read = await api.GetAsync(address, cancellationToken);
        var rows = new JsonArray();
        foreach (var row in JsonNode.Parse(await read.Content.ReadAsStringAsync(cancellationToken))!["rows"]!.AsArray())
        {
            var isIt = row!["category"]!.GetValue<string>() == category;
            rows.Add(new JsonObject
            {
                ["category"] = row["category"]!.DeepClone(),
                ["vatCode"] = isIt ? vatCode : row["vatCode"]?.DeepClone(),
                ["account"] = isIt ? account : row["account"]?.DeepClone(),
            });
        }

        using var save = new HttpRequestMessage(HttpMethod.Put, address);
        save.Headers.IfMatch.Add(read.Headers.ETag!);
        save.Content = JsonContent.Create(new JsonObject { ["rows"] = rows, ["retryUnblocked"] = true });
        using var saved = await api.SendAsync(save, cancellationToken);
        var unblocked = JsonNode.Parse(await saved.Content.ReadAsStringAsync(cancellationToken))?["unblocks"] as JsonArray ?? [];
        var results = new JsonArray();
        foreach (var number in unblocked.Select(one => one!["number"]!.GetValue<string>()))
        {
            using var invoice = await api.GetAsync(
                new Uri($"api/tenants/{DemoTenant.Id}/invoices/{Uri.EscapeDataString(number)}", UriKind.Relative), cancellationToken);
            var state = JsonNode.Parse(await invoice.Content.ReadAsStringAsync(cancellationToken))?["state"]?.GetValue<string>();
            results.Add(new JsonObject { ["outcome"] = state });
        }

        return ((int)saved.StatusCode, results);
    }

    /// <summary>A relation as the API shows it; null when it knows none.</summary>
    public async Task<JsonNode?> RelationAsync(string id, CancellationToken cancellationToken)
    {
        using var api = await OperatorClient.CreateAsync(app, cancellationToken);
        using var answer = await api.GetAsync(AddressOf(id), cancellationToken);
        return answer.IsSuccessStatusCode ? JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken)) : null;
    }

    /// <summary>Says which relation in the books it is.</summary>
    /// <param name="choice">As the API takes it.</param>
    public async Task<(int Status, JsonArray Results)> ChooseAsync(string id, JsonObject choice, CancellationToken cancellationToken)
    {
        using var api = await OperatorClient.CreateAsync(app, cancellationToken);
        using var answer = await api.PostAsJsonAsync(AddressOf(id, "/link"), choice, cancellationToken);
        var relation = JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken))?["relation"];
        return ((int)answer.StatusCode, [new JsonObject { ["outcome"] = relation?["state"]?.DeepClone() }]);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        await Sandbox.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static Uri AddressOf(string relation, string what = "") =>
        new($"api/tenants/{DemoTenant.Id}/relations/{Uri.EscapeDataString(relation)}{what}", UriKind.Relative);
}
