using System.Globalization;
using PerfectviewFunctions.Core.Engine;

namespace PerfectviewFunctions.CrashHost;

/// <summary>Does something once: at the n-th time that a step is reached.</summary>
internal sealed class StepCount(WorkStep at, int times, Action<WorkStep> act) : IWorkWitness
{
    private int left = times;

    /// <param name="text">STEP or STEP:N.</param>
    public static StepCount Parse(string text, Action<WorkStep> act) => text.Split(':') is [var step, var times]
        ? new StepCount(Enum.Parse<WorkStep>(step), int.Parse(times, CultureInfo.InvariantCulture), act)
        : new StepCount(Enum.Parse<WorkStep>(text), 1, act);

    public void Reached(WorkStep step)
    {
        if (step == at && Interlocked.Decrement(ref left) == 0)
        {
            act(step);
        }
    }
}
