using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Timers;

/// <summary>A run that fails is left to the host, which logs it as failed and runs the next.</summary>
public sealed class ProcessPendingFunction(TimerRun<PendingSweep> sweep)
{
    [Function("ProcessPending")]
    public Task RunAsync([TimerTrigger(Schedules.ProcessPending)] TimerInfo timer, CancellationToken cancellationToken) =>
        sweep.RunAsync(cancellationToken);
}
