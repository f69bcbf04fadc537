using PerfectviewFunctions.Core.Events;

namespace PerfectviewFunctions.Perfectview.Fields;

/// <summary>The faults of one event in the order found; beyond the limit they still make it faulty but are not kept.</summary>
internal sealed class FaultList(int limit)
{
    private readonly List<EventFault> faults = [];

    public bool IsEmpty => faults.Count == 0;

    public bool IsFull => faults.Count == limit;

    public void Add(string pointer, string message)
    {
        if (!IsFull)
        {
            faults.Add(new EventFault(pointer, message));
        }
    }

    public IReadOnlyList<EventFault> ToList() => [.. faults];
}
