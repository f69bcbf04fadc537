using System.Text.Json;
using Azure;

namespace PerfectviewFunctions.Azure.Vault;

/// <summary>Why the vault refused, by its own codes. Its message is left out of everything: nothing keeps a gateway from repeating the request in it.</summary>
/// <param name="Code">Such as <c>Forbidden</c>; empty when whatever answered doesn't speak as a vault.</param>
/// <param name="Inner">Such as <c>ForbiddenByRbac</c>; empty when there is none.</param>
internal sealed record VaultAnswer(int Status, string Code, string Inner, string RequestId)
{
    /// <summary>No such secret. Another 404 comes from something that is no vault, and says nothing about a secret.</summary>
    public bool IsMissing => Status == 404 && Code == "SecretNotFound";

    /// <summary>The name is taken by a deleted secret, or on its way to being so or back.</summary>
    public bool IsConflict => Status == 409;

    public bool IsDeleted => IsConflict && Inner == "ObjectIsDeletedButRecoverable";

    public bool IsBeingDeleted => IsConflict && Inner == "ObjectIsBeingDeleted";

    /// <summary>What an operator needs to find the call in the vault's own log.</summary>
    public override string ToString() =>
        $"HTTP {Status} {string.Join('/', new[] { Code, Inner }.Where(code => code.Length > 0))}".TrimEnd()
        + (RequestId.Length > 0 ? $", request {RequestId}" : "");

    public static VaultAnswer Of(RequestFailedException refusal)
    {
        var response = refusal.GetRawResponse();
        var (code, inner) = Codes(response?.Content);
        var request = response is not null && response.Headers.TryGetValue("x-ms-request-id", out var text) && Guid.TryParse(text, out var id) ? id.ToString() : "";
        return new VaultAnswer(refusal.Status, code, inner, request);
    }

    private static (string Code, string Inner) Codes(BinaryData? body)
    {
        if (body is null)
        {
            return ("", "");
        }

        try
        {
            using var json = JsonDocument.Parse(body);
            var error = Member(json.RootElement, "error");
            var inner = CodeOf(Member(error, "innererror") ?? Member(error, "innerError"));
            return (CodeOf(error), inner);
        }
        catch (JsonException)
        {
            return ("", "");
        }
    }

    private static string CodeOf(JsonElement? error) =>
        Member(error, "code") is { ValueKind: JsonValueKind.String } code ? Plain(code.GetString()) : "";

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } there && there.TryGetProperty(name, out var member) ? member : null;

    /// <summary>The codes are words of letters; anything else is somebody else's text, which has no place in our messages.</summary>
    private static string Plain(string? text) => text is { Length: <= 64 } && text.All(char.IsAsciiLetter) ? text : "";
}
