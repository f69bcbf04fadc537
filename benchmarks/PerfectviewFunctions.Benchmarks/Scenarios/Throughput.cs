using System.Diagnostics;
using PerfectviewFunctions.Benchmarks.Reporting;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>How long it takes from the first request until all is answered and stands in the books.</summary>
internal static class Throughput
{
    /// <summary>The name of what counts: invoices per second.</summary>
    public const string Booked = "booked";

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Scene scene, SenderPlan plan)
    {
        GC.Collect();
        var (sentAgain, watch) = (scene.Door.SentAgain, Stopwatch.StartNew());
        var replies = await Task.WhenAll(scene.Customers.SelectMany((customer, index) =>
            Enumerable.Range(0, plan.Senders).Select(sender => SendAsync(scene, customer, plan, index + sender))));
        await scene.Ledger.BookedAsync();
        var took = watch.Elapsed;
        List<Reply> all = [.. replies.SelectMany(reply => reply)];
        return
        [
            new Figure("invoices", plan.Invoices, ""),
            new Figure(Booked, plan.Invoices / took.TotalSeconds, "1/s"),
            new Figure("answered 202", all.Count(reply => !reply.IsDone), "requests"),
            new Figure("sent again", scene.Door.SentAgain - sentAgain, "requests"),
            new Figure("slowest answer", all.Max(reply => reply.Took.TotalMilliseconds), "ms"),
        ];
    }

    /// <param name="first">Which host gets the first request, counted round; the others follow in turn.</param>
    private static async Task<List<Reply>> SendAsync(Scene scene, Customer customer, SenderPlan plan, int first)
    {
        await Task.Yield();
        var replies = new List<Reply>();
        for (var sent = 0; sent < plan.Requests; sent++)
        {
            replies.Add(await scene.SendAsync(customer, plan.PerRequest, first + sent));
        }

        return replies;
    }
}
