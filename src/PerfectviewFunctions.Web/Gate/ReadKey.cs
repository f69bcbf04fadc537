using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Web.Gate;

/// <summary>The key by which a program reads the payments of one tenant, sent in <c>X-Read-Key</c>.</summary>
internal sealed class ReadKey(TenantSecrets secrets, TenantStore tenants)
{
    public const string Header = "X-Read-Key";

    /// <summary>Whether a key is that of the tenant. For one that does not exist the same is done, and the answer is no; so it is for a retired one.</summary>
    public async Task<bool> IsRightAsync(TenantId tenant, string offered, CancellationToken cancellationToken) =>
        KeyComparison.AreSame(offered, await secrets.ReadKeyAsync(tenant, cancellationToken))
        && await tenants.FindAsync(tenant, cancellationToken) is { State: not TenantState.Retired };
}
