using System.Runtime.CompilerServices;
using System.Text.Json;
using PerfectviewFunctions.Core.Json;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Core.Tenants;

/// <summary>Keeps tenants: a row for state and settings, a row for the VAT mapping, a row in the list of all, a row in the administration.</summary>
public sealed class TenantStore(IRowStore store)
{
    private const string TenantRow = "tenant";
    private const string MappingRow = "mapping:vat";
    private const string MemberPrefix = "tenant:";

    public async Task<Tenant?> FindAsync(TenantId id, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(Partition.Of(id), TenantRow, cancellationToken) is not { } row)
        {
            return null;
        }

        var mapping = await store.GetAsync(Partition.Of(id), MappingRow, cancellationToken);
        return new Tenant(
            id,
            Enum.Parse<TenantState>(row.Values.Text("state")),
            row.Values.TextOrNull("administration") is { } key ? new AdministrationKey(key) : null,
            JsonSerializer.Deserialize(row.Values.Text("settings"), StoredJson.Default.TenantSettings)!,
            mapping is null
                ? VatMapping.Empty
                : JsonSerializer.Deserialize(mapping.Values.Text("rows"), StoredJson.Default.VatMapping)!);
    }

    /// <summary>Adds a tenant; false when the id is taken.</summary>
    /// <remarks>The lists are written first: a name in a list without a tenant behind it is passed over, a tenant in no list would be forgotten.</remarks>
    public async Task<bool> AddAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        if (await store.GetAsync(Partition.Of(tenant.Id), TenantRow, cancellationToken) is not null)
        {
            return false;
        }

        await store.TryInsertAsync(Partition.Tenants, tenant.Id.Value, [], cancellationToken);
        if (tenant.Administration is { } administration)
        {
            await store.TryInsertAsync(Partition.Of(administration), MemberPrefix + tenant.Id.Value, [], cancellationToken);
        }

        return await store.WriteAsync(
            Partition.Of(tenant.Id),
            [
                new RowWrite.Insert(TenantRow, new RowValues
                {
                    { "state", tenant.State.ToString() },
                    { "administration", tenant.Administration?.Value },
                    { "settings", JsonSerializer.Serialize(tenant.Settings, StoredJson.Default.TenantSettings) },
                }),
                new RowWrite.Insert(MappingRow, new RowValues
                {
                    { "rows", JsonSerializer.Serialize(tenant.Mapping, StoredJson.Default.VatMapping) },
                }),
            ],
            cancellationToken) is WriteResult.Written;
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
}
