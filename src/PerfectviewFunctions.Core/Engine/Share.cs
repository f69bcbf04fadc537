using System.Diagnostics.CodeAnalysis;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>What is to be done for one tenant while its administration is worked on, in the order in which it is done.</summary>
/// <param name="first">What a caller waits for; the list of what is due is read when that is done.</param>
internal sealed class Share(TenantId tenant, IReadOnlyList<Subject> first)
{
    /// <summary>So many subjects of one tenant, and then the others have their turn; with slow books fewer, by <see cref="PartsOfTurn"/>.</summary>
    public const int Slice = 5;

    /// <summary>A turn has so many parts, and one tenant begins nothing more behind one of them, so that the ten seconds of a webhook call are never all one tenant's.</summary>
    public const int PartsOfTurn = 4;

    /// <summary>So many are taken from the list at once.</summary>
    public const int Most = 500;

    private readonly Queue<Subject> waiting = new(first);
    private bool wasListed;

    public TenantId Tenant => tenant;

    public bool IsEmpty => waiting.Count == 0;

    /// <summary>Whether something is left of what was taken, or the list was not looked at yet.</summary>
    public bool IsLeft => !IsEmpty || !wasListed;

    public void Take(IReadOnlyList<Subject> due)
    {
        wasListed = true;
        foreach (var subject in due)
        {
            waiting.Enqueue(subject);
        }
    }

    public bool TryNext([MaybeNullWhen(false)] out Subject subject) => waiting.TryDequeue(out subject);

    /// <summary>Nothing more can be done for this tenant now.</summary>
    public void Leave()
    {
        wasListed = true;
        waiting.Clear();
    }
}
