using System.Text;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Setup;

namespace PerfectviewFunctions.EndToEnd.Tests.Settings;

/// <summary>A world with the linked tenant "demo", and what people do with its settings.</summary>
internal sealed class SettingsScene(World world, Host host) : IAsyncDisposable
{
    public const string Settings = "settings";
    public const string Mappings = "vat-mappings";

    public World World => world;

    public Host Host => host;

    public static async Task<SettingsScene> StartAsync(TenantSettings? settings = null)
    {
        var world = await World.CreateAsync();
        var host = await world.AddHostAsync();
        await world.PlantTenantAsync("demo", settings);
        return new SettingsScene(world, host);
    }

    public Task<ApiReply> GetAsync(string what, string tenant = "demo") => host.ApiAsync(HttpMethod.Get, $"/api/tenants/{tenant}/{what}");

    /// <summary>Changes settings under a version.</summary>
    /// <param name="version">As an ETag; null for what stands there now.</param>
    public async Task<ApiReply> PatchAsync(JsonNode change, string? version = null, string tenant = "demo") => await host.ApiAsync(
        HttpMethod.Patch, $"/api/tenants/{tenant}/{Settings}", change, version ?? (await GetAsync(Settings, tenant)).ETag);

    /// <summary>Replaces the mapping under a version.</summary>
    /// <param name="version">As an ETag; null for what stands there now.</param>
    public async Task<ApiReply> PutAsync(JsonArray rows, string? version = null, string tenant = "demo") => await host.ApiAsync(
        HttpMethod.Put, $"/api/tenants/{tenant}/{Mappings}", new JsonObject { ["rows"] = rows }, version ?? (await GetAsync(Mappings, tenant)).ETag);

    /// <summary>A body to the last byte, also one that no JSON writer would make.</summary>
    public async Task<ApiReply> SendAsync(HttpMethod method, string what, string json)
    {
        using var api = await OperatorClient.CreateAsync(host.App, CancellationToken.None);
        using var request = new HttpRequestMessage(method, new Uri($"/api/tenants/demo/{what}", UriKind.Relative))
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("If-Match", "\"0\"");
        using var answer = await api.SendAsync(request);
        return await ApiReply.ReadAsync(answer);
    }

    public Task<ApiReply> PreviewAsync(JsonNode sent, JsonArray? rows = null, JsonNode? settings = null)
    {
        var body = new JsonObject { ["event"] = sent.DeepClone() };
        if (rows is not null)
        {
            body["rows"] = rows;
        }

        if (settings is not null)
        {
            body["settings"] = settings;
        }

        return host.ApiAsync(HttpMethod.Post, "/api/tenants/demo/preview", body);
    }

    /// <summary>The newest entry of the history.</summary>
    public async Task<JsonNode> NewestAsync(string tenant = "demo") => (await GetAsync("history?limit=1", tenant)).Json["entries"]![0]!;

    public static JsonObject Row(string category, string? vatCode, string? account) =>
        new() { ["category"] = category, ["vatCode"] = vatCode, ["account"] = account };

    public static string Text(JsonNode? node) => node!.GetValue<string>();

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
