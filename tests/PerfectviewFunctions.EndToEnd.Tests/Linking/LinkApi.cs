using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Linking;

/// <summary>The calls of this part of the API, as a settings page makes them.</summary>
internal static class LinkApi
{
    public static Task<ApiReply> CreateAsync(this Host host, string id, string? name = null) =>
        host.ApiAsync(HttpMethod.Post, "/api/tenants", new JsonObject { ["id"] = id, ["name"] = name });

    public static async Task<JsonNode> TenantAsync(this Host host, string tenant = "demo") =>
        (await host.ApiAsync(HttpMethod.Get, $"/api/tenants/{tenant}")).Json;

    public static Task<ApiReply> SaveAsync(this Host host, JsonObject credentials, string tenant = "demo") =>
        host.ApiAsync(HttpMethod.Put, $"/api/tenants/{tenant}/credentials", credentials);

    /// <summary>Tests what is saved, or what is given.</summary>
    public static Task<ApiReply> TestAsync(this Host host, JsonObject? credentials = null, string tenant = "demo") =>
        host.ApiAsync(HttpMethod.Post, $"/api/tenants/{tenant}/connection-test", credentials ?? []);

    public static Task<ApiReply> UnlinkAsync(this Host host, string tenant = "demo") =>
        host.ApiAsync(HttpMethod.Post, $"/api/tenants/{tenant}/unlink", new JsonObject());

    public static Task<ApiReply> RetireAsync(this Host host, string tenant = "demo") =>
        host.ApiAsync(HttpMethod.Post, $"/api/tenants/{tenant}/retire", new JsonObject());

    public static Task<ApiReply> RotateAsync(this Host host, int? keepPreviousHours = null, string tenant = "demo") => host.ApiAsync(
        HttpMethod.Post, $"/api/tenants/{tenant}/webhook-secret", new JsonObject { ["keepPreviousHours"] = keepPreviousHours });

    public static JsonObject Credentials(
        string userName = SandboxDemo.UserName,
        string code1 = SandboxDemo.SecurityCode1,
        string code2 = SandboxDemo.SecurityCode2,
        bool? confirm = null)
    {
        var sent = new JsonObject { ["userName"] = userName, ["securityCode1"] = code1, ["securityCode2"] = code2 };
        if (confirm is not null)
        {
            sent["confirmOtherAdministration"] = confirm;
        }

        return sent;
    }

    public static JsonObject Token(string token, bool? confirm = null)
    {
        var sent = new JsonObject { ["token"] = token };
        if (confirm is not null)
        {
            sent["confirmOtherAdministration"] = confirm;
        }

        return sent;
    }

    /// <summary>What opens the sandbox's second administration.</summary>
    public static JsonObject Second(bool? confirm = null) => Credentials(code2: SandboxDemo.SecondSecurityCode2, confirm: confirm);

    public static string ConnectionOf(JsonNode tenant) => tenant["connection"]!["state"]!.GetValue<string>();

    public static string? ReasonOf(JsonNode test) => test["reason"]?["code"]?.GetValue<string>();

    public static void AssertStatus(int expected, ApiReply reply) => Assert.True(expected == reply.Status, $"{reply.Status} {reply.Body}");
}
