using System.Diagnostics;
using PerfectviewFunctions.Benchmarks.Reporting;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>Runs the scenarios one after the other and writes what came of them.</summary>
internal static class CompareBenchmark
{
    private static readonly IReadOnlyList<IScenario> All =
    [
        new ThroughputScenario(), new AnswerScenario(), new CallScenario(), new PaymentRunScenario(), new MemoryScenario(), new HostScenario(),
    ];

    /// <returns>0 when all was measured, and everything was booked once and right.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        CompareOptions options;
        try
        {
            options = CompareOptions.Parse(args, [.. All.Select(scenario => scenario.Name)]);
        }
        catch (ArgumentException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }

        var comparison = new Comparison(Machine.This(), options.Seed, options.Quick, []);
        foreach (var scenario in All.Where(scenario => options.Only is null || scenario.Name == options.Only))
        {
            var report = await RunAsync(scenario, options);
            Console.WriteLine(Markdown.Of(report));
            comparison = comparison with { Scenarios = [.. comparison.Scenarios, report] };
            await comparison.WriteAsync(options.Output, CancellationToken.None);
        }

        Console.WriteLine($"written to {options.Output}");
        return comparison.Scenarios.Any(scenario => scenario.Failure is not null) ? 1 : 0;
    }

    /// <summary>What fails is told in the report, and does not keep the others from being measured.</summary>
    private static async Task<ScenarioReport> RunAsync(IScenario scenario, CompareOptions options)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            return await scenario.RunAsync(options) with { Seconds = watch.Elapsed.TotalSeconds };
        }
        catch (Exception exception) when (exception is InvalidOperationException or HttpRequestException or IOException or TimeoutException)
        {
            return new ScenarioReport(scenario.Name, scenario.Title, []) { Seconds = watch.Elapsed.TotalSeconds, Failure = exception.Message };
        }
    }
}
