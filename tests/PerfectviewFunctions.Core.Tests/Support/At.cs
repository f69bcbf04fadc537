using PerfectviewFunctions.Core.Engine;

namespace PerfectviewFunctions.Core.Tests.Support;

/// <summary>Does something whenever a step is reached.</summary>
internal sealed class At(WorkStep step, Action work) : IWorkWitness
{
    public bool IsArmed { get; set; } = true;

    public void Reached(WorkStep at)
    {
        if (IsArmed && at == step)
        {
            work();
        }
    }
}
