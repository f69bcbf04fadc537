using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.LocalHost.Hosting;

/// <summary>The timers, one for each of <see cref="Schedules"/>.</summary>
internal static class LocalTimers
{
    public static IServiceCollection AddLocalTimers(this IServiceCollection services) => services
        .AddTimer<PendingSweep>(Schedules.ProcessPending)
        .AddTimer<PaymentSync>(Schedules.SyncPayments)
        .AddTimer<CallbackSweep>(Schedules.DeliverCallbacks)
        .AddTimer<StockTaking>(Schedules.TakeStock);

    private static IServiceCollection AddTimer<TJob>(this IServiceCollection services, string schedule)
        where TJob : ITimerJob => services.AddSingleton<IHostedService>(provider => new LocalTimer(
            TJob.TimerName,
            schedule,
            provider.GetRequiredService<TimerRun<TJob>>().RunAsync,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<LocalTimer>>()));
}
