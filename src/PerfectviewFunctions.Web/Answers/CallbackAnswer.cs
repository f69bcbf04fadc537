using PerfectviewFunctions.Core.Callbacks;

namespace PerfectviewFunctions.Web.Answers;

/// <summary>That Perfectview has not been told of a payment status yet.</summary>
/// <param name="State">waiting or given-up.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="NextAt">When it is sent, or sent again.</param>
internal sealed record CallbackAnswer(string State, DateTimeOffset Since, int Attempts, DateTimeOffset? NextAt)
{
    /// <summary>What was wrong the last time.</summary>
    public ReasonAnswer? Reason { get; init; }

    /// <param name="waiting">Null when nothing is left to tell.</param>
    public static CallbackAnswer? Of(WaitingCallback? waiting) => waiting is null
        ? null
        : new(waiting.IsGivenUp ? "given-up" : "waiting", waiting.Since, waiting.Attempts, waiting.NextAt)
        {
            // One that was given up and is offered anew keeps its reason until it was tried.
            Reason = waiting.Attempts > 0 ? ReasonAnswer.Of(waiting.Reason) : null,
        };
}
