using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Payments.Reading;

/// <summary>Reads the payments of one administration, for all its tenants that want them, under its lease for payments.</summary>
internal sealed partial class AdministrationReading(
    IRowStore store,
    ReadingStates states,
    ListReading lists,
    Comparison comparison,
    VanishedWork vanishing,
    TimeProvider time,
    EngineOptions engine,
    IWorkWitness witness,
    Measures measures,
    ILogger<AdministrationReading> logger)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    /// <summary>Reads for a planned time, unless that was done.</summary>
    /// <param name="end">After this nothing further is begun.</param>
    /// <returns>When to come again before the next planned time; null when all is done.</returns>
    public async Task<DateTimeOffset?> RunForAsync(
        AdministrationKey administration, DateTimeOffset slot, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var state = await states.OfAsync(administration, cancellationToken);
        if (!state.IsDue(slot, time.GetUtcNow()))
        {
            return state.AgainAt;
        }

        if (await TakeAsync(administration, cancellationToken) is not { } lease)
        {
            return time.GetUtcNow() + LookAgain;
        }

        return await UnderLeaseAsync(lease, async () =>
        {
            // Somebody else may have read it while the lease was being taken.
            state = await states.OfAsync(administration, cancellationToken);
            return state.IsDue(slot, time.GetUtcNow())
                ? await ReadAsync(administration, state with { Slot = slot }, lease, end, cancellationToken) is { } read
                    ? read.AgainAt
                    : time.GetUtcNow() + LookAgain
                : state.AgainAt;
        });
    }

    /// <summary>Reads now, whatever the schedule says.</summary>
    /// <param name="notAfter">When the last reading was begun later than this, nothing is read.</param>
    /// <returns>How it stands now, and whether it was read for this; null when somebody else is reading.</returns>
    public async Task<(ReadingState State, bool WasRead)?> RunNowAsync(
        AdministrationKey administration, DateTimeOffset notAfter, DateTimeOffset end, CancellationToken cancellationToken)
    {
        if (await TakeAsync(administration, cancellationToken) is not { } lease)
        {
            return null;
        }

        return await UnderLeaseAsync<(ReadingState, bool)?>(lease, async () =>
        {
            var state = await states.OfAsync(administration, cancellationToken);
            if (state.TriedAt > notAfter)
            {
                return (state, false);
            }

            // Before it: a caller who hangs up half-way can't have the books asked again at once.
            state = state with { TriedAt = time.GetUtcNow() };
            await states.SaveAsync(administration, state);
            return await ReadAsync(administration, state, lease, end, cancellationToken) is { } read ? (read, true) : null;
        });
    }

    private async Task<WorkLease?> TakeAsync(AdministrationKey administration, CancellationToken cancellationToken)
    {
        var lease = await WorkLease.TryTakeForPaymentsAsync(store, time, engine, administration, cancellationToken);
        if (lease is null)
        {
            measures.Waited(LeaseKind.Payments);
            return null;
        }

        witness.Reached(WorkStep.PaymentsLeaseTaken);

        return lease;
    }

    private static async Task<T> UnderLeaseAsync<T>(WorkLease lease, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        finally
        {
            await lease.ReleaseAsync();
        }
    }

    /// <returns>How it stands now; null when somebody else took over, who does it: nothing of this reading may be stored over his.</returns>
    private async Task<ReadingState?> ReadAsync(
        AdministrationKey administration, ReadingState state, WorkLease lease, DateTimeOffset end, CancellationToken cancellationToken)
    {
        using var span = Spans.BeginPaymentReading(administration);
        try
        {
            var read = await ReadAndStoreAsync(administration, state, lease, end, cancellationToken);
            span.Ended(read.Reason is null ? "read" : "failed", read.Reason?.Values.GetValueOrDefault("code"), isError: read.Reason is not null);
            return read;
        }
        catch (StaleWorkException)
        {
            span.Ended("lease-lost");
            return null;
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            span.Ended("failed", isError: true);
            throw;
        }
    }

    private async Task<ReadingState> ReadAndStoreAsync(
        AdministrationKey administration, ReadingState state, WorkLease lease, DateTimeOffset end, CancellationToken cancellationToken)
    {
        var triedAt = time.GetUtcNow();
        var links = await lists.LinksAsync(administration, cancellationToken);
        if (links is { Open.Count: 0, IsWhole: false })
        {
            return await FailedAsync(administration, state with { TriedAt = triedAt }, NotRead(ReasonCode.Unexpected), null, lease);
        }

        if (links.Open.Count == 0)
        {
            // All their connections rest; whoever resumes one need not wait for more than the next planned time.
            return await SaveAsync(administration, state with { TriedAt = triedAt, Reason = NotRead(ReasonCode.ConnectionPaused), AgainAt = null }, lease);
        }

        switch (await lists.ReadAsync(links.Open, lease, cancellationToken))
        {
            case ListRead.Whole whole:
                witness.Reached(WorkStep.PaymentsRead);
                var vanished = await CompareAsync(administration, links, whole, lease, end, cancellationToken);
                return await EndAsync(administration, state with { TriedAt = triedAt, ReadAt = whole.List.RequestedAt }, vanished, lease);
            case ListRead.Failed failed:
                return await FailedAsync(administration, state with { TriedAt = triedAt }, failed.Reason, failed.RetryAfter, lease);
            default:
                throw new InvalidOperationException("A reading of an unknown kind.");
        }
    }

    private async Task<VanishedEnd> CompareAsync(
        AdministrationKey administration,
        ReadingLinks links,
        ListRead.Whole whole,
        WorkLease lease,
        DateTimeOffset end,
        CancellationToken cancellationToken)
    {
        var compared = await comparison.RunAsync(
            administration, [.. links.Open.Select(link => link.Tenant)], whole.List, lease, cancellationToken);
        Log.Read(logger, administration.Value, whole.List.Count, compared.Changed, compared.Vanished.Count);
        var ended = await vanishing.RunAsync(compared.Vanished, compared.Before, whole.List, whole.Credentials, lease, end, cancellationToken);
        return ended is VanishedEnd.Done && !(links.IsWhole && compared.IsWhole) ? new VanishedEnd.Failed(ReasonCode.Unexpected) : ended;
    }

    private Task<ReadingState> EndAsync(AdministrationKey administration, ReadingState state, VanishedEnd end, WorkLease lease) => end switch
    {
        VanishedEnd.Done => SaveAsync(administration, state with { Reason = null, Failures = 0, AgainAt = null }, lease),
        VanishedEnd.MoreToDo => SaveAsync(administration, state with { Reason = null, Failures = 0, AgainAt = time.GetUtcNow() }, lease),
        VanishedEnd.Failed failed => FailedAsync(administration, state, NotRead(failed.Code), null, lease),
        _ => throw new InvalidOperationException("An end of an unknown kind."),
    };

    private static Reason NotRead(string code) => Reason.Of(ReasonCode.PaymentsNotRead, ("code", code));

    private Task<ReadingState> FailedAsync(
        AdministrationKey administration, ReadingState state, Reason reason, TimeSpan? retryAfter, WorkLease lease)
    {
        Log.NotRead(logger, administration.Value, reason.Values.GetValueOrDefault("code", ""));
        var failures = state.Failures + 1;
        var next = state with
        {
            Reason = reason,
            Failures = failures,
            AgainAt = time.GetUtcNow() + Backoff.After(failures, engine.FirstRetry, administration.Value, retryAfter),
        };
        return SaveAsync(administration, next, lease);
    }

    private async Task<ReadingState> SaveAsync(AdministrationKey administration, ReadingState state, WorkLease lease)
    {
        await lease.KeepAsync();
        await states.SaveAsync(administration, state);
        witness.Reached(WorkStep.ReadingStored);
        measures.PaymentsRead(isRead: state.Reason is null);
        return state;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Payments of administration {Administration}: {Rows} open, {Changed} changed, {Vanished} to look up")]
        public static partial void Read(ILogger logger, string administration, int rows, int changed, int vanished);

        [LoggerMessage(2, LogLevel.Warning, "The payments of administration {Administration} were not read: {Code}")]
        public static partial void NotRead(ILogger logger, string administration, string code);
    }
}
