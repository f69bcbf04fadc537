using PerfectviewFunctions.Benchmarks.Payments;
using PerfectviewFunctions.Benchmarks.Reporting;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>One reading of the payments of all administrations.</summary>
internal sealed class PaymentRunScenario : IScenario
{
    private const string Read = "read";

    /// <summary>Status calls of one administration that the straightforward connector is measured with; with more it only takes longer.</summary>
    private const int MostAsked = 500;

    /// <summary>The same over all administrations.</summary>
    private const int MostAskedInAll = 10_000;

    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(20);

    public string Name => "payments";

    public string Title => "One reading of payments";

    public async Task<ScenarioReport> RunAsync(CompareOptions options)
    {
        // So that the first point does not pay for what is compiled when it is first used.
        var warming = new PaymentScenario(2, 20, TimeSpan.Zero);
        await MeasureAsync(warming);
        var rows = new List<FigureRow>();
        foreach (var (administrations, invoices) in options.Quick ? [(1, 100), (20, 10)] : ((int, int)[])[(1, 10), (1, 100), (1, 10_000), (100, 10), (100, 100), (1000, 10)])
        {
            rows.AddRange(await MeasureAsync(new PaymentScenario(administrations, invoices, Latency)));
        }

        return new ScenarioReport(
            Name,
            Title,
            [new FigureTable($"{Latency.TotalMilliseconds:0} ms a call, eight administrations at once.", rows)],
            "The straightforward connector asks for each open invoice by its number; we read one list per administration. It is measured with fewer invoices where there are many, and compared by invoices read per second. In truth e-Boekhouden gives an administration 5,000 such calls a month, which seven open invoices use up at one an hour; here that limit is lifted.",
            "Peak and allocation are those of this process: sandbox, its books and the measuring included.");
    }

    private static async Task<IReadOnlyList<FigureRow>> MeasureAsync(PaymentScenario scenario)
    {
        var each = Math.Min(Math.Min(scenario.Invoices, MostAsked), Math.Max(1, MostAskedInAll / scenario.Administrations));
        var bounded = scenario with { Invoices = each };
        var theirs = Row(scenario, ", one of ten partly paid", Subject.Straightforward, bounded, await StraightforwardPayments.ReadAsync(bounded));
        await using var scene = await PaymentScene.SetUpAsync(scenario);
        var first = Row(scenario, ", all for the first time", Subject.Ours, scenario, await scene.ReadAsync());
        var nothing = Row(scenario, ", nothing changed", Subject.Ours, scenario, await scene.ReadAsync());
        scene.PayOneOfTen();
        var some = Row(scenario, ", one of ten partly paid", Subject.Ours, scenario, await scene.ReadAsync());
        if (some["changed"] != scenario.Invoices / PaymentBooks.OnePaidOf * scenario.Administrations
            || theirs["changed"] != each / PaymentBooks.OnePaidOf * scenario.Administrations)
        {
            throw new InvalidOperationException($"{some["changed"]} and {theirs["changed"]} payments were seen, which is not one of ten.");
        }

        return [theirs, some with { Figures = [.. some.Figures, new Figure("ratio", some[Read] / theirs[Read], "")] }, nothing, first];
    }

    private static FigureRow Row(PaymentScenario point, string what, Subject subject, PaymentScenario measured, PaymentReading reading)
    {
        var invoices = measured.Administrations * measured.Invoices;
        return new FigureRow(
            $"{point.Administrations} × {point.Invoices} open{what}",
            subject.Name,
            new Figure("invoices", invoices, ""),
            new Figure("took", reading.Took.TotalSeconds, "s"),
            new Figure("calls", reading.Calls, ""),
            new Figure(Read, invoices / reading.Took.TotalSeconds, "1/s"),
            new Figure("changed", reading.Changed, ""),
            new Figure("peak", reading.PeakBytes / 1e6, "MB"),
            new Figure("allocated", reading.AllocatedBytes / 1e6, "MB"));
    }
}
