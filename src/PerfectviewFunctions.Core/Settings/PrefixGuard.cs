using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>
/// Keeps the number prefixes of tenants that share an administration apart: none is empty or begins another. A prefix is reserved in a row of
/// the administration before the tenant's own row is written, so that a process that dies in between leaves a reservation too many and never
/// one too few.
/// </summary>
/// <remarks>
/// A reservation is bound to the version of the tenant's row that the write after it replaces. Once the row has another version, that write has
/// happened or never will, so that the row alone tells what counts: what was left behind needs no repair.
/// </remarks>
public sealed class PrefixGuard(IRowStore store, TenantStore tenants)
{
    /// <summary>Reserves a prefix beside what the tenant has, before the tenant's row is written.</summary>
    /// <param name="administration">Where it books, or is about to.</param>
    /// <param name="read">The tenant as it was read, and as <see cref="TenantStore.TryChangeAsync"/> will be given it. If that says that somebody else changed it: read and reserve again.</param>
    /// <param name="prefix">What the tenant is to use from then on; may be empty while nobody else books there.</param>
    public async Task<PrefixReservation> ReserveAsync(
        AdministrationKey administration, StoredTenant read, string prefix, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await store.GetAsync(Partition.Of(administration), PrefixRow.Key, cancellationToken);
            var reserved = PrefixRow.Read(row);
            foreach (var other in await OthersAsync(administration, read.Tenant.Id, reserved, cancellationToken))
            {
                foreach (var taken in await TakenAsync(administration, other, reserved, cancellationToken))
                {
                    if (PrefixRule.ClashOf(prefix, taken) is { } clash)
                    {
                        return new PrefixReservation.Clash(clash);
                    }
                }
            }

            var own = reserved.GetValueOrDefault(read.Tenant.Id.Value, []);
            var wish = new ReservedPrefix(prefix, read.Row.ETag!);
            reserved[read.Tenant.Id.Value] = own.Contains(wish) ? own : [.. own, wish];
            if (await TryWriteAsync(administration, row, reserved, cancellationToken))
            {
                return new PrefixReservation.Reserved();
            }
        }
    }

    /// <summary>
    /// Makes what is reserved for a tenant what its row now says, after the row was written or could not be: the prefix it books with, or none
    /// when it is not linked to this administration (any more). A write of somebody else that is still under way keeps its reservation.
    /// </summary>
    public async Task SettleAsync(AdministrationKey administration, TenantId tenant, CancellationToken cancellationToken)
    {
        while (true)
        {
            // The row first: a reservation made after that makes the write below fail, one made before belongs to the version read next or an older one.
            var row = await store.GetAsync(Partition.Of(administration), PrefixRow.Key, cancellationToken);
            var reserved = PrefixRow.Read(row);
            var before = reserved.GetValueOrDefault(tenant.Value, []);
            var now = await tenants.ReadAsync(tenant, cancellationToken);
            IReadOnlyList<ReservedPrefix> after =
            [
                .. before.Where(one => one.Version == now?.Row.ETag),
                .. PrefixOf(now, administration) is { } used ? [new ReservedPrefix(used, now!.Row.ETag!)] : Array.Empty<ReservedPrefix>(),
            ];
            after = [.. after.Distinct()];
            if (after.SequenceEqual(before))
            {
                return;
            }

            reserved[tenant.Value] = after;
            if (after.Count == 0)
            {
                reserved.Remove(tenant.Value);
            }

            if (await TryWriteAsync(administration, row, reserved, cancellationToken))
            {
                return;
            }
        }
    }

    /// <summary>Who else may book there: the members, also those that never reserved anything, and who has reserved without being one yet.</summary>
    private async Task<IEnumerable<TenantId>> OthersAsync(
        AdministrationKey administration,
        TenantId tenant,
        IDictionary<string, IReadOnlyList<ReservedPrefix>> reserved,
        CancellationToken cancellationToken) =>
        (await tenants.MembersAsync(administration, cancellationToken)).Union(reserved.Keys.Select(TenantId.Parse)).Where(other => other != tenant);

    /// <summary>The prefix that a tenant books with here, and those it may book with as soon as a write under way holds.</summary>
    private async Task<IEnumerable<string>> TakenAsync(
        AdministrationKey administration,
        TenantId tenant,
        SortedDictionary<string, IReadOnlyList<ReservedPrefix>> reserved,
        CancellationToken cancellationToken)
    {
        var now = await tenants.ReadAsync(tenant, cancellationToken);
        var wished = reserved.GetValueOrDefault(tenant.Value, []).Where(one => one.Version == now?.Row.ETag).Select(one => one.Prefix);
        return PrefixOf(now, administration) is { } used ? wished.Append(used) : wished;
    }

    private static string? PrefixOf(StoredTenant? stored, AdministrationKey administration) =>
        stored?.Tenant is { State: TenantState.Linked } tenant && tenant.Administration == administration ? tenant.Settings.NumberPrefix : null;

    private async Task<bool> TryWriteAsync(
        AdministrationKey administration,
        Row? row,
        IDictionary<string, IReadOnlyList<ReservedPrefix>> reserved,
        CancellationToken cancellationToken)
    {
        var values = PrefixRow.ToValues(reserved);
        return row is null
            ? await store.TryInsertAsync(Partition.Of(administration), PrefixRow.Key, values, cancellationToken)
            : await store.TryReplaceAsync(row, values, cancellationToken) is not null;
    }
}
