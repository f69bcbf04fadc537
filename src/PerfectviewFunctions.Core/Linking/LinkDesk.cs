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
        this.books = books;
        this.test = test;
        this.turns = turns;
        this.move = move;
        this.waiting = waiting;
        this.connections = connections;
        this.due = due;
        this.time = time;
    }

    /// <summary>Saves credentials that the books take, and links the tenant to the administration they open.</summary>
    /// <param name="form">What was filled in.</param>
    /// <param name="confirmsOther">Whether the person knows that it is another administration than before, and what that means.</param>
    public async Task<LinkChange> SaveAsync(
        TenantId id, CredentialFormResult form, bool confirmsOther, Actor by, CancellationToken cancellationToken)
    {
        if (await tenants.FindAsync(id, cancellationToken) is not { State: not TenantState.Retired } tenant)
        {
            return new LinkChange.NoSuchTenant();
        }

        if (form is not CredentialFormResult.Read read)
        {
            return new LinkChange.Faulty(((CredentialFormResult.Faulty)form).Faults);
        }

        var tested = await test.TestAsync(tenant, read, cancellationToken);
        if (tested is not TestResult.Works works)
        {
            return new LinkChange.TestFailed((TestResult.Fails)tested);
        }

        var to = await keys.OfAsync(read.Credentials, cancellationToken)
            ?? throw new InvalidOperationException("A form that was read has an administration.");
        if (await turns.TakeAsync(id, cancellationToken) is not { } turn)
        {
            return LinkChange.Conflict.Of(ReasonCode.LinkBeingChanged);
        }

        BookkeepingCredentials? previous;
        LinkChange change;
        try
        {
            previous = await secrets.BookkeepingAsync(id, SecretAge.Now, cancellationToken);
            change = await SaveInTurnAsync(id, to, read.Credentials, confirmsOther, turn, by, cancellationToken);
        }
        finally
        {
            await turn.ReleaseAsync();
        }

        if (change is not LinkChange.Done done)
        {
            return change;
        }

        if (previous is not null && previous != read.Credentials)
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
        AdministrationKey to,
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

        if (tenant.Administration is not { } from || from == to)
        {
            return await WriteAsync(id, tenant.Administration, to, credentials, turn, lease: null, by);
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
                : await WriteAsync(id, from, to, credentials, turn, lease, by);
        }
        finally
        {
            await lease.ReleaseAsync();
        }
    }

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
