using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Attention;

/// <summary>
/// What a timer runs to say how each tenant stands: what the link still has to do, what waits for a person, whether the connection is paused. Told
/// anew each time, also when it is nothing, so that whoever is alarmed by it hears that it is over.
/// </summary>
public sealed partial class StockTaking : ITimerJob
{
    /// <summary>For so long a tenant that was retired is told to have nothing, so that what was told of it before ends.</summary>
    private static readonly TimeSpan RetiredIsTold = TimeSpan.FromDays(1);

    /// <summary>What can't be read is told as if it had waited for so long: longer than any alert bears with, since nothing goes on there by itself.</summary>
    private static readonly TimeSpan AgeOfUnreadable = TimeSpan.FromDays(365);

    private readonly TenantStore tenants;
    private readonly TenantStock stock;
    private readonly ConnectionStates connections;
    private readonly TimeProvider time;
    private readonly Measures measures;
    private readonly ILogger<StockTaking> logger;

    internal StockTaking(
        TenantStore tenants, TenantStock stock, ConnectionStates connections, TimeProvider time, Measures measures, ILogger<StockTaking> logger)
    {
        this.tenants = tenants;
        this.stock = stock;
        this.connections = connections;
        this.time = time;
        this.measures = measures;
        this.logger = logger;
    }

    public static string TimerName => "TakeStock";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var lasting = new List<Tenant>();
        await foreach (var id in tenants.ListAsync(cancellationToken))
        {
            // Apart, so that what can't be read of one does not hide the rest of it, nor another tenant.
            Tenant? tenant = null;
            var isRead = await ApartAsync(id, async () => tenant = await tenants.FindAsync(id, cancellationToken), cancellationToken);
            if (tenant is { State: TenantState.Retired })
            {
                TellNothing(tenant);
            }
            else if (tenant is not null)
            {
                await TellStockAsync(tenant, cancellationToken);
                lasting.Add(tenant);
            }
            else if (!isRead)
            {
                measures.ForAPerson(id, 1, AgeOfUnreadable);
            }
        }

        // After all of the above, which needs the store alone: a vault that is slow or away must not keep what waits from being told.
        foreach (var tenant in lasting)
        {
            await ApartAsync(tenant.Id, () => TellPauseAsync(tenant, cancellationToken), cancellationToken);
        }
    }

    private void TellNothing(Tenant tenant)
    {
        if (tenant.Dates.RetiredAt > time.GetUtcNow() - RetiredIsTold)
        {
            measures.Waiting(tenant.Id, 0, TimeSpan.Zero);
            measures.ForAPerson(tenant.Id, 0, TimeSpan.Zero);
            measures.Paused(tenant.Id, isPaused: false);
        }
    }

    private async Task TellStockAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        var (waiting, attention) = (Stock.None, Stock.None);
        var isWaitingRead = await ApartAsync(
            tenant.Id, async () => waiting = await stock.WaitingAsync(tenant.Id, cancellationToken), cancellationToken);
        var isAttentionRead = await ApartAsync(
            tenant.Id, async () => attention = await stock.AttentionAsync(tenant.Id, cancellationToken), cancellationToken);
        if (tenant.State != TenantState.Linked)
        {
            // Nothing is done by itself until a person links it again: it is he who is waited for, from when the link was ended.
            attention = attention.With(waiting.NotBefore(tenant.Dates.UnlinkedAt));
            waiting = Stock.None;
        }

        var now = time.GetUtcNow();
        if (isWaitingRead)
        {
            measures.Waiting(tenant.Id, waiting.Count, waiting.AgeAt(now));
        }

        if (!isWaitingRead || !isAttentionRead)
        {
            // A row that stops this stops the work on the tenant too: it is told, or nobody would hear of it.
            attention = attention.With(now - AgeOfUnreadable);
        }

        measures.ForAPerson(tenant.Id, attention.Count, attention.AgeAt(now));
    }

    private async Task TellPauseAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        var state = await connections.OfAsync(tenant, cancellationToken);
        measures.Paused(tenant.Id, state.Kind == ConnectionStateKind.Paused);
    }

    /// <summary>A store that is away ends the run, as failed: the next one begins anew.</summary>
    private async Task<bool> ApartAsync(TenantId tenant, Func<Task> step, CancellationToken cancellationToken)
    {
        try
        {
            await step();
            return true;
        }
        catch (Exception exception) when (exception is not StoreUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, exception, tenant.Value);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "How {Tenant} stands can't be told whole; the next run tries again")]
        public static partial void Failed(ILogger logger, Exception exception, string tenant);
    }
}
