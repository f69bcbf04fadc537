using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Settings;

/// <summary>Tenants that share an administration, and what is done with their prefixes.</summary>
internal sealed class PrefixScene
{
    private static readonly AdministrationKey Administration = Bench.AdministrationOf(1);

    private readonly Bench bench = new();
    private readonly PrefixGuard guard;
    private readonly SettingsDesk desk;

    public PrefixScene()
    {
        guard = new PrefixGuard(bench.Store, bench.Tenants);
        desk = new SettingsDesk(
            bench.Tenants, new LiveAccounts(bench.TenantSecrets, bench.Keys, new KnownAdministrations(bench.Store), bench.Books), guard, new SettingsOptions(), bench.Clock, bench.Logs.For<SettingsDesk>());
    }

    public InMemoryRowStore Store => bench.Store;

    /// <summary>A tenant that was never linked.</summary>
    public Task AddAsync(string tenant) => AddAsync(new Tenant(
        TenantId.Parse(tenant), TenantState.Unlinked, null, Bench.Settings, Core.Mapping.VatMapping.Empty));

    /// <summary>A tenant that is linked without anybody having asked the guard.</summary>
    public Task PlantAsync(string tenant, string prefix) => AddAsync(new Tenant(
        TenantId.Parse(tenant), TenantState.Linked, Administration, Bench.Settings with { NumberPrefix = prefix }, Core.Mapping.VatMapping.Empty));

    /// <summary>Links as the settings page does, with a prefix chosen there.</summary>
    /// <returns>The clash that stood in the way.</returns>
    public async Task<PrefixClash?> LinkAsync(string tenant, string prefix)
    {
        while (true)
        {
            var read = (await bench.Tenants.ReadAsync(TenantId.Parse(tenant), default))!;
            if (await guard.ReserveAsync(Administration, read, prefix, default) is PrefixReservation.Clash clash)
            {
                return clash.Kind;
            }

            await bench.Tenants.JoinAsync(read.Tenant.Id, Administration, default);
            var linked = read.Tenant with
            {
                State = TenantState.Linked, Administration = Administration, Settings = read.Tenant.Settings with { NumberPrefix = prefix },
            };
            var held = await bench.Tenants.TryChangeAsync(read, linked, Entry(HistoryKind.Linked), default);
            await guard.SettleAsync(Administration, read.Tenant.Id, default);
            if (held)
            {
                return null;
            }
        }
    }

    public async Task UnlinkAsync(string tenant)
    {
        var read = (await bench.Tenants.ReadAsync(TenantId.Parse(tenant), default))!;
        if (read.Tenant.State == TenantState.Linked
            && await bench.Tenants.TryChangeAsync(read, read.Tenant with { State = TenantState.Unlinked }, Entry(HistoryKind.Unlinked), default))
        {
            await bench.Tenants.LeaveAsync(read.Tenant.Id, Administration, default);
            await guard.SettleAsync(Administration, read.Tenant.Id, default);
        }
    }

    public async Task<SettingsSaved> ChangeAsync(string tenant, string prefix)
    {
        var id = TenantId.Parse(tenant);
        var version = (await bench.Tenants.FindAsync(id, default))!.SettingsMark.Version;
        var change = new SettingsChange(settings => settings with { NumberPrefix = prefix }, []);
        return await desk.SaveAsync(id, version, change, new Actor("operator"), default);
    }

    /// <summary>Reserves as somebody does who dies before he writes the tenant.</summary>
    public async Task<PrefixReservation> ReserveOnlyAsync(string tenant, string prefix) => await guard.ReserveAsync(
        Administration, (await bench.Tenants.ReadAsync(TenantId.Parse(tenant), default))!, prefix, default);

    /// <summary>The prefixes that are booked with, by tenant.</summary>
    public async Task<IReadOnlyDictionary<string, string>> LiveAsync()
    {
        var live = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var id in bench.Tenants.ListAsync(default))
        {
            if (await bench.Tenants.FindAsync(id, default) is { State: TenantState.Linked } tenant)
            {
                live.Add(id.Value, tenant.Settings.NumberPrefix);
            }
        }

        return live;
    }

    /// <summary>The row as it stands: tenant and prefix.</summary>
    public async Task<IReadOnlyList<string>> ReservedAsync() =>
        [.. PrefixRow.Read(await Store.GetAsync(Partition.Of(Administration), PrefixRow.Key, default))
            .SelectMany(entry => entry.Value, (entry, one) => $"{entry.Key} {one.Prefix}")];

    private async Task AddAsync(Tenant tenant) =>
        Assert.True(await bench.Tenants.AddAsync(tenant, Entry(HistoryKind.TenantCreated), default));

    private HistoryEntry Entry(HistoryKind kind) => new(bench.Clock.GetUtcNow(), "operator", kind, []);
}
