using System.Text.Json.Nodes;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>An answer of the API.</summary>
internal sealed record ApiReply(int Status, string Body, string? ETag, string? ContentType)
{
    public static async Task<ApiReply> ReadAsync(HttpResponseMessage answer) => new(
        (int)answer.StatusCode,
        await answer.Content.ReadAsStringAsync(),
        answer.Headers.ETag?.ToString(),
        answer.Content.Headers.ContentType?.MediaType);

    public JsonNode Json => JsonNode.Parse(Body) ?? throw new InvalidOperationException($"{Status} {Body} is no JSON.");

    /// <summary>The code of a problem's reason, if it has one.</summary>
    public string? ReasonCode => Json["reason"]?["code"]?.GetValue<string>();

    /// <summary>The fields that a 422 names.</summary>
    public IEnumerable<string> Pointers => (Json["faults"] as JsonArray ?? []).Select(fault => fault!["pointer"]!.GetValue<string>());
}
