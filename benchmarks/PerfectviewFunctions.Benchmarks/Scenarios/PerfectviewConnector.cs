using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>The product in this process, on SQLite in a folder of its own, with its timers, as it runs for a customer.</summary>
internal sealed class PerfectviewConnector(WebApplication app, DirectoryInfo folder) : IConnector
{
    /// <param name="timer">Whether what was left waiting is picked up every minute.</param>
    /// <param name="configure">What is put in place of something.</param>
    public static async Task<PerfectviewConnector> StartAsync(Uri books, bool timer = true, Action<WebApplicationBuilder>? configure = null)
    {
        var folder = Directory.CreateTempSubdirectory("perfectviewfunctions-benchmark-");
        var settings = new LocalHostSettings
        {
            Data = folder.FullName, Url = "http://127.0.0.1:0", Timer = timer, Product = new ProductSettings { Books = books },
        };
        return new PerfectviewConnector(
            await LocalHostApp.StartAsync(settings, builder =>
            {
                builder.Logging.ClearProviders();
                configure?.Invoke(builder);
            }),
            folder);
    }

    /// <summary>Makes a customer's tenant by the API of a host.</summary>
    public static async Task<Customer> AddAsync(HttpClient api, string name, SandboxAdministration books, IReadOnlyList<Uri> hosts)
    {
        var secret = await new TenantSetup(api).AddAsync(
            TenantId.Parse(name),
            new BookkeepingCredentials.Soap(name, SandboxDemo.SecurityCode1, books.SecurityCode2.ToString("B")),
            new JsonObject { ["bookingsOn"] = true, ["paymentsOn"] = true, ["debtorAccount"] = SandboxDemo.DebtorAccount },
            DemoTenant.Mapping,
            CancellationToken.None);
        return new Customer(name, books, secret, [.. hosts.Select(host => new Uri(host, $"/api/webhooks/{name}"))]);
    }

    public async Task<Customer> AddAsync(string name, SandboxAdministration books)
    {
        using var api = await OperatorClient.CreateAsync(app, CancellationToken.None);
        return await AddAsync(api, name, books, [new Uri(app.Urls.First())]);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
