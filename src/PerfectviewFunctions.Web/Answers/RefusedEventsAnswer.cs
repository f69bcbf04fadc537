using PerfectviewFunctions.Core.Events;

namespace PerfectviewFunctions.Web.Answers;

internal sealed record RefusedEventsAnswer(IReadOnlyList<RefusedEventAnswer> Events);

/// <summary>An event that did not keep the contract, with what could be read of it.</summary>
internal sealed record RefusedEventAnswer(string? Id, string? Type, string? InvoiceNumber, DateTimeOffset ReceivedAt)
{
    public ReasonAnswer? Reason { get; init; }

    public IReadOnlyList<FaultAnswer>? Faults { get; init; }

    public static RefusedEventAnswer Of(StoredEvent refused) =>
        new(refused.Id, refused.Type, refused.InvoiceNumber, refused.ReceivedAt)
        {
            Reason = ReasonAnswer.Of(refused.Reason),
            Faults = FaultAnswer.Of(refused.Faults),
        };
}
