using PerfectviewFunctions.Benchmarks.Reporting;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>How it grows with processes on one store.</summary>
internal sealed class HostScenario : IScenario
{
    private const int BooksMs = 50;

    public string Name => "hosts";

    public string Title => "Several hosts on one store";

    public async Task<ScenarioReport> RunAsync(CompareOptions options)
    {
        var plan = options.Quick ? new SenderPlan(10, 1, 4, 1) : new SenderPlan(50, 1, 10, 1);
        var rows = new List<FigureRow>();
        foreach (var count in options.Quick ? [1, 2] : (int[])[1, 2, 4])
        {
            rows.Add(await MeasureAsync(plan, count, options.Seed));
        }

        return new ScenarioReport(
            Name,
            Title,
            [new FigureTable($"{plan}, {BooksMs} ms a call, requests dealt out to the hosts in turn.", [.. rows.Select(row => row with
            {
                Figures = [.. row.Figures, new Figure("to one host", row[Throughput.Booked] / rows[0][Throughput.Booked], "")],
            })])],
            "Each host is a process; all of them write one SQLite file, which lets one write at a time and waits for the disk at each. As sender, books and hosts share this machine, the growth says what this store and machine allow, not what hosts of their own would. Answered 202 are requests that came while somebody else, such as the minute timer of a host, held the lease of their administration.");
    }

    private static async Task<FigureRow> MeasureAsync(SenderPlan plan, int count, int seed)
    {
        HostsConnector? connector = null;
        await using var scene = await Scene.StartAsync(async books => connector = await HostsConnector.StartAsync(books, count), plan.Customers, seed);
        await scene.WarmUpAsync(4);
        scene.SlowBooks(BooksMs);
        var before = Processor(connector!);
        var booked = await Throughput.MeasureAsync(scene, plan);
        return new FigureRow(
            $"{count} host{(count > 1 ? "s" : "")}",
            Subject.Ours.Name,
            [.. booked, new Figure("processor per invoice", (Processor(connector!) - before).TotalMilliseconds / plan.Invoices, "ms")]);
    }

    private static TimeSpan Processor(HostsConnector connector) =>
        connector.Hosts.Aggregate(TimeSpan.Zero, (sum, host) => sum + host.Processor);
}
