using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>Where a person changes a tenant's settings: checked, under the version he read, and told in the history.</summary>
public sealed partial class SettingsDesk(
    TenantStore tenants, LiveAccounts accounts, PrefixGuard prefixes, SettingsOptions options, TimeProvider time, ILogger<SettingsDesk> logger)
{
    /// <summary>Saves a change if nobody changed the settings since the version that was read.</summary>
    /// <param name="expected">The version that was read.</param>
    public async Task<SettingsSaved> SaveAsync(
        TenantId id, long expected, SettingsChange change, Actor by, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await tenants.ReadAsync(id, cancellationToken) is not { Tenant.State: not TenantState.Retired } read)
            {
                return new SettingsSaved.NoSuchTenant();
            }

            var tenant = read.Tenant;
            var next = change.Apply(tenant.Settings);
            var changes = SettingsFields.Changes(tenant.Settings, next);
            if (change.Faults.Count > 0)
            {
                return new SettingsSaved.Faulty([.. change.Faults, .. SettingsRules.CheckChanged(tenant.Settings, next, options)]);
            }

            if (tenant.SettingsMark.Version != expected)
            {
                return new SettingsSaved.VersionConflict(tenant, next);
            }

            if (changes.Count == 0)
            {
                return new SettingsSaved.Saved(tenant);
            }

            if (await ObstacleAsync(tenant, next, cancellationToken) is { } obstacle)
            {
                return obstacle;
            }

            var guarded = tenant.State == TenantState.Linked && next.NumberPrefix != tenant.Settings.NumberPrefix ? tenant.Administration : null;
            if (guarded is { } shared
                && await prefixes.ReserveAsync(shared, read, next.NumberPrefix, cancellationToken) is PrefixReservation.Clash clash)
            {
                return new SettingsSaved.Faulty([clash.Fault]);
            }

            var now = time.GetUtcNow();
            var changed = tenant with { Settings = next, SettingsMark = tenant.SettingsMark.Next(now, by) };
            var held = await tenants.TryChangeAsync(
                read, changed, new HistoryEntry(now, by.Name, HistoryKind.SettingsChanged, changes), cancellationToken);
            if (guarded is { } administration)
            {
                await SettleAsync(administration, id);
            }

            if (held)
            {
                return new SettingsSaved.Saved(changed);
            }
        }
    }

    private async Task<SettingsSaved?> ObstacleAsync(Tenant tenant, TenantSettings next, CancellationToken cancellationToken)
    {
        List<FieldFault> faults = [.. SettingsRules.CheckChanged(tenant.Settings, next, options)];
        if (next.DebtorAccount != tenant.Settings.DebtorAccount && !faults.Exists(fault => fault.Pointer == DebtorAccountRule.Pointer))
        {
            switch (await accounts.ReadAsync(tenant, cancellationToken))
            {
                case AccountsRead.Unavailable unavailable when faults.Count == 0:
                    return new SettingsSaved.BooksUnavailable(unavailable.Reason);
                case AccountsRead.Found found when DebtorAccountRule.Check(next.DebtorAccount, found.Accounts) is { } fault:
                    faults.Add(fault);
                    break;
            }
        }

        return faults.Count > 0 ? new SettingsSaved.Faulty(faults) : null;
    }

    /// <summary>What was saved is saved; a reservation too many is seen through by whoever comes next.</summary>
    private async Task SettleAsync(AdministrationKey administration, TenantId id)
    {
        try
        {
            await prefixes.SettleAsync(administration, id, CancellationToken.None);
        }
        catch (StoreUnavailableException exception)
        {
            Log.NotSettled(logger, exception, id.Value);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The reserved number prefixes of {Tenant} are tidied another time")]
        public static partial void NotSettled(ILogger logger, Exception exception, string tenant);
    }
}
