using System.Runtime.CompilerServices;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Core.Tenants;

/// <summary>Keeps tenants: a row for state and settings, a row for the VAT mapping, a row in the list of all, a row in the administration.</summary>
public sealed class TenantStore(IRowStore store)
{
    private const string MemberPrefix = "tenant:";

    public async Task<Tenant?> FindAsync(TenantId id, CancellationToken cancellationToken) =>
        (await ReadAsync(id, cancellationToken))?.Tenant;

    /// <summary>As <see cref="FindAsync"/>, but without its VAT mapping, which reads as an empty one: one row read, for who does not book.</summary>
    public async Task<Tenant?> FindWithoutMappingAsync(TenantId id, CancellationToken cancellationToken) =>
        await store.GetAsync(Partition.Of(id), TenantRows.TenantKey, cancellationToken) is { } row ? TenantRows.Read(id, row, mapping: null) : null;

    /// <summary>Whether a tenant was retired by now: one row read.</summary>
    public async Task<bool> IsRetiredAsync(TenantId id, CancellationToken cancellationToken) =>
        await FindWithoutMappingAsync(id, cancellationToken) is { State: TenantState.Retired };

    /// <summary>The tenant with the rows it was read from, to be changed.</summary>
    public async Task<StoredTenant?> ReadAsync(TenantId id, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(Partition.Of(id), TenantRows.TenantKey, cancellationToken) is not { } row)
        {
            return null;
        }

        var mapping = await store.GetAsync(Partition.Of(id), TenantRows.MappingKey, cancellationToken);
        return new StoredTenant(TenantRows.Read(id, row, mapping), row, mapping);
    }

    /// <summary>Adds a tenant; false when the id is, or was, taken.</summary>
    /// <remarks>The lists are written first: a name in a list without a tenant behind it is passed over, a tenant in no list would be forgotten.</remarks>
    public async Task<bool> AddAsync(Tenant tenant, HistoryEntry entry, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(Partition.Of(tenant.Id), TenantRows.TenantKey, cancellationToken) is not null)
        {
            return false;
        }

        await store.TryInsertAsync(Partition.Tenants, tenant.Id.Value, [], cancellationToken);
        if (tenant.Administration is { } administration)
        {
            await JoinAsync(tenant.Id, administration, cancellationToken);
        }

        return await store.WriteAsync(
            Partition.Of(tenant.Id),
            [
                new RowWrite.Insert(TenantRows.TenantKey, TenantRows.ToValues(tenant)),
                new RowWrite.Insert(TenantRows.MappingKey, TenantRows.ToMappingValues(tenant)),
                TenantHistory.ToWrite(entry),
            ],
            cancellationToken) is WriteResult.Written;
    }

    /// <summary>Stores a tenant as it is to be from now on, and who changed what, in one batch.</summary>
    /// <param name="read">As it was read; what is not different is not written.</param>
    /// <returns>False when somebody else changed the tenant since it was read: read again and think again.</returns>
    public async Task<bool> TryChangeAsync(StoredTenant read, Tenant next, HistoryEntry entry, CancellationToken cancellationToken)
    {
        var batch = new List<RowWrite>
        {
            new RowWrite.Replace(TenantRows.TenantKey, TenantRows.ToValues(next), read.Row.ETag!),
            TenantHistory.ToWrite(entry),
        };
        if (next.Mapping != read.Tenant.Mapping || next.MappingMark != read.Tenant.MappingMark)
        {
            batch.Add(read.MappingRow is { } mapping
                ? new RowWrite.Replace(TenantRows.MappingKey, TenantRows.ToMappingValues(next), mapping.ETag!)
                : new RowWrite.Insert(TenantRows.MappingKey, TenantRows.ToMappingValues(next)));
        }

        return await store.WriteAsync(Partition.Of(next.Id), batch, cancellationToken) is WriteResult.Written;
    }

    /// <summary>The ids of all tenants, in order.</summary>
    public async IAsyncEnumerable<TenantId> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in store.QueryAsync(Partition.Tenants, "-", "~", cancellationToken))
        {
            yield return TenantId.Parse(row.Key);
        }
    }

    /// <summary>The tenants that book in an administration, in order.</summary>
    public async Task<IReadOnlyList<TenantId>> MembersAsync(AdministrationKey administration, CancellationToken cancellationToken)
    {
        var members = new List<TenantId>();
        await foreach (var row in store.QueryPrefixAsync(Partition.Of(administration), MemberPrefix, cancellationToken))
        {
            members.Add(TenantId.Parse(row.Key[MemberPrefix.Length..]));
        }

        return members;
    }

    /// <summary>Puts a tenant among those that book in an administration; before the tenant itself says so, so that none is forgotten.</summary>
    public async Task JoinAsync(TenantId tenant, AdministrationKey administration, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(Partition.Of(administration), MemberPrefix + tenant.Value, cancellationToken) is null)
        {
            await store.TryInsertAsync(Partition.Of(administration), MemberPrefix + tenant.Value, [], cancellationToken);
        }
    }

    /// <summary>Takes a tenant from those that book in an administration; after the tenant itself says otherwise.</summary>
    public async Task LeaveAsync(TenantId tenant, AdministrationKey administration, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(Partition.Of(administration), MemberPrefix + tenant.Value, cancellationToken) is { } row)
        {
            await store.TryDeleteAsync(row, cancellationToken);
        }
    }
}

/// <summary>A tenant and the rows it was read from.</summary>
public sealed record StoredTenant(Tenant Tenant, Row Row, Row? MappingRow);
