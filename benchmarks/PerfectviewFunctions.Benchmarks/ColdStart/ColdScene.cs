using System.Globalization;
using System.Text;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Benchmarks.Scenarios;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.LocalHost.Sending;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.Benchmarks.ColdStart;

/// <summary>A sandbox, and a store as a host leaves it that has booked an invoice: the one that is started cold finds its tenant and debtor there.</summary>
internal sealed class ColdScene : IAsyncDisposable
{
    private readonly TemporaryFolder store = new();
    private readonly SandboxServer sandbox;
    private int invoices;

    private ColdScene(SandboxServer sandbox) => this.sandbox = sandbox;

    public WebhookSecret Secret { get; private set; } = null!;

    public static async Task<ColdScene> SetUpAsync()
    {
        var scene = new ColdScene(await SandboxServer.StartAsync(new SandboxOptions()));
        var settings = new LocalHostSettings
        {
            Data = scene.store.Path, Url = "http://127.0.0.1:0", Timer = false, Product = new ProductSettings { Books = scene.sandbox.SoapAddress },
        };
        await using var app = await LocalHostApp.StartAsync(settings, builder => builder.Logging.ClearProviders());
        scene.Secret = await DemoTenant.AddAsync(app, scene.sandbox, BookkeepingApi.Soap, CancellationToken.None);
        using var http = new HttpClient();
        using var answer = await new WebhookSender(http, TimeProvider.System).SendAsync(
            new Uri(app.Urls.First() + "/api/webhooks/demo"), scene.Secret, scene.NextInvoice(), CancellationToken.None);
        answer.EnsureSuccessStatusCode();
        return scene;
    }

    /// <summary>One for each start: whatever a killed one leaves behind is not there for the next.</summary>
    public TemporaryFolder CopyStore() => FolderCopy.Of(store);

    public IReadOnlyList<string> Settings(TemporaryFolder copy) => ["--Data", copy.Path, "--Books", sandbox.SoapAddress.AbsoluteUri];

    public byte[] NextInvoice()
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"C{++invoices}");
        return Encoding.UTF8.GetBytes(new SentInvoice(number, "K100", 100m, 21m).ToEvent().ToJsonString());
    }

    public async ValueTask DisposeAsync()
    {
        await sandbox.DisposeAsync();
        store.Dispose();
    }
}
