namespace PerfectviewFunctions.Benchmarks.ColdStart;

/// <summary>One start of one app.</summary>
/// <param name="Listens">From the start of the process until a connection is taken.</param>
/// <param name="Answers">From the start of the process until the first webhook is answered.</param>
/// <param name="Memory">Of the process at most until then, in bytes.</param>
/// <param name="Loaded">The names of the files that are mapped into it by then: assemblies and native libraries.</param>
internal sealed record MeasuredStart(TimeSpan Listens, TimeSpan Answers, long Memory, IReadOnlyList<string> Loaded)
{
    public IEnumerable<string> Assemblies => Loaded.Where(name => name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase));
}
