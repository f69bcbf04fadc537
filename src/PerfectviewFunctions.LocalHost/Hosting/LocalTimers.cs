using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.LocalHost.Hosting;

/// <summary>The timers, one for each of <see cref="Schedules"/>.</summary>
internal static class LocalTimers
{
    public static IServiceCollection AddLocalTimers(this IServiceCollection services) => services
        .AddTimer(nameof(Schedules.ProcessPending), Schedules.ProcessPending, provider => provider.GetRequiredService<PendingSweep>().RunAsync)
        .AddTimer(nameof(Schedules.SyncPayments), Schedules.SyncPayments, provider => provider.GetRequiredService<PaymentSync>().RunAsync)
        .AddTimer(nameof(Schedules.DeliverCallbacks), Schedules.DeliverCallbacks, provider => provider.GetRequiredService<CallbackSweep>().RunAsync);

    private static IServiceCollection AddTimer(
        this IServiceCollection services, string name, string schedule, Func<IServiceProvider, Func<CancellationToken, Task>> run) =>
        services.AddSingleton<IHostedService>(provider => new LocalTimer(
            name, schedule, run(provider), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<LocalTimer>>()));
}
