using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;

namespace PerfectviewFunctions.Core.Intake;

/// <summary>What became of one event of a request, so far.</summary>
/// <param name="Id">The sender's id; null when the event had none.</param>
public sealed record EventOutcome(string? Id, OutcomeKind Kind)
{
    /// <summary>For a duplicate: what became of the event when it first came.</summary>
    public OutcomeKind? First { get; init; }

    public long? MutationNumber { get; init; }

    public Reason? Reason { get; init; }

    public IReadOnlyList<EventFault> Faults { get; init; } = [];

    /// <summary>Whether work on it is still to be done.</summary>
    public bool IsPending => (First ?? Kind) == OutcomeKind.Accepted;

    internal static EventOutcome Of(StoredEvent stored, bool isRepeated)
    {
        var kind = KindOf(stored);
        return new EventOutcome(stored.Id, isRepeated ? OutcomeKind.Duplicate : kind)
        {
            First = isRepeated ? kind : null,
            MutationNumber = stored.MutationNumber,
            Reason = stored.Reason,
            Faults = stored.Faults,
        };
    }

    private static OutcomeKind KindOf(StoredEvent stored) => stored.State switch
    {
        EventState.Received or EventState.Retry => OutcomeKind.Accepted,
        EventState.Done when stored.Reason?.Code == ReasonCode.AlreadyBooked => OutcomeKind.Duplicate,
        EventState.Done when stored.RelationId is not null => OutcomeKind.Updated,
        EventState.Done => OutcomeKind.Booked,
        EventState.Refused => OutcomeKind.Refused,
        EventState.NeedsAttention => OutcomeKind.NeedsAttention,
        EventState.Ignored => OutcomeKind.Ignored,
        _ => throw new InvalidOperationException($"The event state {stored.State} is unknown."),
    };
}

/// <summary>The words of the contract's answer.</summary>
public enum OutcomeKind
{
    Booked,
    Updated,
    Accepted,
    Duplicate,
    NeedsAttention,
    Ignored,
    Refused,
}
