using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.EndToEnd.Tests.Access;

/// <summary>A host behind a front end that signs people in, with the tenants demo and other, gone, which is retired, and people with roles.</summary>
internal sealed class AccessWorld : IAsyncDisposable
{
    public const string Anna = "6b1f0a5e-0d5c-4d8f-9a52-000000000001";
    public const string Bram = "6b1f0a5e-0d5c-4d8f-9a52-000000000002";
    public const string Chris = "6b1f0a5e-0d5c-4d8f-9a52-000000000003";
    public const string Stranger = "6b1f0a5e-0d5c-4d8f-9a52-000000000009";

    private AccessWorld(World world, Host host) => (World, Host) = (world, host);

    public World World { get; }

    public Host Host { get; }

    /// <summary>Anna is bookkeeper of demo and was so of gone, Bram viewer of demo, Chris operator; all told through the API.</summary>
    public static async Task<AccessWorld> StartAsync(GateOptions? options = null)
    {
        var world = await World.CreateAsync();
        var host = await world.AddHostAsync(builder =>
            builder.Services.AddSingleton(options ?? new GateOptions { TrustPrincipalHeader = true, TrustForwardedFor = true }));
        foreach (var tenant in new[] { "demo", "other", "gone" })
        {
            await world.AddTenantAsync(tenant, new TenantSettings { BookingsOn = true, NumberPrefix = tenant + "-" });
        }

        foreach (var (address, role) in new[]
        {
            ($"/api/tenants/demo/people/{Anna}", "bookkeeper"), ($"/api/tenants/gone/people/{Anna}", "bookkeeper"), ($"/api/tenants/demo/people/{Bram}", "viewer"),
        })
        {
            Xunit.Assert.Equal(200, (await host.ApiAsync(HttpMethod.Put, address, new JsonObject { ["role"] = role })).Status);
        }

        Xunit.Assert.Equal(200, (await host.ApiAsync(HttpMethod.Put, $"/api/operators/{Chris}", new JsonObject())).Status);
        await host.SetStateAsync("gone", TenantState.Retired);
        return new AccessWorld(world, host);
    }

    /// <summary>A call as a person's browser makes it, after the front end added who he is.</summary>
    public Task<Seen> CallAsync(string? person, HttpMethod method, string address, JsonNode? body = null, params (string Name, string Value)[] headers) =>
        CallAsync(Host, person, method, address, body, headers);

    public static async Task<Seen> CallAsync(
        Host host, string? person, HttpMethod method, string address, JsonNode? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        if (person is not null)
        {
            request.Headers.Add("X-MS-CLIENT-PRINCIPAL", PrincipalOf(person));
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString()))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            };
        }

        using var answer = await host.Http.SendAsync(request);
        return await Seen.ReadAsync(answer);
    }

    public async Task<string> AdminKeyAsync() =>
        (await Host.Services.GetRequiredService<ISecretStore>().GetAsync(SecretName.ForDeployment("admin-key"), SecretAge.Now, CancellationToken.None))!;

    public async ValueTask DisposeAsync() => await World.DisposeAsync();

    private static string PrincipalOf(string person) => Convert.ToBase64String(Encoding.UTF8.GetBytes(new JsonObject
    {
        ["auth_typ"] = "aad",
        ["claims"] = new JsonArray(
            new JsonObject { ["typ"] = "http://schemas.microsoft.com/identity/claims/objectidentifier", ["val"] = person },
            new JsonObject { ["typ"] = "name", ["val"] = "Person " + person[^1] }),
    }.ToJsonString()));
}

/// <summary>All that a caller can tell an answer by, but the time.</summary>
internal sealed record Seen(int Status, string Body, string Headers)
{
    public int? RetryAfter { get; private init; }

    public JsonNode Json => JsonNode.Parse(Body)!;

    public static async Task<Seen> ReadAsync(HttpResponseMessage answer) => new(
        (int)answer.StatusCode,
        await answer.Content.ReadAsStringAsync(),
        string.Join('\n', answer.Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key != "Date")
            .Select(header => $"{header.Key}: {string.Join(',', header.Value)}")
            .Order(StringComparer.Ordinal)))
    {
        RetryAfter = answer.Headers.RetryAfter is { } wait ? int.Parse(wait.ToString(), CultureInfo.InvariantCulture) : null,
    };
}
