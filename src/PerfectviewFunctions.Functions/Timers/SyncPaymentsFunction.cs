using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Timers;

/// <summary>A run that fails is left to the host, which logs it as failed and runs the next.</summary>
public sealed class SyncPaymentsFunction(TimerRun<PaymentSync> sync)
{
    [Function("SyncPayments")]
    public Task RunAsync([TimerTrigger(Schedules.SyncPayments)] TimerInfo timer, CancellationToken cancellationToken) =>
        sync.RunAsync(cancellationToken);
}
