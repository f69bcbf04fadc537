using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>Opens the books for a tenant, if it is linked, its credentials open that administration, and its connection does not rest.</summary>
internal sealed partial class OpenLinks(
    TenantStore tenants,
    TenantSecrets secrets,
    AdministrationKeys keys,
    Connections connections,
    TimeProvider time,
    ILogger<OpenLinks> logger)
{
    /// <returns>The tenant as it is now with what opens its books; null when nothing may be done for it now.</returns>
    public async Task<OpenLink?> OpenAsync(TenantId id, AdministrationKey administration, CancellationToken cancellationToken)
    {
        if (await tenants.FindAsync(id, cancellationToken) is not { State: TenantState.Linked } tenant || tenant.Administration != administration)
        {
            return null;
        }

        var kept = await secrets.BookkeepingAsync(id, SecretAge.SinceChange(tenant.Dates.CredentialsAt, time.GetUtcNow()), cancellationToken);
        if (await OpensAsync(id, administration, kept, cancellationToken))
        {
            return Of(tenant, kept!);
        }

        // Somebody may have replaced them without a word to the tenant's row.
        var current = await secrets.BookkeepingAsync(id, SecretAge.AfterRefusal, cancellationToken);
        return current != kept && await OpensAsync(id, administration, current, cancellationToken) ? Of(tenant, current!) : null;
    }

    /// <summary>Pauses a connection that the books refused. Credentials that were replaced meanwhile say nothing of those that count now.</summary>
    public async Task PauseAsync(OpenLink link, string code, CancellationToken cancellationToken)
    {
        if (await secrets.BookkeepingAsync(link.Tenant.Id, SecretAge.AfterRefusal, cancellationToken) == link.Credentials)
        {
            await connections.PauseAsync(link.Tenant.Id, link.Credentials, code);
        }
    }

    /// <summary>Row and secret are not written in one step: the API is that of the credentials.</summary>
    private static OpenLink Of(Tenant tenant, BookkeepingCredentials credentials) => new(tenant with { Api = credentials.Api }, credentials);

    private async Task<bool> OpensAsync(
        TenantId id, AdministrationKey administration, BookkeepingCredentials? credentials, CancellationToken cancellationToken)
    {
        if (credentials is null)
        {
            return false;
        }

        // Tenant and secret are not written in one step: what opens another administration opens nothing here.
        if (await keys.OfAsync(credentials, cancellationToken) != administration)
        {
            Log.OtherAdministration(logger, id.Value);
            return false;
        }

        return await connections.IsOpenAsync(id, credentials, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The credentials of {Tenant} open another administration than the one it is linked to; its work waits")]
        public static partial void OtherAdministration(ILogger logger, string tenant);
    }
}

/// <summary>A tenant, and what opens its books at this moment.</summary>
internal sealed record OpenLink(Tenant Tenant, BookkeepingCredentials Credentials);
