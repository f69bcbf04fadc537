using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.Benchmarks.Load;

/// <summary>A sandbox whose books take their time, and hosts with their timers on one store, as they run for a customer.</summary>
internal sealed class LoadScene(LoadOptions options, SandboxServer sandbox) : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("perfectviewfunctions-benchmark-");
    private readonly List<WebApplication> hosts = [];

    public List<LoadTenant> Tenants { get; } = [];

    public IReadOnlyList<Uri> Hosts => [.. hosts.Select(host => new Uri(host.Urls.First()))];

    public int BooksPort => sandbox.SoapAddress.Port;

    public static async Task<LoadScene> StartAsync(LoadOptions options)
    {
        var scene = new LoadScene(options, await SandboxServer.StartAsync(new SandboxOptions()));
        await scene.StartHostsAsync();
        for (var number = 1; number <= options.Tenants; number++)
        {
            await scene.AddTenantAsync(number);
        }

        if (options.BooksMs > 0)
        {
            scene.Slow();
        }

        return scene;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        await sandbox.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private void Slow() => sandbox.Books.Faults.Add(new Fault(FaultKind.SlowBefore)
    {
        Delay = TimeSpan.FromMilliseconds(options.BooksMs), Times = Fault.UntilCleared,
    });

    private async Task StartHostsAsync()
    {
        var settings = new LocalHostSettings
        {
            Data = folder.FullName,
            Url = "http://127.0.0.1:0",
            Product = new ProductSettings { Books = sandbox.SoapAddress, Intake = new IntakeOptions { PendingPerTenant = options.Pending } },
        };
        for (var number = 0; number < options.Hosts; number++)
        {
            hosts.Add(await LocalHostApp.StartAsync(settings, builder => builder.Logging.ClearProviders()));
        }
    }

    private async Task AddTenantAsync(int number)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"t{number}");
        var (books, user) = options.Sharing && Tenants.Count > 0
            ? (Tenants[0].Books, "t1")
            : (sandbox.Books.AddAdministration(name), name);
        if (user == name)
        {
            sandbox.Books.AddUser(name, SandboxDemo.SecurityCode1, books.SecurityCode2);
        }

        var (id, prefix) = (TenantId.Parse(name), options.Sharing ? name + "-" : "");
        using var api = await OperatorClient.CreateAsync(hosts[0], CancellationToken.None);
        var secret = await new TenantSetup(api).AddAsync(
            id,
            new BookkeepingCredentials.Soap(user, SandboxDemo.SecurityCode1, books.SecurityCode2.ToString("B")),
            new JsonObject { ["bookingsOn"] = true, ["debtorAccount"] = SandboxDemo.DebtorAccount, ["numberPrefix"] = prefix },
            DemoTenant.Mapping,
            CancellationToken.None);
        Tenants.Add(new LoadTenant(id, secret, books, prefix, number <= options.Noisy));
    }
}
