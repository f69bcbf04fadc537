using System.Globalization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>Links a tenant to its administration, gives the link other credentials, and ends it. Nothing is saved that was not proven.</summary>
public sealed class LinkDesk
{
    private readonly TenantStore tenants;
    private readonly TenantSecrets secrets;
    private readonly AdministrationKeys keys;
    private readonly AdministrationFinder finder;
    private readonly IBookkeeping books;
    private readonly ConnectionTest test;
    private readonly LinkTurns turns;
    private readonly LinkMove move;
    private readonly WaitingInvoices waiting;
    private readonly Connections connections;
    private readonly DueRows due;
    private readonly TimeProvider time;

    internal LinkDesk(
        TenantStore tenants,
        TenantSecrets secrets,
        AdministrationKeys keys,
        AdministrationFinder finder,
        IBookkeeping books,
        ConnectionTest test,
        LinkTurns turns,
        LinkMove move,
        WaitingInvoices waiting,
        Connections connections,
        DueRows due,
        TimeProvider time)
    {
        this.tenants = tenants;
        this.secrets = secrets;
        this.keys = keys;
        this.finder = finder;
        this.books = books;
        this.test = test;
        this.turns = turns;
        this.move = move;
        this.waiting = waiting;
        this.connections = connections;
        this.due = due;
        this.time = time;
    }

    /// <inheritdoc cref="SaveAsync(TenantId, CredentialFormResult, LinkTerms, Actor, CancellationToken)"/>
    public Task<LinkChange> SaveAsync(
        TenantId id, CredentialFormResult form, bool confirmsOther, Actor by, CancellationToken cancellationToken) =>
        SaveAsync(id, form, new LinkTerms(confirmsOther), by, cancellationToken);

    /// <summary>
    /// Saves credentials that the books take, and links the tenant to the administration they open. Other credentials of the same administration, also for the
    /// other API, leave all else as it is.
    /// </summary>
    /// <param name="form">What was filled in.</param>
    /// <param name="terms">What the person says beside it.</param>
    public async Task<LinkChange> SaveAsync(
        TenantId id, CredentialFormResult form, LinkTerms terms, Actor by, CancellationToken cancellationToken)
    {
        if (await tenants.FindAsync(id, cancellationToken) is not { State: not TenantState.Retired } tenant)
        {
            return new LinkChange.NoSuchTenant();
        }

        if (form is not CredentialFormResult.Read read)
        {
            return new LinkChange.Faulty(((CredentialFormResult.Faulty)form).Faults);
        }

        var (tested, finding) = await test.TryAsync(tenant, read, terms.Said, cancellationToken);
        if (tested is not TestResult.Works works)
        {
            return new LinkChange.TestFailed((TestResult.Fails)tested);
        }

        switch (finding!.Found)
        {
            case AdministrationFound.Unsure:
                return LinkChange.Conflict.Of(ReasonCode.AdministrationUnknown);
            case AdministrationFound.Disproved disproved:
                return new LinkChange.Faulty([disproved.Fault]);
        }

        var credentials = await ProvenAsync(read.Credentials, finding.Key!.Value, cancellationToken);
        if (await turns.TakeAsync(id, cancellationToken) is not { } turn)
        {
            return LinkChange.Conflict.Of(ReasonCode.LinkBeingChanged);
        }

        BookkeepingCredentials? previous;
        LinkChange change;
        try
        {
            previous = await secrets.BookkeepingAsync(id, SecretAge.Now, cancellationToken);
            change = await SaveInTurnAsync(id, finding, credentials, terms.ConfirmsOther, turn, by, cancellationToken);
        }
        finally
        {
            await turn.ReleaseAsync();
        }

        if (change is not LinkChange.Done done)
        {
            return change;
        }

        if (previous is not null && !credentials.OpenTheSameAs(previous))
        {
            await books.EndSessionAsync(previous, cancellationToken);
        }

        return done with { Test = works };
    }

    /// <summary>
    /// Ends the link: the credentials are deleted, the history and what waits stay. Repeating it changes nothing, and finishes one that was
    /// left half done.
    /// </summary>
    public async Task<LinkChange> UnlinkAsync(TenantId id, Actor by, CancellationToken cancellationToken)
    {
        if (await tenants.FindAsync(id, cancellationToken) is not { State: not TenantState.Retired })
        {
            return new LinkChange.NoSuchTenant();
        }

        if (await turns.TakeAsync(id, cancellationToken) is not { } turn)
        {
            return LinkChange.Conflict.Of(ReasonCode.LinkBeingChanged);
        }

        Tenant? tenant;
        BookkeepingCredentials? credentials;
        try
        {
            tenant = await tenants.ChangeAsync(id, before => Unlinked(before, by), cancellationToken);
            if (tenant is not { State: TenantState.Unlinked })
            {
                return new LinkChange.NoSuchTenant();
            }

            credentials = await secrets.BookkeepingAsync(id, SecretAge.Now, CancellationToken.None);
            await secrets.DeleteBookkeepingAsync(id, CancellationToken.None);
            await connections.ResumeAsync(id, CancellationToken.None);
        }
        finally
        {
            await turn.ReleaseAsync();
        }

        if (credentials is not null)
        {
            await books.EndSessionAsync(credentials, cancellationToken);
        }

        return new LinkChange.Done(tenant) { Waiting = await waiting.CountAsync(id, CancellationToken.None) };
    }

    private async Task<LinkChange> SaveInTurnAsync(
        TenantId id,
        AdministrationFinding finding,
        BookkeepingCredentials credentials,
        bool confirmsOther,
        LinkTurn turn,
        Actor by,
        CancellationToken cancellationToken)
    {
        if (await tenants.FindAsync(id, cancellationToken) is not { State: not TenantState.Retired } tenant)
        {
            return new LinkChange.NoSuchTenant();
        }

        var to = finding.Key!.Value;
        if (tenant.Administration is not { } from || from == to)
        {
            return await SettleAndWriteAsync(id, tenant.Administration, finding, credentials, turn, lease: null, by, cancellationToken);
        }

        if (!confirmsOther)
        {
            return ConflictOf(ReasonCode.OtherAdministration, await waiting.CountAsync(id, cancellationToken));
        }

        // Under the lease of the administration that is left: no worker stores an intent there between the look and the switch.
        if (await turns.LeaseAsync(from, cancellationToken) is not { } lease)
        {
            return LinkChange.Conflict.Of(ReasonCode.AdministrationInUse);
        }

        try
        {
            return await waiting.CountUnsettledAsync(id, from, cancellationToken) is > 0 and var unsettled
                ? ConflictOf(ReasonCode.AdministrationBusy, unsettled)
                : await SettleAndWriteAsync(id, from, finding, credentials, turn, lease, by, cancellationToken);
        }
        finally
        {
            await lease.ReleaseAsync();
        }
    }

    private async Task<LinkChange> SettleAndWriteAsync(
        TenantId id,
        AdministrationKey? from,
        AdministrationFinding finding,
        BookkeepingCredentials credentials,
        LinkTurn turn,
        WorkLease? lease,
        Actor by,
        CancellationToken cancellationToken) =>
        await finder.SettleAsync(finding, cancellationToken)
            ? await WriteAsync(id, from, finding.Key!.Value, credentials, turn, lease, by)
            : LinkChange.Conflict.Of(ReasonCode.LinkBeingChanged);

    private async Task<LinkChange> WriteAsync(
        TenantId id,
        AdministrationKey? from,
        AdministrationKey to,
        BookkeepingCredentials credentials,
        LinkTurn turn,
        WorkLease? lease,
        Actor by)
    {
        var (before, change) = await move.WriteAsync(id, from, to, credentials, turn, lease, by);
        await move.TidyAsync(id, turn);
        if (change is not LinkChange.Done done)
        {
            return change;
        }

        await connections.ResumeAsync(id, CancellationToken.None);
        await due.AnnounceAsync(id, time.GetUtcNow(), CancellationToken.None);
        return before!.State == TenantState.Linked
            ? done
            : done with { OfferAgainFrom = before.Dates.UnlinkedAt ?? before.Dates.CreatedAt };
    }

    /// <summary>With the key of the administration they were seen to open, unless security code 2 gives it.</summary>
    private async Task<BookkeepingCredentials> ProvenAsync(
        BookkeepingCredentials credentials, AdministrationKey key, CancellationToken cancellationToken) =>
        await keys.OfAsync(credentials, cancellationToken) == key ? credentials : credentials with { Administration = key.Value };

    private (Tenant, HistoryEntry)? Unlinked(Tenant before, Actor by)
    {
        if (before.State != TenantState.Linked)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var next = before with
        {
            State = TenantState.Unlinked,
            Dates = before.Dates with { UnlinkedAt = now, CredentialsAt = null },
        };
        return (next, new HistoryEntry(now, by.Name, HistoryKind.Unlinked, [new FieldChange("state", "linked", "unlinked")]));
    }

    private static LinkChange.Conflict ConflictOf(string code, int count) =>
        LinkChange.Conflict.Of(code, ("count", count.ToString(CultureInfo.InvariantCulture)));
}
