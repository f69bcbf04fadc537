using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>
/// Writes a proven link: lists, secret, tenant, in an order in which the work rests until all agree. A death in between is repaired by saving
/// again, and until then nothing is booked, since secret and tenant name different administrations or the tenant is not linked.
/// </summary>
internal sealed class LinkMove(TenantStore tenants, TenantSecrets secrets, PrefixGuard prefixes, TimeProvider time)
{
    private const int Tries = 20;

    /// <param name="from">The administration that the tenant was found in; null for none. Who holds the turn knows that it still is.</param>
    /// <param name="lease">Of <paramref name="from"/>, when the tenant leaves it.</param>
    /// <returns>The tenant before and after, or why nothing was changed.</returns>
    public async Task<(Tenant? Before, LinkChange Change)> WriteAsync(
        TenantId id,
        AdministrationKey? from,
        AdministrationKey to,
        BookkeepingCredentials credentials,
        LinkTurn turn,
        WorkLease? lease,
        Actor by)
    {
        // From here on the caller who leaves stops nothing.
        if (!await turn.NameAsync(from is { } old ? [to, old] : [to]))
        {
            return (null, LinkChange.Conflict.Of(ReasonCode.LinkBeingChanged));
        }

        await tenants.JoinAsync(id, to, CancellationToken.None);
        var previous = await secrets.BookkeepingAsync(id, SecretAge.Now, CancellationToken.None);
        var isSecretWritten = false;
        for (var tried = 0; tried < Tries; tried++)
        {
            if (await tenants.ReadAsync(id, CancellationToken.None) is not { Tenant.State: not TenantState.Retired } read)
            {
                // Who retired it meanwhile may have deleted its secrets before this one was written.
                await secrets.DeleteBookkeepingAsync(id, CancellationToken.None);
                return (null, new LinkChange.NoSuchTenant());
            }

            if (await RefusalAsync(read, from, to, lease) is { } refusal)
            {
                if (isSecretWritten)
                {
                    await PutBackAsync(id, previous);
                }

                return (null, refusal);
            }

            if (!isSecretWritten)
            {
                await secrets.SetBookkeepingAsync(id, credentials, CancellationToken.None);
                isSecretWritten = true;

                // That may have taken longer than lease and reservation last: once more with all of them.
                continue;
            }

            var next = Linked(read.Tenant, to, credentials.Api);
            if (await tenants.TryChangeAsync(read, next, EntryOf(read.Tenant, next, by), CancellationToken.None))
            {
                return (read.Tenant, new LinkChange.Done(next));
            }
        }

        await PutBackAsync(id, previous);
        return (null, LinkChange.Conflict.Of(ReasonCode.LinkBeingChanged));
    }

    /// <summary>Takes the tenant's name out of every administration that the turn names and the tenant does not.</summary>
    public async Task TidyAsync(TenantId id, LinkTurn turn)
    {
        // A turn that was lost is another's, and so is what he is about to write.
        if (!await turn.NameAsync([]))
        {
            return;
        }

        var tenant = await tenants.FindAsync(id, CancellationToken.None);
        var home = tenant is { State: not TenantState.Retired } ? tenant.Administration : null;
        foreach (var administration in turn.Named)
        {
            if (administration != home)
            {
                await tenants.LeaveAsync(id, administration, CancellationToken.None);
            }

            await prefixes.SettleAsync(administration, id, CancellationToken.None);
        }

        turn.Forget();
    }

    private async Task<LinkChange?> RefusalAsync(
        StoredTenant read, AdministrationKey? from, AdministrationKey to, WorkLease? lease)
    {
        if (read.Tenant.Administration != from)
        {
            return LinkChange.Conflict.Of(ReasonCode.LinkBeingChanged);
        }

        if (await prefixes.ReserveAsync(to, read, read.Tenant.Settings.NumberPrefix, CancellationToken.None) is PrefixReservation.Clash clash)
        {
            return LinkChange.Conflict.Of(clash.Kind == PrefixClash.AnothersEmpty ? ReasonCode.PrefixNeededElsewhere : ReasonCode.PrefixNeeded);
        }

        // Last, right before the write. Also with the secret written: another host may still keep the one before it.
        return lease is not null && await lease.ReserveCallAsync() is null ? LinkChange.Conflict.Of(ReasonCode.AdministrationInUse) : null;
    }

    private Task PutBackAsync(TenantId id, BookkeepingCredentials? previous) => previous is null
        ? secrets.DeleteBookkeepingAsync(id, CancellationToken.None)
        : secrets.SetBookkeepingAsync(id, previous, CancellationToken.None);

    private Tenant Linked(Tenant tenant, AdministrationKey to, BookkeepingApi api)
    {
        var now = time.GetUtcNow();
        var stays = tenant.State == TenantState.Linked && tenant.Administration == to;
        return tenant with
        {
            State = TenantState.Linked,
            Administration = to,
            Api = api,
            Dates = tenant.Dates with
            {
                LinkedAt = stays ? tenant.Dates.LinkedAt : now, CredentialsAt = now, UnlinkedAt = null,
            },
        };
    }

    private HistoryEntry EntryOf(Tenant before, Tenant next, Actor by)
    {
        var moved = before.Administration is { } from && from != next.Administration;
        var kind = moved ? HistoryKind.AdministrationChanged
            : before.State == TenantState.Linked ? HistoryKind.CredentialsChanged
            : HistoryKind.Linked;
        List<FieldChange> changes = before.State == TenantState.Linked ? [] : [new FieldChange("state", "unlinked", "linked")];
        if (before.Administration is not null && before.Api != next.Api)
        {
            changes.Add(new FieldChange("api", WordOf(before.Api), WordOf(next.Api)));
        }

        return new HistoryEntry(time.GetUtcNow(), by.Name, kind, changes);
    }

    private static string WordOf(BookkeepingApi api) => api == BookkeepingApi.Rest ? "rest" : "soap";
}
