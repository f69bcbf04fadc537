using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Timers;

/// <summary>A run that fails is left to the host, which logs it as failed and runs the next.</summary>
public sealed class DeliverCallbacksFunction(TimerRun<CallbackSweep> sweep)
{
    [Function("DeliverCallbacks")]
    public Task RunAsync([TimerTrigger(Schedules.DeliverCallbacks)] TimerInfo timer, CancellationToken cancellationToken) =>
        sweep.RunAsync(cancellationToken);
}
