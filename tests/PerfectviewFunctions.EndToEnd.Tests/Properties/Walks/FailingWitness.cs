using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.Walks;

/// <summary>Makes a host fail between two steps of its work: as if its store were out of reach, or by a fault of its own.</summary>
internal sealed class FailingWitness : IWorkWitness
{
    private int stepsLeft = -1;
    private bool isStoreFailure;

    /// <summary>Lets the host fail at one of its next steps.</summary>
    public void Arm(int steps, bool storeFailure)
    {
        isStoreFailure = storeFailure;
        Volatile.Write(ref stepsLeft, steps);
    }

    public void Disarm() => Volatile.Write(ref stepsLeft, -1);

    public void Reached(WorkStep step)
    {
        if (Volatile.Read(ref stepsLeft) >= 0 && Interlocked.Decrement(ref stepsLeft) == -1)
        {
            throw isStoreFailure
                ? new StoreUnavailableException($"Out of reach after {step}, on purpose.")
                : new InvalidOperationException($"Failed after {step}, on purpose.");
        }
    }
}
