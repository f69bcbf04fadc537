using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Testing.Storage;
using PerfectviewFunctions.Testing.Telemetry;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Tests.Support;

/// <summary>A gate with people, tenants, keys and a clock that stands still.</summary>
internal sealed class Scene
{
    public const string RightKey = "the right key";
    public const string ReadKeyOfDemo = "pvr_demo";

    public static readonly PersonId Anna = Person(1);
    public static readonly PersonId Bram = Person(2);
    public static readonly PersonId Chris = Person(3);
    public static readonly PersonId Nobody = Person(9);

    private static readonly Actor Setup = new("setup");

    private readonly EndpointGate gate;

    public Scene(GateOptions? options = null)
    {
        var used = options ?? new GateOptions { TrustPrincipalHeader = true, TrustForwardedFor = true };
        var tenants = new TenantStore(Store);
        People = new PeopleStore(Store);
        Desk = new PeopleDesk(Store, new TenantHistory(Store), Clock, NullLogger<PeopleDesk>.Instance);
        gate = new EndpointGate(
            new CallerFinder(new AdminKey(Secrets), new ReadKey(new TenantSecrets(Secrets), tenants, Clock), People, used),
            new Admission(People, tenants),
            new FailedAttempts(used, Clock),
            new Doors(used, Clock),
            used,
            Clock,
            new Measures(new Meters()),
            NullLogger<EndpointGate>.Instance);
    }

    public MemorySecrets Secrets { get; } = new() { ["deployment--admin-key"] = RightKey };

    public InMemoryRowStore Store { get; } = new();

    public ManualTimeProvider Clock { get; } = new();

    public PeopleStore People { get; }

    public PeopleDesk Desk { get; }

    /// <summary>Anna is bookkeeper of demo and of gone, which is retired, Bram viewer of demo, Chris operator; other is nobody's.</summary>
    public static async Task<Scene> WithPeopleAsync(GateOptions? options = null)
    {
        var scene = new Scene(options);
        await scene.AddTenantAsync("demo", TenantState.Linked);
        await scene.AddTenantAsync("other", TenantState.Linked);
        await scene.AddTenantAsync("gone", TenantState.Retired);
        await scene.Desk.GrantAsync(TenantId.Parse("demo"), Anna, Role.Bookkeeper, "Anna", Setup, default);
        await scene.Desk.GrantAsync(TenantId.Parse("gone"), Anna, Role.Bookkeeper, "Anna", Setup, default);
        await scene.Desk.GrantAsync(TenantId.Parse("demo"), Bram, Role.Viewer, null, Setup, default);
        await scene.Desk.GrantOperatorAsync(Chris, "Chris", Setup, default);
        scene.Secrets["tenant-demo--read-key"] = ReadKeyOfDemo;
        scene.Secrets["tenant-gone--read-key"] = "pvr_gone";
        scene.Store.ForgetCounts();
        return scene;
    }

    public static PersonId Person(int number) =>
        PersonId.TryParse($"6b1f0a5e-0d5c-4d8f-9a52-{number:D12}", out var person) ? person : throw new ArgumentOutOfRangeException(nameof(number));

    /// <summary>The header that App Service writes for an account of Entra.</summary>
    public static string PrincipalOf(PersonId person, string? name = "Anna de Vries") => Encode(new JsonObject
    {
        ["auth_typ"] = "aad",
        ["claims"] = new JsonArray(
            [
                Claim("http://schemas.microsoft.com/identity/claims/objectidentifier", person.Value),
                .. name is null ? Array.Empty<JsonNode>() : [Claim("name", name)],
            ]),
        ["name_typ"] = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        ["role_typ"] = "http://schemas.microsoft.com/ws/2008/06/identity/claims/role",
    });

    public static JsonNode Claim(string type, string value) => new JsonObject { ["typ"] = type, ["val"] = value };

    public static string Encode(JsonNode principal) => Convert.ToBase64String(Encoding.UTF8.GetBytes(principal.ToJsonString()));

    /// <summary>Runs an endpoint through the gate as a host does.</summary>
    public async Task<Ran> RunAsync(IEndpoint endpoint, Action<HttpRequest>? change = null, CancellationToken cancellationToken = default)
    {
        var context = Ran.NewContext();
        context.Request.Method = endpoint.Definition.Method ?? HttpMethods.Get;
        context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse("192.0.2.1");
        change?.Invoke(context.Request);
        return await Ran.AnswerAsync(context, await gate.RunAsync(endpoint, context.Request, cancellationToken));
    }

    private async Task AddTenantAsync(string name, TenantState state)
    {
        var tenant = new Tenant(TenantId.Parse(name), state, null, new TenantSettings(), VatMapping.Empty)
        {
            Dates = new TenantDates { ReadKeyAt = name == "other" ? null : Clock.GetUtcNow() },
        };
        await new TenantStore(Store).AddAsync(tenant, new HistoryEntry(Clock.GetUtcNow(), "setup", HistoryKind.TenantCreated, []), default);
    }
}
