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
        if (!await FitsAsync(SecretAge.Usual) && !await FitsAsync(SecretAge.AfterRefusal))
        {
            return false;
        }

        // The tenant's row says whether there is a key, and since when: what a host still keeps of one before it opens nothing.
        return await tenants.FindAsync(id, cancellationToken) is { State: not TenantState.Retired, Dates.ReadKeyAt: { } since }
            && await FitsAsync(SecretAge.SinceChange(since, time.GetUtcNow()));

        async Task<bool> FitsAsync(TimeSpan maxAge) => KeyComparison.AreSame(offered, await secrets.ReadKeyAsync(id, maxAge, cancellationToken));
    }
}
