using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Web.Gate;

/// <summary>The key by which a program reads the payments of one tenant, sent in <c>X-Read-Key</c>.</summary>
internal sealed class ReadKey(TenantSecrets secrets, TenantStore tenants, TimeProvider time)
{
    public const string Header = "X-Read-Key";

    /// <summary>Whether a key is that of the tenant. For one that does not exist the same is done, and the answer is no; so it is for a retired one.</summary>
    public async Task<bool> IsRightAsync(TenantId id, string offered, CancellationToken cancellationToken)
    {
        // The tenant's row says whether there is a key: what a host still keeps of a deleted one opens nothing.
        var tenant = await tenants.FindAsync(id, cancellationToken);
        var exists = tenant is { State: not TenantState.Retired, Dates.ReadKeyAt: not null };
        var age = SecretAge.SinceChange(tenant?.Dates.ReadKeyAt, time.GetUtcNow());
        var fits = KeyComparison.AreSame(offered, await secrets.ReadKeyAsync(id, age, cancellationToken))
            || KeyComparison.AreSame(offered, await secrets.ReadKeyAsync(id, SecretAge.AfterRefusal, cancellationToken));
        return exists && fits;
    }
}
