using Microsoft.Extensions.Hosting;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Crashes;

/// <summary>The minute timers for those who can't wait for a minute.</summary>
internal sealed class SweepLoop(PendingSweep sweep, PaymentSync payments, CallbackSweep callbacks, TimeSpan pause) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await sweep.RunAsync(stoppingToken);
            await payments.RunAsync(stoppingToken);
            await callbacks.RunAsync(stoppingToken);
            await Task.Delay(pause, stoppingToken);
        }
    }
}
