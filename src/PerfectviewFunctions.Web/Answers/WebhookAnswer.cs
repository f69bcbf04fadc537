using PerfectviewFunctions.Core.Intake;

namespace PerfectviewFunctions.Web.Answers;

/// <summary>The answer to a webhook call: one result per event, in their order.</summary>
internal sealed record WebhookAnswer(IReadOnlyList<EventAnswer> Results)
{
    public static WebhookAnswer Of(IReadOnlyList<EventOutcome> outcomes) => new([.. outcomes.Select(EventAnswer.Of)]);
}

/// <param name="First">For a duplicate: what became of the event when it first came.</param>
internal sealed record EventAnswer(string? Id, string Outcome, string? First, long? MutationNumber)
{
    public ReasonAnswer? Reason { get; init; }

    public IReadOnlyList<FaultAnswer>? Faults { get; init; }

    public static EventAnswer Of(EventOutcome outcome) =>
        new(
            outcome.Id,
            AnswerJson.Word(outcome.Kind),
            outcome.First is { } first ? AnswerJson.Word(first) : null,
            outcome.MutationNumber)
        {
            Reason = ReasonAnswer.Of(outcome.Reason),
            Faults = FaultAnswer.Of(outcome.Faults),
        };
}
