using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting;
using PerfectviewFunctions.Azure;
using PerfectviewFunctions.Chaos.Planning;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.Chaos.Running;

/// <summary>What hosts run on: the books in this process, a folder, the rows' place, and linked tenants.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ChaosOptions options;
    private readonly StorageSettings? tables;
    private readonly Dictionary<string, WebhookSecret> secrets = [];
    private readonly List<SandboxAdministration> administrations = [];

    private Stage(ChaosOptions options, SandboxServer sandbox, StorageSettings? tables) =>
        (this.options, Sandbox, this.tables) = (options, sandbox, tables);

    public SandboxServer Sandbox { get; }

    public SandboxBooks Books => Sandbox.Books;

    public string AdminKey { get; private set; } = "";

    public string Folder => folder.Path;

    /// <summary>What every host process is told.</summary>
    public IReadOnlyList<string> Arguments =>
    [
        $"--Data={folder.Path}",
        "--Url=http://127.0.0.1:0",
        "--Timer=False",
        "--Fast=true",
        "--Quiet=true",
        $"--Books={Sandbox.SoapAddress}",
        .. Sections(),
        .. tables is null ? (string[])[] : [$"--Azurite={tables.ConnectionString}", $"--Table={tables.Table}"],
    ];

    public static async Task<Stage> SetUpAsync(ChaosOptions options, Plan plan)
    {
        var sandbox = await SandboxServer.StartAsync(new SandboxOptions
        {
            Switches = new SandboxSwitches { GetMutatiesPerMonth = 100_000_000, SessionLifetime = TimeSpan.FromDays(1) },
        });
        var storage = options.OnAzurite
            ? new StorageSettings { ConnectionString = (await Azurite.StartedAsync()).ConnectionString, Table = Azurite.NewTable() }
            : null;
        var stage = new Stage(options, sandbox, storage);
        await stage.AddTenantsAsync(plan);
        sandbox.Books.Calls.Clear();
        return stage;
    }

    public WebhookSecret SecretOf(PlannedTenant tenant) => secrets[tenant.Name];

    public SandboxAdministration BooksOf(PlannedTenant tenant) => administrations[tenant.Administration];

    /// <summary>A host in this process, without timers: to set up, and to look.</summary>
    public Task<WebApplication> OpenAsync(TimeProvider? clock = null) => LocalHostApp.StartAsync(
        new LocalHostSettings
        {
            Data = folder.Path,
            Url = "http://127.0.0.1:0",
            Timer = false,
            Product = new ProductSettings
            {
                Books = Sandbox.SoapAddress, Engine = ChaosTimes.Engine, Payments = ChaosTimes.Payments, Callbacks = ChaosTimes.Callbacks,
            },
        },
        builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Error);
            builder.Services.AddSingleton<IHostLifetime, OwnedLifetime>();
            if (clock is not null)
            {
                builder.Services.AddSingleton(clock);
            }

            if (tables is not null)
            {
                builder.Services.AddTableStorage(new AzureSettings { Storage = tables });
            }
        });

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        folder.Dispose();
    }

    private async Task AddTenantsAsync(Plan plan)
    {
        var app = await OpenAsync();
        await using (app)
        {
            AdminKey = (await app.Services.GetRequiredService<AdminKey>().GetOrMakeAsync(default)).Value;
            using var api = await OperatorClient.CreateAsync(app, default);
            foreach (var tenant in plan.Tenants)
            {
                var (userName, code1, code2) = Credentials(tenant.Administration);
                var settings = new JsonObject
                {
                    ["name"] = tenant.Name,
                    ["bookingsOn"] = true,
                    ["relationsOn"] = true,
                    ["paymentsOn"] = true,
                    ["debtorAccount"] = SandboxDemo.DebtorAccount,
                    ["numberPrefix"] = tenant.Prefix,
                    ["callbackAddress"] = Sandbox.CallbackAddress.ToString(),
                };
                var secret = await new TenantSetup(api).AddAsync(
                    tenant.Id, new BookkeepingCredentials.Soap(userName, code1, code2), settings, DemoTenant.Mapping, default);
                secrets.Add(tenant.Name, secret);
                Books.Receiver.SetSecret(tenant.Name, secret.Reveal());
            }
        }
    }

    private (string UserName, string Code1, string Code2) Credentials(int administration)
    {
        if (administration == administrations.Count)
        {
            var added = Books.AddAdministration(string.Create(CultureInfo.InvariantCulture, $"Boeken {administration}"));
            Books.AddUser(UserOf(administration), SandboxDemo.SecurityCode1, added.SecurityCode2);
            administrations.Add(added);
        }

        return (UserOf(administration), SandboxDemo.SecurityCode1, administrations[administration].SecurityCode2.ToString("B"));
    }

    private static string UserOf(int administration) => string.Create(CultureInfo.InvariantCulture, $"user{administration}");

    private IEnumerable<string> Sections()
    {
        var (engine, payments, callbacks) = (ChaosTimes.Engine, ChaosTimes.Payments, ChaosTimes.Callbacks);
        return
        [
            $"--Engine:LeaseLength={engine.LeaseLength}",
            $"--Engine:CallTimeout={engine.CallTimeout}",
            $"--Engine:AbsenceMargin={engine.AbsenceMargin}",
            $"--Engine:RequestBudget={engine.RequestBudget}",
            $"--Engine:SweepBudget={engine.SweepBudget}",
            $"--Engine:FirstRetry={engine.FirstRetry}",
            $"--Engine:ProbeInterval={engine.ProbeInterval}",
            string.Create(CultureInfo.InvariantCulture, $"--Engine:LookupsPerMonth={engine.LookupsPerMonth}"),
            $"--Payments:Schedule={ChaosTimes.ScheduleFor(options.Events)}",
            $"--Payments:BookedBefore={payments.BookedBefore}",
            string.Create(CultureInfo.InvariantCulture, $"--Payments:LookupsPerMonth={payments.LookupsPerMonth}"),
            $"--Callbacks:Timeout={callbacks.Timeout}",
            $"--Callbacks:ClaimMargin={callbacks.ClaimMargin}",
            $"--Callbacks:FirstRetry={callbacks.FirstRetry}",
        ];
    }
}
