using System.Diagnostics;
using System.Globalization;
using PerfectviewFunctions.Core.Engine;

namespace PerfectviewFunctions.CrashHost;

/// <summary>Ends this process as a power cut would, at the n-th time that it reaches a step.</summary>
internal sealed class KillingWitness(WorkStep at, int times) : IWorkWitness
{
    private int left = times;

    /// <param name="text">STEP or STEP:N.</param>
    public static KillingWitness Parse(string text) => text.Split(':') is [var step, var times]
        ? new KillingWitness(Enum.Parse<WorkStep>(step), int.Parse(times, CultureInfo.InvariantCulture))
        : new KillingWitness(Enum.Parse<WorkStep>(text), 1);

    public void Reached(WorkStep step)
    {
        if (step == at && Interlocked.Decrement(ref left) == 0)
        {
            using var self = Process.GetCurrentProcess();
            self.Kill();
            Thread.Sleep(Timeout.Infinite); // not a step further
        }
    }
}
