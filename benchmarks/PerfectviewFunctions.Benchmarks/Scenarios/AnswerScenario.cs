using System.Diagnostics;
using System.Globalization;
using PerfectviewFunctions.Benchmarks.Reporting;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>How long a sender waits for its answer when little comes in, at a given rate whether or not answers come.</summary>
internal sealed class AnswerScenario : IScenario
{
    private const int Customers = 10;
    private const int PerSecond = 5;
    private const int BooksMs = 200;

    public string Name => "answers";

    public string Title => "Time to the answer of a webhook";

    public async Task<ScenarioReport> RunAsync(CompareOptions options)
    {
        var rows = new List<FigureRow>();
        foreach (var subject in Subject.Both)
        {
            rows.Add(await MeasureAsync(subject, options));
        }

        return new ScenarioReport(
            Name,
            Title,
            [new FigureTable($"{Customers} tenants, {PerSecond} requests a second of one invoice each, {BooksMs} ms a call to the books.", rows)],
            "Counted from when a request was to be sent. Both answer when the invoice is booked; we answer 202 at once where somebody else works on the administration.")
        {
            Headline = string.Create(
                CultureInfo.InvariantCulture,
                $"A webhook is answered within {rows[1]["p95"]:0} ms (p95) with books of {BooksMs} ms a call; by the straightforward connector within {rows[0]["p95"]:0} ms."),
        };
    }

    private static async Task<FigureRow> MeasureAsync(Subject subject, CompareOptions options)
    {
        await using var scene = await Scene.StartAsync(subject.StartAsync, Customers, options.Seed);
        await scene.WarmUpAsync(5);
        scene.SlowBooks(BooksMs);
        var (underWay, random, watch) = (new List<Task<(bool IsDone, double Ms)>>(), new Random(options.Seed), Stopwatch.StartNew());
        for (var index = 0; index < PerSecond * (options.Quick ? 2 : 30); index++)
        {
            var at = TimeSpan.FromSeconds((double)index / PerSecond);
            while (watch.Elapsed < at)
            {
                await Task.Delay(1);
            }

            underWay.Add(SendAsync(scene, scene.Customers[random.Next(Customers)], at, watch));
        }

        var all = await Task.WhenAll(underWay);
        await scene.Ledger.BookedAsync();
        List<double> took = [.. all.Select(one => one.Ms).Order()];
        return new FigureRow(
            $"{PerSecond}/s",
            subject.Name,
            new Figure("requests", all.Length, ""),
            new Figure("answered 202", all.Count(one => !one.IsDone), ""),
            new Figure("p50", Percentile.Of(took, 50), "ms"),
            new Figure("p95", Percentile.Of(took, 95), "ms"),
            new Figure("p99", Percentile.Of(took, 99), "ms"));
    }

    private static async Task<(bool IsDone, double Ms)> SendAsync(Scene scene, Customer customer, TimeSpan at, Stopwatch watch)
    {
        await Task.Yield();
        var reply = await scene.SendAsync(customer);
        return (reply.IsDone, (watch.Elapsed - at).TotalMilliseconds);
    }
}
