using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Perfectview.Signing;

namespace PerfectviewFunctions.LocalHost.Setup;

/// <summary>Makes a linked tenant in one go, credentials proven by reading the ledger accounts.</summary>
internal sealed class NewTenant(TenantStore tenants, TenantSecrets secrets, AdministrationKeys keys, IBookkeeping books, TimeProvider time)
{
    /// <returns>What its sender signs with.</returns>
    /// <exception cref="InvalidOperationException">The books do not take the credentials, or the id is taken.</exception>
    public async Task<WebhookSecret> AddAsync(
        TenantId id, BookkeepingCredentials credentials, TenantSettings settings, VatMapping mapping, CancellationToken cancellationToken)
    {
        if (await books.ReadLedgerAccountsAsync(credentials, cancellationToken) is not Answer<IReadOnlyList<LedgerAccount>>.Success)
        {
            throw new InvalidOperationException($"The books do not take the credentials of '{id}'.");
        }

        var administration = await keys.OfAsync(credentials, cancellationToken)
            ?? throw new InvalidOperationException($"Security code 2 of '{id}' is no GUID.");
        var webhook = WebhookSecret.Generate();
        await secrets.SetBookkeepingAsync(id, credentials, cancellationToken);
        await secrets.SetWebhookAsync(id, new WebhookSecrets(webhook.Reveal()), cancellationToken);
        var now = time.GetUtcNow();
        var tenant = new Tenant(id, TenantState.Linked, administration, settings, mapping)
        {
            Dates = new TenantDates { CreatedAt = now, LinkedAt = now, CredentialsAt = now, WebhookSecretAt = now },
        };
        return await tenants.AddAsync(tenant, new HistoryEntry(now, "setup", HistoryKind.TenantCreated, []), cancellationToken)
            ? webhook
            : throw new InvalidOperationException($"There is a tenant '{id}' already.");
    }
}
