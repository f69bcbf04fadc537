using System.Runtime.CompilerServices;
using PerfectviewFunctions.Core.People;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

/// <summary>The tenants that somebody may see: his own, or all for an operator, retired ones too.</summary>
internal sealed class VisibleTenants(TenantStore tenants, PeopleStore people)
{
    /// <summary>By id.</summary>
    /// <param name="after">The id after which to go on; empty for the start.</param>
    public async IAsyncEnumerable<Tenant> ListAsync(
        Caller caller, string after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var id in IdsAsync(caller, cancellationToken))
        {
            // A name in the list without a tenant behind it is left by a creation that died.
            if (string.CompareOrdinal(id.Value, after) > 0
                && await tenants.FindAsync(id, cancellationToken) is { } tenant
                && (caller.IsOperator || tenant.State != TenantState.Retired))
            {
                yield return tenant;
            }
        }
    }

    private async IAsyncEnumerable<TenantId> IdsAsync(Caller caller, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // An operator may be a person who is signed in: what roles he has besides does not matter.
        var ids = caller.IsOperator
            ? tenants.ListAsync(cancellationToken)
            : (await people.TenantsOfAsync(caller.Person ?? "", cancellationToken)).ToAsyncEnumerable();
        await foreach (var id in ids)
        {
            yield return id;
        }
    }
}
