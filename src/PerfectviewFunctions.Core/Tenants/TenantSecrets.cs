using System.Text.Json;
using System.Text.Json.Serialization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.Core.Tenants;

/// <summary>A tenant's secrets by what they are for. Nothing of them is ever printed, logged or put in a row.</summary>
public sealed class TenantSecrets(ISecretStore secrets)
{
    /// <summary>What opens the tenant's administration; null when it has no credentials.</summary>
    /// <param name="maxAge">As in <see cref="SecretAge"/>, here and below.</param>
    public async Task<BookkeepingCredentials?> BookkeepingAsync(TenantId tenant, TimeSpan maxAge, CancellationToken cancellationToken) =>
        await secrets.GetAsync(BookkeepingName(tenant), maxAge, cancellationToken) is { } json
            ? JsonSerializer.Deserialize(json, SecretJson.Default.BookkeepingCredentials)
            : null;

    public Task SetBookkeepingAsync(TenantId tenant, BookkeepingCredentials credentials, CancellationToken cancellationToken) =>
        secrets.SetAsync(
            BookkeepingName(tenant), JsonSerializer.Serialize(credentials, SecretJson.Default.BookkeepingCredentials), cancellationToken);

    /// <summary>What the tenant's sender signs with; null when it has none.</summary>
    public async Task<WebhookSecrets?> WebhookAsync(TenantId tenant, TimeSpan maxAge, CancellationToken cancellationToken) =>
        await secrets.GetAsync(WebhookName(tenant), maxAge, cancellationToken) is { } json
            ? JsonSerializer.Deserialize(json, SecretJson.Default.WebhookSecrets)
            : null;

    public Task SetWebhookAsync(TenantId tenant, WebhookSecrets webhook, CancellationToken cancellationToken) =>
        secrets.SetAsync(WebhookName(tenant), JsonSerializer.Serialize(webhook, SecretJson.Default.WebhookSecrets), cancellationToken);

    /// <summary>Deletes what opens the administration; does nothing when there is none.</summary>
    public Task DeleteBookkeepingAsync(TenantId tenant, CancellationToken cancellationToken) =>
        secrets.DeleteAsync(BookkeepingName(tenant), cancellationToken);

    public Task DeleteWebhookAsync(TenantId tenant, CancellationToken cancellationToken) =>
        secrets.DeleteAsync(WebhookName(tenant), cancellationToken);

    /// <summary>What may read the tenant's payments and open balances, in the form <c>pvr_…</c>; null when there is none.</summary>
    public Task<string?> ReadKeyAsync(TenantId tenant, TimeSpan maxAge, CancellationToken cancellationToken) =>
        secrets.GetAsync(ReadKeyName(tenant), maxAge, cancellationToken);

    public Task SetReadKeyAsync(TenantId tenant, string key, CancellationToken cancellationToken) =>
        secrets.SetAsync(ReadKeyName(tenant), key, cancellationToken);

    public Task DeleteReadKeyAsync(TenantId tenant, CancellationToken cancellationToken) =>
        secrets.DeleteAsync(ReadKeyName(tenant), cancellationToken);

    private static SecretName BookkeepingName(TenantId tenant) => SecretName.ForTenant(tenant, "bookkeeping");

    private static SecretName WebhookName(TenantId tenant) => SecretName.ForTenant(tenant, "webhook");

    private static SecretName ReadKeyName(TenantId tenant) => SecretName.ForTenant(tenant, "read-key");
}

/// <summary>The secret that a sender signs with, and the one before it for as long as that is still taken.</summary>
/// <param name="Current">In the form <c>whsec_…</c>.</param>
public sealed record WebhookSecrets(string Current, string? Previous = null, DateTimeOffset? PreviousUntil = null)
{
    /// <summary>The secrets that count at this moment, the current one first.</summary>
    public IEnumerable<string> ValidAt(DateTimeOffset now) =>
        Previous is not null && now < PreviousUntil ? [Current, Previous] : [Current];

    public override string ToString() => "webhook secrets";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BookkeepingCredentials))]
[JsonSerializable(typeof(WebhookSecrets))]
internal sealed partial class SecretJson : JsonSerializerContext;
