using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Benchmarks.Payments;
using PerfectviewFunctions.Benchmarks.Reporting;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>What the host needs as a process of its own: memory at most, and processor time per invoice.</summary>
internal sealed class MemoryScenario : IScenario
{
    private const int Customers = 10;
    private const string Tenant = "t1";

    private static readonly (string Name, IReadOnlyList<(string Name, string Value)> Variables)[] Settings =
    [
        ("as it is shipped", []),
        ("with a heap for each processor (DOTNET_gcServer=1)", [("DOTNET_gcServer", "1")]),
    ];

    public string Name => "memory";

    public string Title => "Memory and processor of a host";

    public async Task<ScenarioReport> RunAsync(CompareOptions options)
    {
        var rows = new List<FigureRow>();
        foreach (var (name, variables) in options.Quick ? Settings[..1] : Settings)
        {
            IReadOnlyList<FigureRow> measured =
            [
                .. await InvoicesAsync(name, variables, options),
                await PaymentsAsync(name, variables, options.Quick ? 1000 : 10_000),
            ];
            rows.AddRange(measured.Select(row => row with { Figures = [.. row.Figures, new Figure("above idle", row["peak"] - measured[0]["peak"], "MB")] }));
        }

        return new ScenarioReport(
            Name,
            Title,
            [new FigureTable("A process of its own; the peak is the most that was resident since its start.", rows)],
            "Books that take no time. Invoices come from ten tenants at once. The first are dear since the program is compiled while it runs. Most of what is held when idle is the runtime and the program's own code.");
    }

    private static async Task<IReadOnlyList<FigureRow>> InvoicesAsync(string name, IReadOnlyList<(string Name, string Value)> variables, CompareOptions options)
    {
        HostsConnector? connector = null;
        await using var scene = await Scene.StartAsync(async books => connector = await HostsConnector.StartAsync(books, 1, variables), 0, options.Seed);
        var host = connector!.Hosts[0];
        await Task.Delay(TimeSpan.FromSeconds(2));
        var idle = host.PeakMb;
        await scene.AddCustomersAsync(Customers);
        var plan = new SenderPlan(Customers, 1, options.Quick ? 10 : 100, 1);
        return
        [
            new FigureRow("idle", name, new Figure("peak", idle, "MB")),
            await BookAsync($"the first {plan.Invoices} invoices"),
            await BookAsync($"{plan.Invoices} more"),
        ];

        async Task<FigureRow> BookAsync(string point)
        {
            var before = host.Processor;
            var booked = await Throughput.MeasureAsync(scene, plan);
            return new FigureRow(
                point,
                name,
                new Figure("peak", host.PeakMb, "MB"),
                new Figure("processor per invoice", (host.Processor - before).TotalMilliseconds / plan.Invoices, "ms"),
                booked.First(figure => figure.Name == Throughput.Booked));
        }
    }

    private static async Task<FigureRow> PaymentsAsync(string name, IReadOnlyList<(string Name, string Value)> variables, int count)
    {
        await using var sandbox = await PaymentBooks.StartAsync();
        var folder = Directory.CreateTempSubdirectory("perfectviewfunctions-benchmark-");
        try
        {
            var adminKey = await PrepareAsync(folder, sandbox, count);
            using var host = await HostProcess.StartAsync(folder, sandbox.SoapAddress, timer: false, variables);
            using var api = host.Operator(adminKey);
            var (watch, before) = (Stopwatch.StartNew(), host.Processor);
            using var answer = await api.PostAsync(new Uri($"api/tenants/{Tenant}/payments/sync", UriKind.Relative), null);
            answer.EnsureSuccessStatusCode();
            return new FigureRow(
                $"a reading of {count} open invoices, all for the first time",
                name,
                new Figure("peak", host.PeakMb, "MB"),
                new Figure("took", watch.Elapsed.TotalSeconds, "s"),
                new Figure("processor", (host.Processor - before).TotalSeconds, "s"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <returns>The admin key of hosts on this folder.</returns>
    private static async Task<string> PrepareAsync(DirectoryInfo folder, SandboxServer sandbox, int count)
    {
        var settings = new LocalHostSettings
        {
            Data = folder.FullName, Url = "http://127.0.0.1:0", Timer = false, Product = new ProductSettings { Books = sandbox.SoapAddress },
        };
        await using var app = await LocalHostApp.StartAsync(settings, builder => builder.Logging.ClearProviders());
        var (credentials, invoices) = PaymentBooks.Add(sandbox.Books, Tenant, count);
        await PaymentStock.AddAsync(app.Services, Tenant, credentials, invoices, DateTimeOffset.UtcNow.AddHours(-1));
        return (await app.Services.GetRequiredService<AdminKey>().GetOrMakeAsync(CancellationToken.None)).Value;
    }
}
