using Microsoft.Extensions.Hosting;
using PerfectviewFunctions.Core.Engine;

namespace PerfectviewFunctions.EndToEnd.Tests.Crashes;

/// <summary>The minute timer for those who can't wait for a minute.</summary>
internal sealed class SweepLoop(PendingSweep sweep, TimeSpan pause) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await sweep.RunAsync(stoppingToken);
            await Task.Delay(pause, stoppingToken);
        }
    }
}
