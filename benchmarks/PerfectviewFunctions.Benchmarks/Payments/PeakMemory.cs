using System.Diagnostics;

namespace PerfectviewFunctions.Benchmarks.Payments;

/// <summary>The most memory that this process held: sandbox and measuring included.</summary>
internal static class PeakMemory
{
    private const string Reset = "/proc/self/clear_refs";

    public static long Bytes
    {
        get
        {
            using var self = Process.GetCurrentProcess();
            return self.PeakWorkingSet64;
        }
    }

    /// <summary>Forgets what was before, where the system can.</summary>
    public static void Begin()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (File.Exists(Reset))
        {
            File.WriteAllText(Reset, "5");
        }
    }
}
