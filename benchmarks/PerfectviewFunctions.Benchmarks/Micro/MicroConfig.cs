using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using BenchmarkDotNet.Validators;

namespace PerfectviewFunctions.Benchmarks.Micro;

/// <summary>How it is measured: in this process, since a project made by BenchmarkDotNet would have to be restored.</summary>
internal static class MicroConfig
{
    private const string Results = "artifacts/benchmarks/micro";

    /// <summary>Long enough for the invoices that the pages are measured with.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <param name="isShort">Three rounds each, to see an order of magnitude; otherwise as many as it takes.</param>
    public static IConfig Create(bool isShort) => ManualConfig.CreateEmpty()
        .AddJob((isShort ? Job.ShortRun : Job.Default).WithToolchain(new InProcessEmitToolchain(Patience, logOutput: true)))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddExporter(MarkdownExporter.GitHub, JsonExporter.Brief)
        .AddLogger(ConsoleLogger.Default)
        .AddValidator(JitOptimizationsValidator.FailOnError)
        .WithArtifactsPath(Path.GetFullPath(Results));
}
