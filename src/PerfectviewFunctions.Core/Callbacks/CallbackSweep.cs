using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Callbacks;

/// <summary>What a timer runs every minute: sends the messages to Perfectview that are due, for a number of tenants at a time.</summary>
public sealed partial class CallbackSweep : ITimerJob
{
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan RepairInterval = TimeSpan.FromHours(1);

    private readonly CallbackDueRows due;
    private readonly CallbackDelivery delivery;
    private readonly TenantStore tenants;
    private readonly TimeProvider time;
    private readonly CallbackOptions options;
    private readonly ILogger<CallbackSweep> logger;
    private DateTimeOffset? repairedAt;

    internal CallbackSweep(
        CallbackDueRows due,
        CallbackDelivery delivery,
        TenantStore tenants,
        TimeProvider time,
        CallbackOptions options,
        ILogger<CallbackSweep> logger)
    {
        this.due = due;
        this.delivery = delivery;
        this.tenants = tenants;
        this.time = time;
        this.options = options;
        this.logger = logger;
    }

    public static string TimerName => "DeliverCallbacks";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (repairedAt is not { } last || time.GetUtcNow() - last >= RepairInterval)
        {
            await RepairAsync(cancellationToken);
            repairedAt = time.GetUtcNow();
        }

        var rows = new List<Row>();
        await foreach (var row in due.Rows.DueAsync(cancellationToken))
        {
            rows.Add(row);
        }

        var end = time.GetUtcNow() + Budget;
        await Parallel.ForEachAsync(
            rows,
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = cancellationToken },
            async (row, cancel) => await RunApartAsync(row, end, cancel));
    }

    /// <summary>Makes the rows anew that say whose messages wait, so that not even a lost one loses a message.</summary>
    private async Task RepairAsync(CancellationToken cancellationToken)
    {
        await foreach (var tenant in tenants.ListAsync(cancellationToken))
        {
            try
            {
                if (await delivery.NextAtAsync(tenant, cancellationToken) is { } next)
                {
                    await due.Rows.AnnounceAsync(tenant, next, cancellationToken);
                }
            }
            catch (Exception exception) when (exception is not StoreUnavailableException && !cancellationToken.IsCancellationRequested)
            {
                Log.Failed(logger, exception, tenant.Value);
            }
        }
    }

    /// <summary>One tenant's trouble is not another's.</summary>
    private async Task RunApartAsync(Row row, DateTimeOffset end, CancellationToken cancellationToken)
    {
        try
        {
            var id = TenantId.Parse(row.Key);
            if (await tenants.FindAsync(id, cancellationToken) is { } tenant)
            {
                await delivery.RunAsync(tenant, end, cancellationToken);
            }

            var askedAt = time.GetUtcNow();
            await due.Rows.SettleAsync(row, askedAt, await delivery.NextAtAsync(id, cancellationToken), cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, exception, row.Key);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Messages about the payments of {Tenant} can't be sent; the next minute tries again")]
        public static partial void Failed(ILogger logger, Exception exception, string tenant);
    }
}
