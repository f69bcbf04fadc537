using System.Text.Json.Nodes;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>An answer to a webhook call.</summary>
internal sealed record Reply(int Status, string Body, string? ContentType)
{
    public static async Task<Reply> ReadAsync(HttpResponseMessage answer) => new(
        (int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Content.Headers.ContentType?.MediaType);

    public JsonArray Results => JsonNode.Parse(Body)?["results"] as JsonArray ?? throw new InvalidOperationException($"No results in {Status} {Body}");

    public string Outcome => Results[0]!["outcome"]!.GetValue<string>();

    public string? ReasonCode => Results[0]!["reason"]?["code"]?.GetValue<string>();

    public long? MutationNumber => Results[0]!["mutationNumber"]?.GetValue<long>();
}
