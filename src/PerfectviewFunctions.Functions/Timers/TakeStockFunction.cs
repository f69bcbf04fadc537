using Microsoft.Azure.Functions.Worker;
using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.Functions.Timers;

/// <summary>A run that fails is left to the host, which logs it as failed and runs the next.</summary>
public sealed class TakeStockFunction(TimerRun<StockTaking> stock)
{
    [Function("TakeStock")]
    public Task RunAsync([TimerTrigger(Schedules.TakeStock)] TimerInfo timer, CancellationToken cancellationToken) =>
        stock.RunAsync(cancellationToken);
}
