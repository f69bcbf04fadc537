using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.LocalHost.Hosting;

namespace PerfectviewFunctions.CrashHost;

/// <summary>The product's timers for those who can't wait for a minute.</summary>
internal static class EverySecond
{
    private const string Schedule = "* * * * * *";

    public static IServiceCollection AddFastTimers(this IServiceCollection services) =>
        services.AddTimer<PendingSweep>().AddTimer<PaymentSync>().AddTimer<CallbackSweep>();

    private static IServiceCollection AddTimer<TJob>(this IServiceCollection services)
        where TJob : ITimerJob => services.AddSingleton<IHostedService>(provider => new LocalTimer(
            TJob.TimerName,
            Schedule,
            provider.GetRequiredService<TimerRun<TJob>>().RunAsync,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<LocalTimer>>()));
}
