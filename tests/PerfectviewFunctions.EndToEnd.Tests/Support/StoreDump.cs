using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>Looks at, and changes, the stored state behind the product's back.</summary>
internal static class StoreDump
{
    /// <summary>Every row of the store with its version: two equal dumps mean that nothing was written in between.</summary>
    public static IReadOnlyList<string> Of(World world) => world.Rows.Dump();

    /// <summary>As <see cref="Of"/>, but for the ledger accounts by which an administration is known: they are remembered when they are first read.</summary>
    public static IReadOnlyList<string> WithoutAccounts(World world) =>
        [.. Of(world).Where(row => !row.StartsWith("administrations ", StringComparison.Ordinal))];

    /// <summary>Gives a tenant another state, which no front door can do yet.</summary>
    public static async Task SetStateAsync(this Host host, string tenant, TenantState state)
    {
        var row = await host.Store.GetAsync(Partition.Of(TenantId.Parse(tenant)), "tenant", CancellationToken.None);
        var values = new RowValues();
        foreach (var (name, value) in row!.Values)
        {
            values.Add(name, name == "state" ? state.ToString() : value);
        }

        Assert.NotNull(await host.Store.TryReplaceAsync(row, values, CancellationToken.None));
    }
}
