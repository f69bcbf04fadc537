using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Events;

/// <summary>An event as it stands in the store; its body lies in a row of its own.</summary>
/// <param name="Key">The sender's id as key text, or '!' and the hash for an event that has no usable id.</param>
/// <param name="Hash">SHA-256 of the compact body, hexadecimal.</param>
public sealed record StoredEvent(string Key, string Hash, EventState State, DateTimeOffset ReceivedAt)
{
    public string? Id { get; init; }

    public string? Type { get; init; }

    public DateTimeOffset? OccurredAt { get; init; }

    public string? InvoiceNumber { get; init; }

    /// <summary>Perfectview's id of the relation that a relation event is about.</summary>
    public string? RelationId { get; init; }

    public Reason? Reason { get; init; }

    public IReadOnlyList<EventFault> Faults { get; init; } = [];

    /// <summary>How often work on it ended without a result.</summary>
    public int Attempts { get; init; }

    /// <summary>When it is due again, while open.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>The mutation number of the booking it led to, or repeats.</summary>
    public long? MutationNumber { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>What it is about; null when that could not be read.</summary>
    internal Subject? Subject => this switch
    {
        { InvoiceNumber: { } number } => new Subject.Invoice(number),
        { RelationId: { } relation } => new Subject.Relation(relation),
        _ => null,
    };

    /// <summary>Whether it did not keep the contract, be it that a person set it aside since: it is judged anew at each delivery.</summary>
    public bool WasRefused => State == EventState.Refused || (State == EventState.Ignored && Faults.Count > 0);

    /// <summary>The event at its end: nothing more is done for it by itself.</summary>
    public StoredEvent Ended(EventState state, Reason? reason, DateTimeOffset at) =>
        this with { State = state, Reason = reason, NextAt = null, EndedAt = at };
}
