using System.Diagnostics;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>How long it takes from the first request until all is answered and stands in the books.</summary>
internal static class Throughput
{
    /// <returns>Invoices per second.</returns>
    public static async Task<double> MeasureAsync(Scene scene, SenderPlan plan)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(scene.Customers.SelectMany((customer, index) => Enumerable.Range(0, plan.Senders).Select(async sender =>
        {
            await Task.Yield();
            for (var sent = 0; sent < plan.Requests; sent++)
            {
                await scene.SendAsync(customer, plan.PerRequest, index + sender + sent);
            }
        })));
        await scene.Ledger.BookedAsync();
        return plan.Invoices / watch.Elapsed.TotalSeconds;
    }
}
