using PerfectviewFunctions.Benchmarks.Reporting;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

internal interface IScenario
{
    string Name { get; }

    string Title { get; }

    /// <exception cref="InvalidOperationException">What was measured did not do its work.</exception>
    Task<ScenarioReport> RunAsync(CompareOptions options);
}
