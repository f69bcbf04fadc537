using PerfectviewFunctions.Core.Payments.Reading;

namespace PerfectviewFunctions.Web.Answers;

/// <summary>What came of reading the payments now.</summary>
/// <param name="Outcome">read, or not-read when no complete list came in: then nothing was changed that the list would have said.</param>
internal sealed record PaymentsReadAnswer(string Outcome)
{
    /// <summary>When the last complete list was asked for; after not-read that of an earlier time.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>When it goes on, or is tried again, by itself before the next planned time.</summary>
    public DateTimeOffset? AgainAt { get; init; }

    public ReasonAnswer? Reason { get; init; }

    public static PaymentsReadAnswer Of(ReadingState state) => new(state.Reason is null ? "read" : "not-read")
    {
        ReadAt = state.ReadAt, AgainAt = state.AgainAt, Reason = ReasonAnswer.Of(state.Reason),
    };
}
