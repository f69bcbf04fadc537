using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>
/// Finds out which administration credentials open. Security code 2 names it; a token names none, so that its ledger accounts are compared with those of the
/// administrations that are known. One administration must not go by two keys: its lease, its quota and the claims on its mutations hang on the key.
/// </summary>
internal sealed class AdministrationFinder(
    TenantStore tenants, TenantSecrets secrets, AdministrationKeys keys, KnownAdministrations administrations, IBookkeeping books)
{
    /// <summary>Administrations that one search reads; what was read is kept, so that the next one goes on from there.</summary>
    private const int MostReads = 25;

    /// <param name="tenant">Who is to be linked.</param>
    /// <param name="credentials">As they were filled in.</param>
    /// <param name="accounts">What they were seen to open.</param>
    /// <param name="said">What an operator says of it; null for nothing.</param>
    public async Task<AdministrationFinding> FindAsync(
        Tenant tenant, BookkeepingCredentials credentials, IReadOnlyList<LedgerAccount> accounts, AdministrationSaid? said, CancellationToken cancellationToken)
    {
        var print = LedgerPrint.Of(accounts);
        var register = await administrations.ReadAsync(cancellationToken);
        var evidence = await GatherAsync(tenant, credentials with { Administration = null }, print, register, cancellationToken);
        return new AdministrationFinding(await JudgeAsync(evidence, said, cancellationToken), print, register);
    }

    /// <summary>Keeps what was found, before a tenant goes by it.</summary>
    /// <returns>False when somebody else made an administration known meanwhile: find anew.</returns>
    public async Task<bool> SettleAsync(AdministrationFinding finding, CancellationToken cancellationToken)
    {
        switch (finding.Found)
        {
            case AdministrationFound.Known known:
                await administrations.KeepAsync(known.Key, finding.Print, cancellationToken);
                return true;
            case AdministrationFound.New added:
                return await administrations.TryAddAsync(
                    finding.Register, new KnownAdministration(added.Key, added.IsMade, finding.Print), cancellationToken);
            default:
                throw new ArgumentException("Nothing was found to be kept.", nameof(finding));
        }
    }

    private async Task<AdministrationFound> JudgeAsync(AdministrationEvidence evidence, AdministrationSaid? said, CancellationToken cancellationToken)
    {
        switch (said)
        {
            case null:
                return evidence.Judge();
            case AdministrationSaid.New:
                return evidence.JudgeNew();
            case AdministrationSaid.Of { Tenant: var id }:
                return await tenants.FindWithoutMappingAsync(id, cancellationToken) is { State: not TenantState.Retired, Administration: { } key }
                    ? evidence.Judge(key)
                    : AdministrationEvidence.Disproved(
                        "Er is geen koppeling met deze naam die ooit met een administratie was verbonden.",
                        "There is no link with this id that was ever connected to an administration.");
            default:
                throw new InvalidOperationException("An operator's word of an unknown kind.");
        }
    }

    private async Task<AdministrationEvidence> GatherAsync(
        Tenant tenant, BookkeepingCredentials credentials, LedgerPrint? print, AdministrationRegister register, CancellationToken cancellationToken)
    {
        var natural = await keys.OfAsync(credentials, cancellationToken);
        if (natural is { } named && await IsInUseAsync(named, tenant, register, cancellationToken))
        {
            return AdministrationEvidence.Named(named);
        }

        var ifNew = natural ?? await keys.NewAsync(cancellationToken);

        // Of the keys that a security code 2 gives, another code gives another administration: only one that was made up may be the same.
        var candidates = register.Known.Where(known => natural is null || known.IsMade).ToList();
        if (natural is not null && candidates.Count == 0)
        {
            return new AdministrationEvidence([], new HashSet<AdministrationKey>(), ifNew, IsMade: false);
        }

        var none = new HashSet<AdministrationKey>();
        List<AdministrationKey> fitting = print is null ? [] : [.. candidates.Where(known => known.Print?.Fits(print) == true).Select(known => known.Key)];
        if (fitting.Count > 0)
        {
            return new AdministrationEvidence(fitting, none, ifNew, IsMade: natural is null);
        }

        var (unread, reads) = (new HashSet<AdministrationKey>(), 0);
        foreach (var (key, linked) in await HomesAsync(tenant, cancellationToken))
        {
            var known = register.Find(key);
            if ((natural is not null && known is not { IsMade: true }) || (print is not null && known?.Print is not null))
            {
                continue;
            }

            if (print is null || reads++ >= MostReads || await ReadAsync(key, linked, cancellationToken) is not { } its)
            {
                unread.Add(key);
            }
            else if (its.Fits(print))
            {
                return new AdministrationEvidence([key], none, ifNew, IsMade: natural is null);
            }
        }

        return new AdministrationEvidence([], unread, ifNew, IsMade: natural is null);
    }

    private async Task<bool> IsInUseAsync(
        AdministrationKey key, Tenant tenant, AdministrationRegister register, CancellationToken cancellationToken) =>
        tenant.Administration == key || register.Find(key) is not null || (await tenants.MembersAsync(key, cancellationToken)).Count > 0;

    /// <summary>The administrations of all tenants that are not retired, each with those that are linked to it; this tenant's own first.</summary>
    private async Task<IReadOnlyList<(AdministrationKey Key, List<TenantId> Linked)>> HomesAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        var homes = new List<(AdministrationKey Key, List<TenantId> Linked)>();
        if (tenant.Administration is { } own)
        {
            homes.Add((own, []));
        }

        await foreach (var id in tenants.ListAsync(cancellationToken))
        {
            if (await tenants.FindWithoutMappingAsync(id, cancellationToken) is not { State: not TenantState.Retired, Administration: { } key } other)
            {
                continue;
            }

            var home = homes.FindIndex(home => home.Key == key);
            if (home < 0)
            {
                homes.Add((key, []));
                home = homes.Count - 1;
            }

            if (other.State == TenantState.Linked)
            {
                homes[home].Linked.Add(id);
            }
        }

        return homes;
    }

    /// <summary>Reads the ledger accounts of an administration with what opens it for one of its tenants, and keeps by what it is recognised.</summary>
    /// <returns>Null when none of them can read it.</returns>
    private async Task<LedgerPrint?> ReadAsync(AdministrationKey key, IReadOnlyList<TenantId> linked, CancellationToken cancellationToken)
    {
        foreach (var id in linked)
        {
            if (await secrets.BookkeepingAsync(id, SecretAge.Now, cancellationToken) is { } credentials
                && await keys.OfAsync(credentials, cancellationToken) == key
                && await books.ReadLedgerAccountsAsync(credentials, cancellationToken) is Answer<IReadOnlyList<LedgerAccount>>.Success { Value: var accounts }
                && LedgerPrint.Of(accounts) is { } print)
            {
                await administrations.KeepAsync(key, print, cancellationToken);
                return print;
            }
        }

        return null;
    }
}
