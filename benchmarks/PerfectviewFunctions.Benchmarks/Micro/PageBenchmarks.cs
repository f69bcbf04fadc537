using BenchmarkDotNet.Attributes;
using PerfectviewFunctions.Benchmarks.Pages;

namespace PerfectviewFunctions.Benchmarks.Micro;

/// <summary>A page from request to last byte, with 10,000 invoices in store (SQLite); the allocation is that of host and browser together.</summary>
public class PageBenchmarks
{
    private PageScene? scene;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        scene = await SharedPages.StartedAsync();
        Require.That((await scene.GetAsync("/koppeling/demo/boekingen")).Contains("F-10000", StringComparison.Ordinal), "the newest invoice is listed");
    }

    [Benchmark]
    public Task<string> OverviewAsync() => scene!.GetAsync("/koppeling/demo");

    [Benchmark]
    public Task<string> BookingsAsync() => scene!.GetAsync("/koppeling/demo/boekingen");
}
