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
    private const int TakenAtOnce = 500;

    /// <param name="first">The tenant, and what of it the caller waits for.</param>
    /// <param name="budget">After this nothing further is begun.</param>
    public async Task WorkAsync(
        AdministrationKey administration,
        (TenantId Tenant, IReadOnlyList<Subject> Subjects)? first,
        TimeSpan budget,
        CancellationToken cancellationToken)
    {
        var turn = new Turn(time.GetUtcNow() + budget);
        do
        {
            if (await WorkLease.TryTakeAsync(store, time, options, administration, cancellationToken) is not { } lease)
            {
                measures.Waited(LeaseKind.Work);
                return;
            }

            witness.Reached(WorkStep.LeaseTaken);
            try
            {
                await WorkUnderLeaseAsync(lease, administration, first, turn, cancellationToken);
            }
            finally
            {
                await lease.ReleaseAsync();
                witness.Reached(WorkStep.LeaseReleased);
            }

            first = null;
        }
        while (!turn.IsOver(time) && await IsMoreDueAsync(administration, turn, cancellationToken));
    }

    private async Task WorkUnderLeaseAsync(
        WorkLease lease,
        AdministrationKey administration,
        (TenantId Tenant, IReadOnlyList<Subject> Subjects)? first,
        Turn turn,
        CancellationToken cancellationToken)
    {
        if (first is { } own)
        {
            await ApartAsync(
                own.Tenant, () => WorkForAsync(own.Tenant, own.Subjects, lease, administration, turn, cancellationToken), cancellationToken);
        }

        foreach (var tenant in await tenants.MembersAsync(administration, cancellationToken))
        {
            if (turn.IsOver(time))
            {
                return;
            }

            await ApartAsync(
                tenant,
                async () => await WorkForAsync(
                    tenant, await DueAsync(tenant, turn, cancellationToken), lease, administration, turn, cancellationToken),
                cancellationToken);
        }
    }

    /// <summary>One tenant's trouble, such as a secret that can't be read, is not another's, nor that of a caller whose events are stored.</summary>
    private async Task ApartAsync(TenantId tenant, Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (IsItsOwn(exception, cancellationToken))
        {
            Log.TenantFailed(logger, exception, tenant.Value);
        }
    }

    /// <summary>Not the store being away, nor the end of the call: those stop everything.</summary>
    private static bool IsItsOwn(Exception exception, CancellationToken cancellationToken) =>
        exception is not StoreUnavailableException
        && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested);

    private async Task WorkForAsync(
        TenantId id,
        IReadOnlyList<Subject> subjects,
        WorkLease lease,
        AdministrationKey administration,
        Turn turn,
        CancellationToken cancellationToken)
    {
        foreach (var subject in subjects)
        {
            // Opened anew for each: a person who switches something off, ends the link or changes the mapping is heeded from the next one on.
            if (turn.IsOver(time) || await links.OpenAsync(id, administration, cancellationToken) is not { } link)
            {
                return;
            }

            switch (await RunAsync(new TenantPass(link.Tenant, administration, link.Credentials, lease), subject, cancellationToken))
            {
                case WorkEnd.ConnectionRefused refused:
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

    /// <summary>What has due events that this turn has not seen yet, in the order of the list: invoices, then relations.</summary>
    private async Task<IReadOnlyList<Subject>> DueAsync(TenantId tenant, Turn turn, CancellationToken cancellationToken)
    {
        var (subjects, known) = (new List<Subject>(), new HashSet<Subject>());
        await foreach (var entry in openWork.ListAsync(tenant, cancellationToken))
        {
            if (entry.DueAt <= time.GetUtcNow() && turn.IsNew(entry) && known.Add(entry.Subject))
            {
                subjects.Add(entry.Subject);
                if (subjects.Count == TakenAtOnce)
                {
                    break;
                }
            }
        }

        return subjects;
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

    /// <summary>One call's share of work: when it ends, and what it has seen, so that what can't be done now is not taken up again and again.</summary>
    private sealed class Turn(DateTimeOffset end)
    {
        private readonly HashSet<string> seen = new(StringComparer.Ordinal);
        private bool ended;

        public bool IsOver(TimeProvider time) => ended || time.GetUtcNow() >= end;

        public void End() => ended = true;

        public bool IsNew(OpenEvent entry) => seen.Add(NameOf(entry));

        public bool HasSeen(OpenEvent entry) => seen.Contains(NameOf(entry));

        private static string NameOf(OpenEvent entry) => $"{entry.Row.Partition} {entry.Row.Key} {entry.Row.ETag}";
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
