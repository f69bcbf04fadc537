using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Testing.Storage;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.Web.Tests.Support;

/// <summary>
/// The endpoints on Kestrel, over a store in memory and books that take everything. The tenants demo and other are linked, in administrations of
/// their own, parted is not any more; Anna is bookkeeper of demo, Bram its viewer.
/// </summary>
internal sealed class KestrelScene : IAsyncDisposable
{
    private static readonly WebhookSecret Secret = WebhookSecret.Generate();
    private static readonly Actor Setup = new("setup");

    private readonly WebApplication app;
    private readonly HttpClient http;
    private int sent;

    private KestrelScene(WebApplication app) => (this.app, http) = (app, new HttpClient { BaseAddress = new Uri(app.Urls.First()) });

    public InMemoryRowStore Store => (InMemoryRowStore)app.Services.GetRequiredService<IRowStore>();

    public FakeBooks Books => (FakeBooks)app.Services.GetRequiredService<IBookkeeping>();

    private PeopleDesk People => app.Services.GetRequiredService<PeopleDesk>();

    public static async Task<KestrelScene> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new ManualTimeProvider());
        builder.Services.AddSingleton(new GateOptions { TrustPrincipalHeader = true });
        builder.Services.AddSingleton<ISecretStore>(new MemorySecrets());
        builder.Services.AddSingleton<IRowStore>(new InMemoryRowStore());
        builder.Services.AddSingleton<IBookkeeping>(new FakeBooks());
        builder.Services.AddSingleton<IPaymentTimes>(new PaymentTimes(new PaymentOptions().Schedule));
        builder.Services.AddPerfectviewCore(new CoreOptions()).AddPerfectviewWeb();
        var built = builder.Build();
        var gate = built.Services.GetRequiredService<EndpointGate>();
        foreach (var endpoint in built.Services.GetServices<IEndpoint>().Where(endpoint => endpoint.Definition.Method is not null))
        {
            RequestDelegate run = async context =>
                await (await gate.RunAsync(endpoint, context.Request, context.RequestAborted)).ExecuteAsync(context);
            built.MapMethods(endpoint.Definition.Route, [endpoint.Definition.Method!], run);
        }

        await built.StartAsync();
        var scene = new KestrelScene(built);
        await scene.AddTenantAsync("demo", TenantState.Linked, 1);
        await scene.AddTenantAsync("other", TenantState.Linked, 2);
        await scene.AddTenantAsync("parted", TenantState.Unlinked, 3);
        await scene.GrantAnnaAsync("demo");
        await scene.People.GrantAsync(TenantId.Parse("demo"), Scene.Bram, Role.Viewer, "Bram", Setup, default);
        return scene;
    }

    /// <summary>Makes Anna bookkeeper of a tenant.</summary>
    public Task GrantAnnaAsync(string tenant) => People.GrantAsync(TenantId.Parse(tenant), Scene.Anna, Role.Bookkeeper, "Anna", Setup, default);

    public async Task<Tenant> TenantAsync(string name = "demo") =>
        await app.Services.GetRequiredService<TenantStore>().FindAsync(TenantId.Parse(name), default) ?? throw new InvalidOperationException(name);

    /// <summary>A call by Anna, who is bookkeeper of demo, unless it is said by whom.</summary>
    public Task<Called> GetAsync(string address, PersonId? by = null) => CallAsync(HttpMethod.Get, address, null, by);

    public Task<Called> PostAsync(string address, string? json = null, PersonId? by = null) => CallAsync(HttpMethod.Post, address, json, by);

    /// <summary>Sends an event as the tenant's sender does.</summary>
    public async Task<Called> SendAsync(string json, string tenant = "demo")
    {
        var (id, at, body) = ($"msg_{++sent}", app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), Encoding.UTF8.GetBytes(json));
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/webhooks/{tenant}", UriKind.Relative)) { Content = Json(json) };
        request.Headers.Add(WebhookHeaders.Id, id);
        request.Headers.Add(WebhookHeaders.Timestamp, StandardWebhooks.FormatTimestamp(at));
        request.Headers.Add(WebhookHeaders.Signature, StandardWebhooks.Sign(Secret, id, at, body));
        return await CallAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    private async Task<Called> CallAsync(HttpMethod method, string address, string? json, PersonId? by)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = json is null ? null : Json(json) };
        request.Headers.Add(Principal.Header, Scene.PrincipalOf(by ?? Scene.Anna));
        return await CallAsync(request);
    }

    private async Task<Called> CallAsync(HttpRequestMessage request)
    {
        using var answer = await http.SendAsync(request);
        return new Called((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static ByteArrayContent Json(string json) => new(Encoding.UTF8.GetBytes(json))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
    };

    private async Task AddTenantAsync(string name, TenantState state, int number)
    {
        var (id, vault) = (TenantId.Parse(name), app.Services.GetRequiredService<TenantSecrets>());
        var credentials = new BookkeepingCredentials.Soap("user", new string('0', 32), $"6B1F0A5E-0D5C-4D8F-9A52-{number:D12}");
        await vault.SetBookkeepingAsync(id, credentials, default);
        await vault.SetWebhookAsync(id, new WebhookSecrets(Secret.Reveal()), default);
        var administration = await app.Services.GetRequiredService<AdministrationKeys>().OfAsync(credentials, default);
        var mapping = new VatMapping(new Dictionary<string, VatMappingRow>(StringComparer.Ordinal) { ["NL_HIGH"] = new("HOOG_VERK_21", "8000") });
        await app.Services.GetRequiredService<TenantStore>().AddAsync(
            new Tenant(id, state, administration, new TenantSettings { BookingsOn = true, RelationsOn = true }, mapping),
            new HistoryEntry(app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), "setup", HistoryKind.TenantCreated, []),
            default);
    }
}

/// <summary>An answer over HTTP.</summary>
internal sealed record Called(int Status, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body) ?? throw new InvalidOperationException($"{Status} {Body} is no JSON.");

    public string? ReasonCode => (string?)Json["reason"]?["code"];

    /// <summary>The fields that a 422 names.</summary>
    public IEnumerable<string> Pointers => (Json["faults"] as JsonArray ?? []).Select(fault => (string)fault!["pointer"]!);
}
