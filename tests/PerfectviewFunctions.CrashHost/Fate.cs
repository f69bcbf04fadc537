using System.Diagnostics;
using System.Runtime.InteropServices;
using PerfectviewFunctions.Core.Engine;

namespace PerfectviewFunctions.CrashHost;

/// <summary>What can happen to a process, done by itself.</summary>
internal static class Fate
{
    private const int Stop = 19; // SIGSTOP on Linux

    private const int StopOnMac = 17;

    /// <summary>Ends this process as a power cut would.</summary>
    public static void Die(WorkStep step)
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        Thread.Sleep(Timeout.Infinite); // not a step further
    }

    /// <summary>Stops every thread of this process until somebody sends it SIGCONT, as a machine that is put to sleep does.</summary>
    public static void Pause(WorkStep step)
    {
        Console.WriteLine($"Paused at {step}");

        // Raised by this very thread, it is held before it goes a step further.
        if (Raise(OperatingSystem.IsMacOS() ? StopOnMac : Stop) != 0)
        {
            throw new InvalidOperationException("This process can't be paused.");
        }
    }

    [DllImport("libc", EntryPoint = "raise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Raise(int signal);
}
