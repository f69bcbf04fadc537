using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EBoekhouden.Soap;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.Benchmarks.Payments;

/// <summary>A host with many tenants whose invoices stand in the books of the sandbox, and a clock that a reading can be called to.</summary>
internal sealed class PaymentScene : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("perfectviewfunctions-benchmark-");
    private readonly HourlyClock clock = new();
    private readonly PaymentScenario scenario;
    private readonly SandboxServer sandbox;
    private readonly Meter meter;
    private readonly HttpClient http;
    private WebApplication? app;

    private PaymentScene(PaymentScenario scenario, SandboxServer sandbox)
    {
        this.scenario = scenario;
        this.sandbox = sandbox;
        meter = new Meter(scenario.Latency);
        http = new HttpClient(meter) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public static async Task<PaymentScene> SetUpAsync(PaymentScenario scenario)
    {
        var scene = new PaymentScene(scenario, await PaymentBooks.StartAsync());
        await scene.StartAsync();
        return scene;
    }

    /// <summary>The next planned time has come: what the reading took.</summary>
    public async Task<PaymentReading> ReadAsync()
    {
        clock.NextHour();
        meter.Reset();
        sandbox.Books.Calls.Clear();
        PeakMemory.Begin();
        var (watch, allocated) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes());
        var sync = app!.Services.GetRequiredService<PaymentSync>();
        do
        {
            // As the timer every minute, which goes on where a run's time was up.
            await sync.RunAsync(CancellationToken.None);
        }
        while (sandbox.Books.Calls.Count("GetOpenPosten") < scenario.Administrations && watch.Elapsed < TimeSpan.FromMinutes(20));
        var (took, calls) = (watch.Elapsed, sandbox.Books.Calls);
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        return new PaymentReading(
            took, calls.Count("GetOpenPosten"), calls.Count("GetMutaties"), calls.Total, await ChangedAsync(), meter.MostAtOnce, PeakMemory.Bytes, allocated);
    }

    /// <inheritdoc cref="PaymentBooks.PayOneOfTen"/>
    public void PayOneOfTen() => PaymentBooks.PayOneOfTen(sandbox.Books);

    public async ValueTask DisposeAsync()
    {
        await app!.DisposeAsync();
        http.Dispose();
        await sandbox.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task StartAsync()
    {
        var settings = new LocalHostSettings
        {
            Data = folder.FullName, Url = "http://127.0.0.1:0", Timer = false, Product = new ProductSettings { Books = sandbox.SoapAddress },
        };
        app = await LocalHostApp.StartAsync(settings, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<TimeProvider>(clock);
            builder.Services.AddSingleton<ISecretStore>(new SecretsInMemory());
            builder.Services.AddSingleton<IBookkeeping>(provider => new SoapBookkeeping(
                http, new SoapOptions { Endpoint = sandbox.SoapAddress }, clock, provider.GetRequiredService<ILoggerFactory>()));
        });
        for (var number = 1; number <= scenario.Administrations; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"t{number}");
            var (credentials, invoices) = PaymentBooks.Add(sandbox.Books, name, scenario.Invoices);
            await PaymentStock.AddAsync(app.Services, name, credentials, invoices, clock.GetUtcNow());
        }
    }

    private async Task<int> ChangedAsync()
    {
        var changed = 0;
        var payments = app!.Services.GetRequiredService<PaymentStore>();
        await foreach (var tenant in app.Services.GetRequiredService<TenantStore>().ListAsync(default))
        {
            await foreach (var payment in payments.ListOpenAsync(tenant, default))
            {
                changed += payment.Status.At >= clock.GetUtcNow() - TimeSpan.FromMinutes(30) ? 1 : 0;
            }
        }

        return changed;
    }
}
