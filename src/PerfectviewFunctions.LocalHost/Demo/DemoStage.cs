using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.LocalHost.Sending;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Sandbox;

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
    }

    public SandboxServer Sandbox { get; }

    public SandboxAdministration Books => Sandbox.Books.First;

    public static async Task<DemoStage> SetUpAsync(CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("perfectviewfunctions-demo-");
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions(), cancellationToken);
        var settings = new LocalHostSettings
        {
            Data = temporary.FullName,
            Url = "http://127.0.0.1:0",
            Books = sandbox.SoapAddress,
            Timer = false,
            Engine = new EngineOptions
            {
                CallTimeout = TimeSpan.FromSeconds(5), LeaseLength = TimeSpan.FromSeconds(10), AbsenceMargin = TimeSpan.FromSeconds(1),
            },
        };
        var host = await LocalHostApp.StartAsync(
            settings, builder => builder.Logging.SetMinimumLevel(LogLevel.Error), cancellationToken);
        var webhook = await DemoTenant.AddAsync(host, cancellationToken);
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

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
        await Sandbox.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
