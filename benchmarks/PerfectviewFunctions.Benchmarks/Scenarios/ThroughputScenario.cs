using PerfectviewFunctions.Benchmarks.Reporting;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>Invoices per second through the front door, in steady state.</summary>
internal sealed class ThroughputScenario : IScenario
{
    private const int HeadlineMs = 200;

    public string Name => "throughput";

    public string Title => "Invoices per second";

    public async Task<ScenarioReport> RunAsync(CompareOptions options)
    {
        var (rows, headline) = (new List<FigureRow>(), "");
        foreach (var subject in Subject.Both)
        {
            // So that the first point does not pay for what is compiled when it is first used.
            await MeasureAsync(subject, new SenderPlan(1, 1, options.Quick ? 20 : 300, 1), 0, options.Seed);
        }

        foreach (var (plan, booksMs) in Points(options.Quick))
        {
            var theirs = await MeasureAsync(Subject.Straightforward, plan, booksMs, options.Seed);
            var ours = await MeasureAsync(Subject.Ours, plan, booksMs, options.Seed);
            rows.Add(theirs);
            var ratio = ours[Throughput.Booked] / theirs[Throughput.Booked];
            rows.Add(ours with { Figures = [.. ours.Figures, new Figure("ratio", ratio, "")] });
            headline = (plan.Customers, plan.InOne, booksMs) == (1, 1, HeadlineMs)
                ? $"At {HeadlineMs} ms a call to the books, {Markdown.Number(ratio)} times as many invoices a second of one tenant as the straightforward connector."
                : headline;
        }

        return new ScenarioReport(
            Name,
            Title,
            [new FigureTable("From the first request until all is answered and stands in the books.", rows)],
            "One invoice a request unless said otherwise, the next when the one before is answered; the relation is known and the first invoice of each tenant is not counted. What a call to the books takes is added to the sandbox's own work. Sender, sandbox and connector share this machine's processors.",
            "A ratio above 1 is for us. Where it is below 1: with books that take no time we pay for storing every step durably, which the other does not do; with several senders for one administration the other overlaps its calls, while we hold one writer per administration. The counts there stay within what one request works on (10 s): a longer backlog of one administration waits for the minute timer.")
        {
            Headline = headline,
        };
    }

    private static async Task<FigureRow> MeasureAsync(Subject subject, SenderPlan plan, int booksMs, int seed)
    {
        await using var scene = await Scene.StartAsync(subject.StartAsync, plan.Customers, seed);
        await scene.WarmUpAsync(plan.Customers > 1 ? 2 : 20);
        scene.SlowBooks(booksMs);
        return new FigureRow($"{plan}, {booksMs} ms", subject.Name, await Throughput.MeasureAsync(scene, plan));
    }

    /// <summary>As many invoices as take a few seconds.</summary>
    private static IEnumerable<(SenderPlan Plan, int BooksMs)> Points(bool quick) => quick
        ? [(new(1, 1, 50, 1), 0), (new(1, 1, 5, 1), 200), (new(10, 1, 5, 1), 50), (new(1, 8, 3, 1), 50)]
        :
        [
            (new(1, 1, 300, 1), 0), (new(1, 1, 60, 1), 50), (new(1, 1, 20, 1), 200), (new(1, 1, 8, 1), 500),
            (new(10, 1, 12, 1), 200), (new(25, 1, 8, 1), 200),
            (new(50, 1, 20, 1), 0), (new(50, 1, 20, 1), 50), (new(50, 1, 8, 1), 200), (new(50, 1, 4, 1), 500),
            (new(1, 8, 40, 1), 0), (new(1, 8, 12, 1), 50), (new(1, 8, 4, 1), 200), (new(1, 8, 2, 1), 500),
            (new(1, 1, 8, 40), 0), (new(1, 1, 3, 40), 50), (new(1, 1, 1, 40), 200),
        ];
}
