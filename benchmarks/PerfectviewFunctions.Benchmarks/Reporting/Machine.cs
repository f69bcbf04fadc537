using System.Globalization;
using System.Runtime.InteropServices;

namespace PerfectviewFunctions.Benchmarks.Reporting;

/// <summary>Where it was measured. Nothing of it tells one machine from another of its kind.</summary>
internal sealed record Machine(string Processor, int Processors, double MemoryGiB, string System, string Framework, string Load)
{
    public static Machine This() => new(
        ProcessorName(),
        Environment.ProcessorCount,
        Math.Round(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30), 1),
        $"{RuntimeInformation.OSDescription.Split(" #")[0]} {RuntimeInformation.OSArchitecture}",
        RuntimeInformation.FrameworkDescription,
        LoadAverage());

    private static string ProcessorName() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "?"
        : RuntimeInformation.ProcessArchitecture.ToString();

    /// <summary>Who else was running: processes that wanted to, over the last minute, when it began.</summary>
    private static string LoadAverage() => File.Exists("/proc/loadavg")
        ? string.Create(CultureInfo.InvariantCulture, $"{File.ReadAllText("/proc/loadavg").Split(' ')[0]}")
        : "?";
}
