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
        await foreach (var id in tenants.ListAsync(cancellationToken))
        {
            // Apart, so that what can't be read of one does not hide the rest of it, nor another tenant.
            var tenant = await ApartAsync(id, () => tenants.FindAsync(id, cancellationToken), cancellationToken);
            if (tenant is { State: TenantState.Retired })
            {
                TellNothing(tenant);
            }
            else if (tenant is not null)
            {
                await ApartAsync(id, () => TellStockAsync(tenant, cancellationToken), cancellationToken);
                await ApartAsync(id, () => TellPauseAsync(tenant, cancellationToken), cancellationToken);
            }
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

    private async Task<bool> TellStockAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        var waiting = await stock.WaitingAsync(tenant.Id, cancellationToken);
        var attention = await stock.AttentionAsync(tenant.Id, cancellationToken);
        if (tenant.State != TenantState.Linked)
        {
            // Nothing is done by itself until a person links it again: it is he who is waited for, from when the link was ended.
            attention = attention.With(waiting.NotBefore(tenant.Dates.UnlinkedAt));
            waiting = Stock.None;
        }

        var now = time.GetUtcNow();
        measures.Waiting(tenant.Id, waiting.Count, waiting.AgeAt(now));
        measures.ForAPerson(tenant.Id, attention.Count, attention.AgeAt(now));
        return true;
    }

    private async Task<bool> TellPauseAsync(Tenant tenant, CancellationToken cancellationToken)
    {
        var state = await connections.OfAsync(tenant, cancellationToken);
        measures.Paused(tenant.Id, state.Kind == ConnectionStateKind.Paused);
        return true;
    }

    /// <summary>A store that is away ends the run, as failed: the next one begins anew.</summary>
    private async Task<T?> ApartAsync<T>(TenantId tenant, Func<Task<T>> step, CancellationToken cancellationToken)
    {
        try
        {
            return await step();
        }
        catch (Exception exception) when (exception is not StoreUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            Log.Failed(logger, exception, tenant.Value);
            return default;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "How {Tenant} stands can't be told whole; the next run tries again")]
        public static partial void Failed(ILogger logger, Exception exception, string tenant);
    }
}
