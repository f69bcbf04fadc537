using PerfectviewFunctions.Core.Engine;

namespace PerfectviewFunctions.CrashHost;

/// <summary>Several witnesses as one.</summary>
internal sealed class Witnesses(params IReadOnlyList<IWorkWitness> all) : IWorkWitness
{
    public void Reached(WorkStep step)
    {
        foreach (var witness in all)
        {
            witness.Reached(step);
        }
    }
}
