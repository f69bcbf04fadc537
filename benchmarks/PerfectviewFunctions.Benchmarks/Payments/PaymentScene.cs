using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EBoekhouden.Soap;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.Benchmarks.Payments;

/// <summary>A host with many tenants whose invoices stand in the books of the sandbox, and a clock that a reading can be called to.</summary>
internal sealed class PaymentScene : IAsyncDisposable
{
    private const decimal Total = 121m;

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
        var scene = new PaymentScene(
            scenario,
            await SandboxServer.StartAsync(new SandboxOptions { Switches = new SandboxSwitches { SessionLifetime = TimeSpan.FromDays(365) } }));
        await scene.StartAsync();
        return scene;
    }

    /// <summary>The next planned time has come: what the reading took.</summary>
    public async Task<string> ReadAsync()
    {
        clock.NextHour();
        meter.Reset();
        sandbox.Books.Calls.Clear();
        var (watch, allocated) = (Stopwatch.StartNew(), GC.GetTotalAllocatedBytes());
        var sync = app!.Services.GetRequiredService<PaymentSync>();
        do
        {
            // As the timer every minute, which goes on where a run's time was up.
            await sync.RunAsync(CancellationToken.None);
        }
        while (sandbox.Books.Calls.Count("GetOpenPosten") < scenario.Administrations && watch.Elapsed < TimeSpan.FromMinutes(20));
        watch.Stop();
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        using var self = Process.GetCurrentProcess();
        var (lists, lookUps) = (sandbox.Books.Calls.Count("GetOpenPosten"), sandbox.Books.Calls.Count("GetMutaties"));
        var changed = await ChangedAsync();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{watch.Elapsed.TotalSeconds,7:0.0} {lists,6} {lookUps,9} {changed,8} {meter.MostAtOnce,8} {self.PeakWorkingSet64 >> 20,8} {allocated >> 20,13}");
    }

    /// <summary>Half of every tenth invoice is paid.</summary>
    public void PayOneOfTen()
    {
        foreach (var administration in sandbox.Books.Administrations.Skip(2))
        {
            administration.AddMutations(administration.Mutations.Where((_, index) => index % 10 == 0).Select(invoice => invoice with
            {
                Kind = MutationKind.FactuurbetalingOntvangen,
                Lines = [new SandboxMutationLine(Total / 2, 0, "GEEN", 0, SandboxDemo.DebtorAccount)],
            }).ToList());
        }
    }

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
            await AddTenantAsync(number);
        }
    }

    private async Task AddTenantAsync(int number)
    {
        var services = app!.Services;
        var name = string.Create(CultureInfo.InvariantCulture, $"t{number}");
        var books = sandbox.Books.AddAdministration(name);
        sandbox.Books.AddUser(name, SandboxDemo.SecurityCode1, books.SecurityCode2);
        var invoices = books.AddInvoices(
            scenario.Invoices, "F", "K1", new DateOnly(2026, 3, 2), new SandboxMutationLine(100m, 21m, "HOOG_VERK_21", 21m, "8000"));
        var credentials = new BookkeepingCredentials.Soap(name, SandboxDemo.SecurityCode1, books.SecurityCode2.ToString("B"));
        var administration = (await services.GetRequiredService<AdministrationKeys>().OfAsync(credentials, default))!.Value;
        var tenant = new Tenant(
            TenantId.Parse(name), TenantState.Linked, administration, new TenantSettings { PaymentsOn = true }, VatMapping.Empty);
        await services.GetRequiredService<TenantSecrets>().SetBookkeepingAsync(tenant.Id, credentials, default);
        await services.GetRequiredService<TenantStore>().AddAsync(
            tenant, new HistoryEntry(clock.GetUtcNow(), "benchmark", HistoryKind.TenantCreated, []), default);
        foreach (var batch in invoices.Chunk(RowLimits.BatchRows))
        {
            await services.GetRequiredService<IRowStore>().WriteAsync(
                Partition.Of(tenant.Id), [.. batch.Select(invoice => PaymentRows.ToInsert(BookedAs(invoice, administration)))], default);
        }
    }

    private InvoicePayment BookedAs(SandboxMutation invoice, AdministrationKey administration)
    {
        var now = clock.GetUtcNow();
        return new InvoicePayment(
            invoice.InvoiceNumber, administration, invoice.Number, invoice.InvoiceNumber, invoice.RelationCode, Total, now,
            new PaymentStatus(PaymentState.NotRead, now) { Open = Total })
        {
            Date = invoice.Date, DueDate = invoice.Date.AddDays(14),
        };
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
