using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace PerfectviewFunctions.Benchmarks.Micro;

/// <summary>
/// Time and allocation of single steps, by BenchmarkDotNet: its arguments are taken too, such as <c>--filter *Webhook*</c>. Without a filter everything is
/// measured. Its classes are public and not sealed because it derives from them.
/// </summary>
internal static class MicroBenchmarks
{
    private const string Short = "--short";

    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        string[] filter = args.Contains("--filter") ? [] : ["--filter", "*"];
        var config = MicroConfig.Create(isShort: args.Contains(Short));
        var summaries = BenchmarkSwitcher
            .FromAssembly(typeof(MicroBenchmarks).Assembly)
            .Run([.. args.Where(arg => arg != Short), .. filter], config)
            .ToList();
        await SharedPages.EndAsync();
        if (summaries.Count > 0 && summaries.All(IsWhole))
        {
            return 0;
        }

        await Console.Error.WriteLineAsync("Not everything was measured: what went wrong stands above.");
        return 1;
    }

    private static bool IsWhole(Summary summary) =>
        !summary.HasCriticalValidationErrors && summary.Reports.Length == summary.BenchmarksCases.Length && summary.Reports.All(report => report.Success);
}
