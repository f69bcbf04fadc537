using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>What a bookkeeper changes on the settings page, or a mishap in the store, done straight to the rows.</summary>
internal static class StoredRows
{
    public static Task ChangeSettingsAsync(this Host host, Action<JsonObject> change, string tenant = "demo") =>
        host.ChangeJsonAsync(tenant, "tenant", "settings", change);

    public static Task ChangeMappingAsync(this Host host, Action<JsonObject> change, string tenant = "demo") =>
        host.ChangeJsonAsync(tenant, "mapping:vat", "rows", root => change(root["rows"]!.AsObject()));

    /// <summary>Links a tenant to the administration that other credentials open, as the settings page does: secret, lists, tenant.</summary>
    public static async Task LinkToAsync(this Host host, BookkeepingCredentials.Soap credentials, string tenant = "demo")
    {
        await host.SetCredentialsAsync(credentials, tenant);
        var key = await host.World.KeyOfAsync(credentials);
        await host.Store.TryInsertAsync(Partition.Of(key), "tenant:" + tenant, [], CancellationToken.None);
        await host.ChangeRowAsync(Partition.Of(TenantId.Parse(tenant)), "tenant", values => values["administration"] = key.Value);
    }

    public static async Task SetCredentialsAsync(this Host host, BookkeepingCredentials.Soap credentials, string tenant = "demo") =>
        await host.Services.GetRequiredService<TenantSecrets>().SetBookkeepingAsync(
            TenantId.Parse(tenant), await host.World.StoredAsync(credentials), CancellationToken.None);

    /// <summary>Has the one relation linked to another code in the books.</summary>
    public static async Task ChangeDebtorCodeAsync(this Host host, string from, string to, string tenant = "demo")
    {
        var partition = Partition.Of(TenantId.Parse(tenant));
        var relation = Xunit.Assert.Single(await host.RowsAsync(partition, "relation:"));
        await host.ChangeRowAsync(partition, relation.Key, values => values["links00"] = System.Text.Encoding.UTF8.GetBytes(
            System.Text.Encoding.UTF8.GetString((byte[])values["links00"]).Replace($"\"code\":\"{from}\"", $"\"code\":\"{to}\"", StringComparison.Ordinal)));
    }

    public static async Task<IReadOnlyList<Row>> DueRowsAsync(this Host host) =>
        await host.Store.QueryAsync(Partition.Due, "-", "~", CancellationToken.None).ToListAsync();

    public static async Task<IReadOnlyList<Row>> RowsAsync(this Host host, string partition, string prefix) =>
        await host.Store.QueryPrefixAsync(partition, prefix, CancellationToken.None).ToListAsync();

    public static async Task DeleteRowAsync(this Host host, string partition, string key) =>
        await host.Store.TryDeleteAsync(
            await host.Store.GetAsync(partition, key, CancellationToken.None) ?? throw new InvalidOperationException($"No row {key}."),
            CancellationToken.None);

    public static async Task ChangeRowAsync(this Host host, string partition, string key, Action<Dictionary<string, object>> change)
    {
        var row = await host.Store.GetAsync(partition, key, CancellationToken.None) ?? throw new InvalidOperationException($"No row {key}.");
        var changed = row.Values.ToDictionary();
        change(changed);
        var values = new RowValues();
        foreach (var (name, value) in changed)
        {
            values.Add(name, value);
        }

        await host.Store.TryReplaceAsync(row, values, CancellationToken.None);
    }

    private static Task ChangeJsonAsync(this Host host, string tenant, string key, string name, Action<JsonObject> change) =>
        host.ChangeRowAsync(Partition.Of(TenantId.Parse(tenant)), key, values =>
        {
            var json = JsonNode.Parse((string)values[name])!.AsObject();
            change(json);
            values[name] = json.ToJsonString();
        });
}
