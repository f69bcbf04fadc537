using PerfectviewFunctions.Core.Events;

namespace PerfectviewFunctions.Web.Answers;

/// <param name="Next">The address of the next page; absent on the last.</param>
internal sealed record AttentionAnswer(IReadOnlyList<AttentionEventAnswer> Events, string? Next);

/// <summary>An event that did not keep the contract, with what could be read of it, or that says otherwise about a booked invoice.</summary>
/// <param name="Key">What it is called to ignore it: two events may have one id, or none.</param>
/// <param name="State">refused or needs-attention; ignored once a person did so.</param>
internal sealed record AttentionEventAnswer(
    string Key, string? Id, string? Type, string? InvoiceNumber, string State, DateTimeOffset ReceivedAt)
{
    /// <summary>Perfectview's id of the relation that a relation event is about.</summary>
    public string? Relation { get; init; }

    public long? MutationNumber { get; init; }

    public ReasonAnswer? Reason { get; init; }

    public IReadOnlyList<FaultAnswer>? Faults { get; init; }

    public static AttentionEventAnswer Of(StoredEvent stored) =>
        new(stored.Key, stored.Id, stored.Type, stored.InvoiceNumber, AnswerJson.Word(stored.State), stored.ReceivedAt)
        {
            Relation = stored.RelationId,
            MutationNumber = stored.MutationNumber,
            Reason = ReasonAnswer.Of(stored.Reason),
            Faults = FaultAnswer.Of(stored.Faults),
        };
}
