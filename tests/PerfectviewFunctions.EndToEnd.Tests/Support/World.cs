using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Web.Hosting;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>
/// A sandbox, a store folder and a clock that stands still, in which one or more hosts run as they do for a user: signed requests over HTTP come in,
/// SOAP or REST over HTTP goes out.
/// </summary>
internal sealed class World : IAsyncDisposable
{
    private static readonly JsonSerializerOptions ApiWords = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    private readonly TemporaryFolder folder;
    private readonly List<Host> hosts = [];
    private readonly Dictionary<TenantId, WebhookSecret> secrets = [];
    private readonly Dictionary<Guid, AdministrationKey> keys = [];

    private World(TemporaryFolder folder, RowPlace rows, SandboxServer sandbox, ManualTimeProvider clock) =>
        (this.folder, Rows, Sandbox, Clock) = (folder, rows, sandbox, clock);

    /// <summary>The demo tenant's settings.</summary>
    public static TenantSettings Settings { get; } = new() { BookingsOn = true, DebtorAccount = SandboxDemo.DebtorAccount };

    public SandboxServer Sandbox { get; }

    public ManualTimeProvider Clock { get; }

    public EngineOptions Engine { get; set; } = new();

    public IntakeOptions Intake { get; set; } = new();

    public PaymentOptions Payments { get; set; } = new();

    public CallbackOptions Callbacks { get; set; } = new();

    public SandboxAdministration Books => Sandbox.Books.First;

    /// <summary>By which API tenants are linked, whose credentials are given as the codes of SOAP or not at all.</summary>
    public BookkeepingApi Api { get; init; } = ApiChoice.Usual;

    public string Folder => folder.Path;

    /// <summary>Where the hosts keep their rows.</summary>
    public RowPlace Rows { get; }

    /// <summary>A sandbox without any host yet.</summary>
    /// <param name="api">Null for what a test gets that does not choose.</param>
    public static async Task<World> CreateAsync(SandboxSwitches? switches = null, RowPlace? rows = null, BookkeepingApi? api = null)
    {
        var (folder, clock) = (new TemporaryFolder(), new ManualTimeProvider());
        return new World(
            folder,
            rows ?? await RowPlace.InAsync(folder.Path),
            await SandboxServer.StartAsync(new SandboxOptions { Clock = clock, Switches = switches ?? new() }),
            clock)
        {
            Api = api ?? ApiChoice.Usual,
        };
    }

    /// <summary>A sandbox without any host yet, whose hosts keep their rows in a file whatever others do.</summary>
    public static async Task<World> CreateOnFileAsync(SandboxSwitches? switches = null)
    {
        var (folder, clock) = (new TemporaryFolder(), new ManualTimeProvider());
        return new World(
            folder,
            new SqliteFile(folder.Path),
            await SandboxServer.StartAsync(new SandboxOptions { Clock = clock, Switches = switches ?? new() }),
            clock);
    }

    /// <summary>A sandbox, a host and the tenant "demo", with all call counts at zero.</summary>
    /// <param name="configure">What the host gets in place of something, or more.</param>
    public static async Task<(World World, Host Host)> StartAsync(
        SandboxSwitches? switches = null, TenantSettings? settings = null, Action<WebApplicationBuilder>? configure = null, BookkeepingApi? api = null)
    {
        var world = await CreateAsync(switches, api: api);
        var host = await world.AddHostAsync(configure);
        await world.AddTenantAsync("demo", settings);
        world.Sandbox.Books.Calls.Clear();
        return (world, host);
    }

    /// <summary>Another host on the same store; its timer is run by hand (<see cref="Host.SweepAsync"/>).</summary>
    public async Task<Host> AddHostAsync(Action<WebApplicationBuilder>? configure = null)
    {
        var settings = new LocalHostSettings
        {
            Data = folder.Path,
            Url = "http://127.0.0.1:0",
            Timer = false,
            Product = new ProductSettings
            {
                Engine = Engine, Intake = Intake, Payments = Payments, Callbacks = Callbacks,
            }.On(Sandbox),
        };
        var logs = new CapturedLogs();
        var app = await LocalHostApp.StartAsync(settings, builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(Clock);
            Rows.Use(builder.Services);
            builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Debug);
            configure?.Invoke(builder);
        });
        var host = new Host(this, app, logs);
        hosts.Add(host);
        return host;
    }

    /// <summary>Stops a host as a restart does: what is under way is finished first.</summary>
    public async Task RemoveHostAsync(Host host)
    {
        hosts.Remove(host);
        await host.StopAsync();
        await host.DisposeAsync();
    }

    /// <summary>Makes a linked tenant as an operator does: by the API of the first host.</summary>
    public async Task<TenantId> AddTenantAsync(
        string name, TenantSettings? settings = null, VatMapping? mapping = null, BookkeepingCredentials? credentials = null)
    {
        var id = TenantId.Parse(name);
        using var api = await OperatorClient.CreateAsync(hosts[0].App, CancellationToken.None);
        secrets[id] = await new TenantSetup(api).AddAsync(
            id,
            Sandbox.CredentialsBy(Api, credentials ?? DemoTenant.Credentials),
            ToJson(settings ?? Settings),
            mapping ?? DemoTenant.Mapping,
            CancellationToken.None);
        if ((credentials ?? DemoTenant.Credentials) is BookkeepingCredentials.Soap codes)
        {
            // An administration that is first known by a token has a key that was made up.
            var linked = await hosts[0].Services.GetRequiredService<TenantStore>().FindAsync(id, CancellationToken.None);
            keys[Guid.Parse(codes.SecurityCode2)] = linked!.Administration!.Value;
        }

        return id;
    }

    /// <summary>Puts a linked tenant into the store as no API would make it: two with one prefix in one administration, a mapping that can't work.</summary>
    public async Task<TenantId> PlantTenantAsync(
        string name, TenantSettings? settings = null, VatMapping? mapping = null, BookkeepingCredentials.Soap? credentials = null, BookkeepingApi? api = null)
    {
        var (id, services, now) = (TenantId.Parse(name), hosts[0].Services, Clock.GetUtcNow());
        var vault = services.GetRequiredService<TenantSecrets>();
        var codes = credentials ?? DemoTenant.Credentials;
        var administration = await KeyOfAsync(codes);
        secrets[id] = WebhookSecret.Generate();
        await vault.SetBookkeepingAsync(id, await StoredAsync(codes, api), CancellationToken.None);
        await vault.SetWebhookAsync(id, new WebhookSecrets(secrets[id].Reveal()), CancellationToken.None);
        Assert.True(await services.GetRequiredService<TenantStore>().AddAsync(
            new Tenant(id, TenantState.Linked, administration, settings ?? Settings, mapping ?? DemoTenant.Mapping),
            new HistoryEntry(now, "test", HistoryKind.TenantCreated, []),
            CancellationToken.None));
        return id;
    }

    /// <summary>The key of an administration: the one that it has since a tenant was linked to it, else the one that security code 2 gives.</summary>
    public async Task<AdministrationKey> KeyOfAsync(BookkeepingCredentials.Soap codes) => keys.TryGetValue(Guid.Parse(codes.SecurityCode2), out var known)
        ? known
        : (await hosts[0].Services.GetRequiredService<AdministrationKeys>().OfAsync(codes, CancellationToken.None))!.Value;

    /// <summary>What a tenant's secret holds by the API of this world, or another.</summary>
    public async Task<BookkeepingCredentials> StoredAsync(BookkeepingCredentials.Soap codes, BookkeepingApi? api = null) =>
        Sandbox.CredentialsBy(api ?? Api, codes) is BookkeepingCredentials.Rest rest ? rest with { Administration = (await KeyOfAsync(codes)).Value } : codes;

    public WebhookSecret SecretOf(TenantId tenant) => secrets[tenant];

    /// <summary>All settings in the API's words.</summary>
    private static JsonObject ToJson(TenantSettings settings) => JsonSerializer.SerializeToNode(settings, ApiWords)!.AsObject();

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.DisposeAsync();
        }

        await Sandbox.DisposeAsync();
        folder.Dispose();
    }
}
