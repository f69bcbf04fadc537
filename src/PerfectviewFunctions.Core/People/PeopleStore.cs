using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.People;

/// <summary>Tells who may do what. <see cref="PeopleDesk"/> changes it.</summary>
public sealed class PeopleStore(IRowStore store)
{
    /// <summary>What a person may do with a tenant; null for nothing. Also for a tenant that does not exist: it takes as long.</summary>
    public async Task<Role?> RoleOfAsync(PersonId person, TenantId tenant, CancellationToken cancellationToken) =>
        await store.GetAsync(AccessRows.RowPartition, AccessRows.ByTenant(tenant, person), cancellationToken) is { } row
            ? RoleGrant.Read(person, row).Role
            : null;

    public async Task<bool> IsOperatorAsync(PersonId person, CancellationToken cancellationToken) =>
        await store.GetAsync(AccessRows.RowPartition, AccessRows.Operator(person), cancellationToken) is not null;

    /// <summary>The ids of the tenants that a person has a role for, in order; among them may be retired ones.</summary>
    /// <param name="person">The object id, as the gate tells it.</param>
    public async Task<IReadOnlyList<TenantId>> TenantsOfAsync(string person, CancellationToken cancellationToken)
    {
        if (!PersonId.TryParse(person, out var id))
        {
            return [];
        }

        var prefix = AccessRows.PersonPrefix(id);
        var tenants = new List<TenantId>();
        await foreach (var row in store.QueryPrefixAsync(AccessRows.RowPartition, prefix, cancellationToken))
        {
            tenants.Add(TenantId.Parse(row.Key[prefix.Length..]));
        }

        return tenants;
    }

    /// <summary>Who may do what with a tenant, by object id.</summary>
    public async Task<IReadOnlyList<RoleGrant>> PeopleOfAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var prefix = AccessRows.TenantPrefix(tenant);
        var people = new List<RoleGrant>();
        await foreach (var row in store.QueryPrefixAsync(AccessRows.RowPartition, prefix, cancellationToken))
        {
            people.Add(RoleGrant.Read(AccessRows.PersonOf(row, prefix), row));
        }

        return people;
    }

    /// <summary>The people who run the deployment, by object id. Whoever has the admin key does so too and stands in no list.</summary>
    public async Task<IReadOnlyList<OperatorGrant>> OperatorsAsync(CancellationToken cancellationToken)
    {
        var operators = new List<OperatorGrant>();
        await foreach (var row in store.QueryPrefixAsync(AccessRows.RowPartition, AccessRows.OperatorPrefix, cancellationToken))
        {
            operators.Add(OperatorGrant.Read(AccessRows.PersonOf(row, AccessRows.OperatorPrefix), row));
        }

        return operators;
    }
}
