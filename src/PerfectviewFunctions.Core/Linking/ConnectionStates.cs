using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>Finds out what stands between a tenant and its books, without asking them.</summary>
public sealed class ConnectionStates
{
    private readonly TenantSecrets secrets;
    private readonly AdministrationKeys keys;
    private readonly Connections connections;

    internal ConnectionStates(TenantSecrets secrets, AdministrationKeys keys, Connections connections)
    {
        this.secrets = secrets;
        this.keys = keys;
        this.connections = connections;
    }

    public async Task<ConnectionState> OfAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        if (tenant.State != TenantState.Linked)
        {
            return new ConnectionState(ConnectionStateKind.NotLinked, Reason.Of(ReasonCode.NotLinked)) { Since = tenant.Dates.UnlinkedAt };
        }

        if (await secrets.BookkeepingAsync(tenant.Id, SecretAge.Now, cancellationToken) is not { } credentials)
        {
            return new ConnectionState(ConnectionStateKind.Paused, Reason.Of(ReasonCode.CredentialsMissing));
        }

        if (await keys.OfAsync(credentials, cancellationToken) != tenant.Administration)
        {
            return new ConnectionState(ConnectionStateKind.Paused, Reason.Of(ReasonCode.CredentialsOfAnother));
        }

        return await connections.PauseOfAsync(tenant.Id, cancellationToken) is { } pause
            ? new ConnectionState(ConnectionStateKind.Paused, pause.Reason) { Since = pause.Since, NextTryAt = pause.ProbeAt }
            : new ConnectionState(ConnectionStateKind.Working);
    }
}
