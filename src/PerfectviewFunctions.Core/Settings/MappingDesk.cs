using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Time;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>Where a person replaces a tenant's VAT mapping: checked, under the version he read, and told in the history.</summary>
public sealed class MappingDesk(TenantStore tenants, LiveAccounts accounts, Unblocking unblocking, TimeProvider time)
{
    /// <summary>Saves the whole table if nobody changed it since the version that was read.</summary>
    /// <param name="expected">The version that was read.</param>
    /// <param name="retryUnblocked">Whether the invoices that it sets free are offered again at once.</param>
    public async Task<MappingSaved> SaveAsync(
        TenantId id, long expected, IReadOnlyList<MappingChoice> rows, bool retryUnblocked, Actor by, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await tenants.ReadAsync(id, cancellationToken) is not { Tenant.State: not TenantState.Retired } read)
            {
                return new MappingSaved.NoSuchTenant();
            }

            if (read.Tenant.MappingMark.Version != expected)
            {
                return new MappingSaved.VersionConflict(read.Tenant);
            }

            if (await ObstacleAsync(read.Tenant, rows, cancellationToken) is { } obstacle)
            {
                return obstacle;
            }

            var next = MappingRules.ToMapping(rows);
            var changes = Changes(read.Tenant.Mapping, next);
            if (changes.Count == 0)
            {
                return await SavedAsync(read.Tenant, retryUnblocked, cancellationToken);
            }

            var now = time.GetUtcNow();
            var changed = read.Tenant with { Mapping = next, MappingMark = read.Tenant.MappingMark.Next(now, by) };
            if (await tenants.TryChangeAsync(
                read, changed, new HistoryEntry(now, by.Name, HistoryKind.VatMappingChanged, changes), cancellationToken))
            {
                return await SavedAsync(changed, retryUnblocked, cancellationToken);
            }
        }
    }

    /// <summary>What would keep the table from being saved now; null when nothing would. For a change that is to come together with another.</summary>
    public async Task<MappingSaved?> ObstacleAsync(
        TenantId id, long expected, IReadOnlyList<MappingChoice> rows, CancellationToken cancellationToken) =>
        await tenants.ReadAsync(id, cancellationToken) switch
        {
            not { Tenant.State: not TenantState.Retired } => new MappingSaved.NoSuchTenant(),
            { Tenant: var tenant } when tenant.MappingMark.Version != expected => new MappingSaved.VersionConflict(tenant),
            { Tenant: var tenant } => await ObstacleAsync(tenant, rows, cancellationToken),
        };

    private async Task<MappingSaved?> ObstacleAsync(
        Tenant tenant, IReadOnlyList<MappingChoice> rows, CancellationToken cancellationToken)
    {
        if (MappingRules.Check(rows, DutchTime.DateOf(time.GetUtcNow())) is { Count: > 0 } faults)
        {
            return new MappingSaved.Faulty(faults);
        }

        return await accounts.ReadAsync(tenant, cancellationToken) switch
        {
            AccountsRead.NotLinked => new MappingSaved.NotLinked(),
            AccountsRead.Unavailable unavailable => new MappingSaved.BooksUnavailable(unavailable.Reason),
            AccountsRead.Found found => MappingRules.CheckAccounts(rows, found.Accounts) is { Count: > 0 } wrong ? new MappingSaved.Faulty(wrong) : null,
            _ => throw new InvalidOperationException("Accounts read in an unknown way."),
        };
    }

    private async Task<MappingSaved> SavedAsync(Tenant tenant, bool retry, CancellationToken cancellationToken)
    {
        var free = await unblocking.FindAsync(tenant, cancellationToken);
        var retried = retry && free.Count > 0
            ? await unblocking.RetryAsync(tenant, [.. free.Select(invoice => invoice.Number)], cancellationToken)
            : 0;
        return new MappingSaved.Saved(tenant, free, retry ? retried : null);
    }

    private static IReadOnlyList<FieldChange> Changes(VatMapping before, VatMapping after) =>
    [
        .. VatCategory.Rows
            .Select(row => new FieldChange(row, Text(before.Rows.GetValueOrDefault(row)), Text(after.Rows.GetValueOrDefault(row))))
            .Where(change => change.Old != change.New),
    ];

    private static string? Text(VatMappingRow? row) => row is null ? null : $"{row.VatCode} {row.Account}";
}
