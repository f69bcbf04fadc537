using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Relations.Sync;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>
/// Works on what is due in one administration, for all its tenants, while it holds the lease. Whoever comes meanwhile goes away at once; the
/// holder looks once more after releasing, and the minute timer picks up the rest.
/// </summary>
internal sealed partial class BookingEngine(
    IRowStore store,
    TenantStore tenants,
    OpenLinks links,
    OpenWork openWork,
    SettingAside aside,
    InvoiceWork invoices,
    RelationWork relations,
    TimeProvider time,
    EngineOptions options,
    IWorkWitness witness,
    Measures measures,
    ILogger<BookingEngine> logger)
{
    /// <summary>To whom the last turn of an administration did not come: he is first in the next one, behind what a caller waits for.</summary>
    private readonly ConcurrentDictionary<AdministrationKey, TenantId> passedOver = new();

    /// <summary>
    /// What is worked on by this very process, from when it has the lease until it gave it back: who comes meanwhile need not ask the store, since the holder
    /// looks once more after that. One whose lease ran out keeps nobody away.
    /// </summary>
    private readonly ConcurrentDictionary<AdministrationKey, WorkLease> inHand = new();

    /// <param name="first">The tenant, and what of it the caller waits for.</param>
    /// <param name="budget">After this nothing further is begun.</param>
    public async Task<TurnEnd> WorkAsync(
        AdministrationKey administration,
        (TenantId Tenant, IReadOnlyList<Subject> Subjects)? first,
        TimeSpan budget,
        CancellationToken cancellationToken)
    {
        var turn = new Turn(time.GetUtcNow(), budget);
        do
        {
            if (inHand.TryGetValue(administration, out var own) && own.IsHeld
                || await WorkLease.TryTakeAsync(store, time, options, administration, cancellationToken) is not { } lease)
            {
                measures.Waited(LeaseKind.Work);
                return first is null ? TurnEnd.Done : TurnEnd.LeftToAnother;
            }

            witness.Reached(WorkStep.LeaseTaken);
            inHand[administration] = lease;
            try
            {
                await WorkUnderLeaseAsync(lease, administration, first, turn, cancellationToken);
            }
            finally
            {
                await GiveBackAsync(administration, lease);
            }

            first = null;
        }
        while (!turn.IsOver(time) && await IsMoreDueAsync(administration, turn, cancellationToken));

        return turn.IsTimeUp(time) ? TurnEnd.TimeUp : TurnEnd.Done;
    }

    private async Task GiveBackAsync(AdministrationKey administration, WorkLease lease)
    {
        try
        {
            await lease.ReleaseAsync();
            witness.Reached(WorkStep.LeaseReleased);
        }
        finally
        {
            // Not another's, who took the lease after this one had run out.
            inHand.TryRemove(KeyValuePair.Create(administration, lease));
        }
    }

    /// <summary>Goes round over the tenants, a few subjects of each at a time: what came in for one does not wait until all of another's is done.</summary>
    private async Task WorkUnderLeaseAsync(
        WorkLease lease,
        AdministrationKey administration,
        (TenantId Tenant, IReadOnlyList<Subject> Subjects)? first,
        Turn turn,
        CancellationToken cancellationToken)
    {
        var members = InTurn(administration, await tenants.MembersAsync(administration, cancellationToken));
        List<Share> shares = first is { } own
            ? [new Share(own.Tenant, own.Subjects), .. members.Where(member => member != own.Tenant).Select(member => new Share(member, []))]
            : [.. members.Select(member => new Share(member, []))];
        do
        {
            foreach (var share in shares)
            {
                if (turn.IsOver(time))
                {
                    passedOver[administration] = share.Tenant;
                    return;
                }

                if (!await ApartAsync(share.Tenant, () => WorkForAsync(share, lease, administration, turn, cancellationToken), cancellationToken))
                {
                    share.Leave();
                }
            }
        }
        while (shares.Exists(share => share.IsLeft));
        passedOver.TryRemove(administration, out _);
    }

    private IReadOnlyList<TenantId> InTurn(AdministrationKey administration, IReadOnlyList<TenantId> members)
    {
        var at = passedOver.TryGetValue(administration, out var next) ? members.TakeWhile(member => member != next).Count() : 0;
        return [.. members.Skip(at), .. members.Take(at)];
    }

    /// <summary>One tenant's trouble, such as a secret that can't be read, is not another's, nor that of a caller whose events are stored.</summary>
    /// <returns>Whether it went without.</returns>
    private async Task<bool> ApartAsync(TenantId tenant, Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception exception) when (IsItsOwn(exception, cancellationToken))
        {
            Log.TenantFailed(logger, exception, tenant.Value);
            return false;
        }
    }

    /// <summary>Not the store being away, nor the end of the call: those stop everything.</summary>
    private static bool IsItsOwn(Exception exception, CancellationToken cancellationToken) =>
        exception is not StoreUnavailableException
        && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested);

    /// <summary>Works on as much of one tenant as it may have before the others come.</summary>
    private async Task WorkForAsync(
        Share share, WorkLease lease, AdministrationKey administration, Turn turn, CancellationToken cancellationToken)
    {
        var (isListed, end) = (false, time.GetUtcNow() + turn.ForOne);
        for (var done = 0; done < Share.Slice && (done == 0 || time.GetUtcNow() < end); done++)
        {
            if (share.IsEmpty && !isListed)
            {
                share.Take(await DueAsync(share.Tenant, turn, cancellationToken));
                isListed = true;
            }

            if (turn.IsOver(time) || !share.TryNext(out var subject))
            {
                return;
            }

            // Opened anew for each: a person who switches something off, ends the link or changes the mapping is heeded from the next one on.
            if (await links.OpenAsync(share.Tenant, administration, cancellationToken) is not { } link)
            {
                share.Leave();
                return;
            }

            switch (await RunAsync(new TenantPass(link.Tenant, administration, link.Credentials, lease), subject, cancellationToken))
            {
                case WorkEnd.ConnectionRefused refused:
                    share.Leave();
                    await links.PauseAsync(link, refused.Code, cancellationToken);
                    return;
                case WorkEnd.LeaseLost:
                    turn.End();
                    return;
            }
        }
    }

    /// <summary>Runs one invoice or relation; whatever goes wrong with it stays with it.</summary>
    private async Task<WorkEnd> RunAsync(TenantPass pass, Subject subject, CancellationToken cancellationToken)
    {
        using var span = Spans.BeginWork(pass.Tenant.Id, subject);
        using var scope = LogScope.Begin(logger, pass.Tenant.Id, subject);
        try
        {
            var end = await (subject switch
            {
                Subject.Invoice invoice => invoices.RunAsync(pass, invoice.Number, cancellationToken),
                Subject.Relation relation => relations.RunAsync(pass, relation.Id, cancellationToken),
                _ => throw new InvalidOperationException("A subject of an unknown kind."),
            });
            TellHowItEnded(span, end);
            return end;
        }
        catch (StaleWorkException)
        {
            span.Ended("lease-lost");
            Log.Stale(logger, pass.Tenant.Id.Value, subject);
            return new WorkEnd.LeaseLost();
        }
        catch (Exception exception) when (IsItsOwn(exception, cancellationToken))
        {
            span.Ended("failed", isError: true);
            Log.Failed(logger, exception, pass.Tenant.Id.Value, subject);
            await ApartAsync(pass.Tenant.Id, () => aside.SetAsideAsync(pass.Tenant.Id, subject), cancellationToken);
            return new WorkEnd.Rest();
        }
    }

    /// <summary>Whoever stored a result has told it; these two store none.</summary>
    private static void TellHowItEnded(Activity? span, WorkEnd end)
    {
        switch (end)
        {
            case WorkEnd.ConnectionRefused refused:
                span.Ended("connection-refused", refused.Code, isError: true);
                break;
            case WorkEnd.LeaseLost:
                span.Ended("lease-lost");
                break;
        }
    }

    /// <summary>What has due events that this turn has not seen yet.</summary>
    private async Task<IReadOnlyList<Subject>> DueAsync(TenantId tenant, Turn turn, CancellationToken cancellationToken)
    {
        var due = new DueLongest(Share.Most);
        await foreach (var entry in openWork.ListAsync(tenant, cancellationToken))
        {
            if (entry.DueAt <= time.GetUtcNow() && !turn.HasSeen(entry))
            {
                due.Add(entry);
            }
        }

        var picked = due.Picked();
        foreach (var entry in picked.SelectMany(one => one.Entries))
        {
            turn.See(entry);
        }

        return [.. picked.Select(one => one.Subject)];
    }

    private async Task<bool> IsMoreDueAsync(AdministrationKey administration, Turn turn, CancellationToken cancellationToken)
    {
        foreach (var tenant in await tenants.MembersAsync(administration, cancellationToken))
        {
            var more = false;
            await ApartAsync(tenant, async () => more = await HasMoreDueAsync(tenant, turn, cancellationToken), cancellationToken);
            if (more)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> HasMoreDueAsync(TenantId tenant, Turn turn, CancellationToken cancellationToken)
    {
        await foreach (var entry in openWork.ListAsync(tenant, cancellationToken))
        {
            if (entry.DueAt <= time.GetUtcNow() && !turn.HasSeen(entry))
            {
                return true;
            }
        }

        return false;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Another worker went on with {Subject} of {Tenant}")]
        public static partial void Stale(ILogger logger, string tenant, Subject subject);

        [LoggerMessage(2, LogLevel.Error, "Work on {Subject} of {Tenant} failed and is set aside for a while")]
        public static partial void Failed(ILogger logger, Exception exception, string tenant, Subject subject);

        [LoggerMessage(3, LogLevel.Error, "The work for {Tenant} stopped; that for other tenants goes on")]
        public static partial void TenantFailed(ILogger logger, Exception exception, string tenant);
    }
}
