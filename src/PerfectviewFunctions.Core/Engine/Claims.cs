using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>Which invoice a mutation in the books belongs to: one row per administration and mutation number, written before Booked.</summary>
internal sealed class Claims(IRowStore store)
{
    /// <summary>Claims a mutation for an invoice; repeating one's own claim is fine.</summary>
    /// <returns>Null when the claim holds, else whose the mutation is.</returns>
    public async Task<string?> ClaimAsync(AdministrationKey administration, long mutation, TenantId tenant, string number)
    {
        var owner = NameOf(tenant, number);
        return await store.TryInsertAsync(
            Partition.Of(administration), KeyOf(mutation), new RowValues { { "owner", owner } }, CancellationToken.None)
            ? null
            : await ClaimedByOtherAsync(administration, mutation, tenant, number);
    }

    /// <summary>Whose the mutation is when it is not, and can't become, this invoice's; else null.</summary>
    public async Task<string?> ClaimedByOtherAsync(AdministrationKey administration, long mutation, TenantId tenant, string number)
    {
        var row = await store.GetAsync(Partition.Of(administration), KeyOf(mutation), CancellationToken.None);
        var owner = row?.Values.Text("owner");
        return owner is null || owner == NameOf(tenant, number) ? null : owner;
    }

    private static string NameOf(TenantId tenant, string number) => $"{tenant.Value} {number}";

    private static string KeyOf(long mutation) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"claim:{mutation:D19}");
}
