using System.Net;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Perfectview.Signing;

namespace PerfectviewFunctions.LocalHost.Setup;

/// <summary>Makes a linked tenant as an operator does: by the API, call by call. One that was left half made is finished.</summary>
/// <param name="api">With the host's address and the admin key.</param>
internal sealed class TenantSetup(HttpClient api)
{
    /// <param name="settings">What is to differ from the defaults, by the API's names.</param>
    /// <returns>What the tenant's sender signs with.</returns>
    /// <exception cref="HttpRequestException">A step was refused; the message has the API's own words.</exception>
    public async Task<WebhookSecret> AddAsync(
        TenantId id, BookkeepingCredentials credentials, JsonObject settings, VatMapping? mapping, CancellationToken cancellationToken)
    {
        try
        {
            await CallAsync(HttpMethod.Post, "api/tenants", new JsonObject { ["id"] = id.Value }, null, cancellationToken);
        }
        catch (HttpRequestException exception) when (exception.StatusCode == HttpStatusCode.Conflict)
        {
            // It was made before; what follows can be repeated.
        }

        // Before the link: where tenants share an administration, each needs its prefix to be let in.
        await ChangeAsync(HttpMethod.Patch, id, "settings", settings, cancellationToken);
        await CallAsync(
            HttpMethod.Put,
            $"api/tenants/{id}/credentials",
            ToJson(credentials),
            null,
            cancellationToken);
        if (mapping is not null)
        {
            await ChangeAsync(HttpMethod.Put, id, "vat-mappings", ToJson(mapping), cancellationToken);
        }

        var made = await CallAsync(HttpMethod.Post, $"api/tenants/{id}/webhook-secret", new JsonObject(), null, cancellationToken);
        return WebhookSecret.TryParse(made.Json?["secret"]?.GetValue<string>(), out var secret)
            ? secret
            : throw new HttpRequestException($"The host gave '{id}' no webhook secret.");
    }

    /// <summary>Reads what stands there and changes that version of it.</summary>
    private async Task ChangeAsync(HttpMethod method, TenantId id, string what, JsonObject body, CancellationToken cancellationToken)
    {
        var address = $"api/tenants/{id}/{what}";
        var (_, version) = await CallAsync(HttpMethod.Get, address, null, null, cancellationToken);
        await CallAsync(method, address, body, version, cancellationToken);
    }

    private async Task<(JsonNode? Json, string? Version)> CallAsync(
        HttpMethod method, string address, JsonObject? body, string? ifMatch, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        request.Content = body is null ? null : JsonContent.Create(body);
        if (ifMatch is not null)
        {
            request.Headers.Add("If-Match", ifMatch);
        }

        using var answer = await api.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        return answer.IsSuccessStatusCode
            ? (text.Length == 0 ? null : JsonNode.Parse(text), answer.Headers.ETag?.ToString())
            : throw new HttpRequestException($"{method} {address}: {(int)answer.StatusCode} {text}", null, answer.StatusCode);
    }

    private static JsonObject ToJson(BookkeepingCredentials credentials) => credentials switch
    {
        BookkeepingCredentials.Soap soap => new()
        {
            ["userName"] = soap.UserName, ["securityCode1"] = soap.SecurityCode1, ["securityCode2"] = soap.SecurityCode2,
        },
        BookkeepingCredentials.Rest rest => new() { ["token"] = rest.Token },
        _ => throw new ArgumentException("Credentials of an unknown kind.", nameof(credentials)),
    };

    private static JsonObject ToJson(VatMapping mapping) => new()
    {
        ["rows"] = new JsonArray(
        [
            .. mapping.Rows.Select(row => new JsonObject
            {
                ["category"] = row.Key, ["vatCode"] = row.Value.VatCode, ["account"] = row.Value.Account,
            }),
        ]),
    };
}
