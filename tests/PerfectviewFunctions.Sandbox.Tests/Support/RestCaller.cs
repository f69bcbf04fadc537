using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace PerfectviewFunctions.Sandbox.Tests.Support;

/// <summary>Calls of the REST API written by hand, as the reference prints them.</summary>
public sealed class RestCaller(Uri address) : IDisposable
{
    private readonly HttpClient http = new();

    /// <summary>What goes into the Authorization header; nothing when empty.</summary>
    public string Token { get; set; } = "";

    public async Task<RestReply> OpenAsync(string? apiToken = null, string? source = "test")
    {
        var reply = await SendAsync(
            HttpMethod.Post, "session", new JsonObject { ["accessToken"] = apiToken ?? SandboxDemo.ApiToken, ["source"] = source });
        Token = reply.Status == HttpStatusCode.OK ? (string)reply.Json["token"]! : Token;
        return reply;
    }

    public Task<RestReply> GetAsync(string path) => CallAsync(HttpMethod.Get, path, null);

    public Task<RestReply> PostAsync(string path, JsonObject body) => CallAsync(HttpMethod.Post, path, body);

    public Task<RestReply> PatchAsync(string path, JsonObject body) => CallAsync(HttpMethod.Patch, path, body);

    /// <summary>A call in the session, opening one when there is none.</summary>
    public async Task<RestReply> CallAsync(HttpMethod method, string path, JsonObject? body)
    {
        if (Token.Length == 0)
        {
            await OpenAsync();
        }

        return await SendAsync(method, path, body);
    }

    public Task<RestReply> SendAsync(HttpMethod method, string path, JsonObject? body) =>
        SendTextAsync(method, path, body?.ToJsonString());

    public async Task<RestReply> SendTextAsync(HttpMethod method, string path, string? body, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(method, new Uri(address, "v1/" + path));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }

        if (Token.Length > 0)
        {
            request.Headers.TryAddWithoutValidation("Authorization", Token);
        }

        using var response = await http.SendAsync(request);
        return new RestReply(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.RetryAfter?.Delta);
    }

    public void Dispose() => http.Dispose();
}

public sealed record RestReply(HttpStatusCode Status, string Body, TimeSpan? RetryAfter)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    /// <summary>Of the error; empty when there is none, or when it has no code.</summary>
    public string Code => (int)Status >= 400 && Body.StartsWith('{') ? (string?)Json["code"] ?? "" : "";

    public string Property => (string?)Json["propertyName"] ?? "";

    public long Id => (long)Json["id"]!;

    public IReadOnlyList<JsonObject> Items => [.. Json["items"]!.AsArray().Select(item => item!.AsObject())];

    /// <summary>One property of every item.</summary>
    public IReadOnlyList<string> All(string name) => [.. Items.Select(item => item[name]!.ToString())];
}
