using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Retention;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>
/// What the minute timer runs: picks up whatever is due (retries, what a dead process left, what came while the lease was taken). At its first
/// run and once an hour it makes the due rows, and the lists of who books where, anew from all tenants, so that not even a lost row loses an event. Once a
/// day it deletes the bodies whose time is over.
/// </summary>
public sealed partial class PendingSweep : ITimerJob
{
    private static readonly TimeSpan RepairInterval = TimeSpan.FromHours(1);

    private readonly TenantStore tenants;
    private readonly DueRows due;
    private readonly OpenWork openWork;
    private readonly BookingEngine engine;
    private readonly BodyRetention retention;
    private readonly TimeProvider time;
    private readonly EngineOptions options;
    private readonly ILogger<PendingSweep> logger;
    private readonly Rounds<AdministrationKey> rounds;
    private DateTimeOffset? repairedAt;

    internal PendingSweep(
        TenantStore tenants,
        DueRows due,
        OpenWork openWork,
        BookingEngine engine,
        BodyRetention retention,
        TimeProvider time,
        EngineOptions options,
        ILogger<PendingSweep> logger)
    {
        this.tenants = tenants;
        this.due = due;
        this.openWork = openWork;
        this.engine = engine;
        this.retention = retention;
        this.time = time;
        this.options = options;
        this.logger = logger;
        rounds = new Rounds<AdministrationKey>(time);
    }

    public static string TimerName => "ProcessPending";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (repairedAt is not { } last || time.GetUtcNow() - last >= RepairInterval)
        {
            await RepairAsync(cancellationToken);
            repairedAt = time.GetUtcNow();
        }

        var rows = new List<Row>();
        var administrations = new HashSet<AdministrationKey>();
        await foreach (var row in due.DueAsync(cancellationToken))
        {
            rows.Add(row);
            await ApartAsync(
                row.Key,
                async () =>
                {
                    if ((await tenants.FindAsync(TenantId.Parse(row.Key), cancellationToken))?.Administration is { } administration)
                    {
                        administrations.Add(administration);
                    }
                },
                cancellationToken);
        }

        await rounds.RunAsync(administrations, options.SweepParallelism, options.SweepBudget, options.SweepTurn, WorkAsync, cancellationToken);
        foreach (var row in rows)
        {
            await ApartAsync(row.Key, () => SettleAsync(row, cancellationToken), cancellationToken);
        }

        await retention.RunIfDueAsync(cancellationToken);
    }

    private async Task SettleAsync(Row row, CancellationToken cancellationToken)
    {
        var askedAt = time.GetUtcNow();
        await due.SettleAsync(row, askedAt, await openWork.NextAtAsync(TenantId.Parse(row.Key), cancellationToken), cancellationToken);
    }

    /// <summary>One administration's trouble is not another's, not even a store that fails for its partition alone.</summary>
    private async Task<bool> WorkAsync(AdministrationKey administration, DateTimeOffset until, CancellationToken cancellationToken)
    {
        try
        {
            return await engine.WorkAsync(administration, null, until - time.GetUtcNow(), cancellationToken) == TurnEnd.TimeUp;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, exception, administration.Value);
            return false;
        }
    }

    private async Task RepairAsync(CancellationToken cancellationToken)
    {
        await foreach (var tenant in tenants.ListAsync(cancellationToken))
        {
            await ApartAsync(
                tenant.Value,
                async () =>
                {
                    await RejoinAsync(tenant, cancellationToken);
                    if (await openWork.NextAtAsync(tenant, cancellationToken) is { } next)
                    {
                        await due.RepairAsync(tenant, next, cancellationToken);
                    }
                },
                cancellationToken);
        }
    }

    /// <summary>A tenant that its administration's list lost would be passed over there for ever. A store that fails for one administration is not all others'.</summary>
    private async Task RejoinAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        try
        {
            if (await tenants.FindAsync(tenant, cancellationToken) is { State: TenantState.Linked, Administration: { } administration })
            {
                await tenants.JoinAsync(tenant, administration, cancellationToken);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.TenantFailed(logger, exception, tenant.Value);
        }
    }

    /// <summary>A damaged row of one tenant must not keep the timer from all others. A store that is away ends the run: the next one begins anew.</summary>
    private async Task ApartAsync(string tenant, Func<Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await step();
        }
        catch (Exception exception) when (exception is not StoreUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            Log.TenantFailed(logger, exception, tenant);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The work on administration {Administration} stopped; the next minute goes on")]
        public static partial void Failed(ILogger logger, Exception exception, string administration);

        [LoggerMessage(2, LogLevel.Error, "The timer passes {Tenant} over; the next minute tries again")]
        public static partial void TenantFailed(ILogger logger, Exception exception, string tenant);
    }
}
