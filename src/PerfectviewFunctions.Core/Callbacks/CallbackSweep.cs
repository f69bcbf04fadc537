using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Callbacks;

/// <summary>What a timer runs every minute: sends the messages to Perfectview that are due, for a number of tenants at a time.</summary>
public sealed partial class CallbackSweep : ITimerJob
{
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(4);

    /// <summary>How long one receiver is sent to before the others have their turn.</summary>
    private static readonly TimeSpan TurnOfOne = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan RepairInterval = TimeSpan.FromHours(1);

    private readonly CallbackDueRows due;
    private readonly CallbackDelivery delivery;
    private readonly TenantStore tenants;
    private readonly TimeProvider time;
    private readonly CallbackOptions options;
    private readonly ILogger<CallbackSweep> logger;
    private readonly Rounds<string> rounds;
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
        rounds = new Rounds<string>(time);
    }

    public static string TimerName => "DeliverCallbacks";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (repairedAt is not { } last || time.GetUtcNow() - last >= RepairInterval)
        {
            await RepairAsync(cancellationToken);
            repairedAt = time.GetUtcNow();
        }

        var rows = new Dictionary<string, Row>(StringComparer.Ordinal);
        await foreach (var row in due.Rows.DueAsync(cancellationToken))
        {
            rows.Add(row.Key, row);
        }

        await rounds.RunAsync(
            rows.Keys.ToHashSet(StringComparer.Ordinal),
            options.Parallelism,
            Budget,
            TurnOfOne,
            (tenant, until, cancel) => RunApartAsync(rows[tenant], until, cancel),
            cancellationToken);
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
                    await due.Rows.RepairAsync(tenant, next, cancellationToken);
                }
            }
            catch (Exception exception) when (exception is not StoreUnavailableException && !cancellationToken.IsCancellationRequested)
            {
                Log.Failed(logger, exception, tenant.Value);
            }
        }
    }

    /// <summary>One tenant's trouble is not another's.</summary>
    /// <returns>Whether its time is over and there may be more to send.</returns>
    private async Task<bool> RunApartAsync(Row row, DateTimeOffset until, CancellationToken cancellationToken)
    {
        try
        {
            var id = TenantId.Parse(row.Key);
            if (await tenants.FindAsync(id, cancellationToken) is { } tenant && await delivery.RunAsync(tenant, until, cancellationToken))
            {
                return true;
            }

            var askedAt = time.GetUtcNow();
            await due.Rows.SettleAsync(row, askedAt, await delivery.NextAtAsync(id, cancellationToken), cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, exception, row.Key);
        }

        return false;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Messages about the payments of {Tenant} can't be sent; the next minute tries again")]
        public static partial void Failed(ILogger logger, Exception exception, string tenant);
    }
}
