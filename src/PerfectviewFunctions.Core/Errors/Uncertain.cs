using PerfectviewFunctions.Core.Time;

namespace PerfectviewFunctions.Core.Errors;

/// <summary>Why something that was sent waits: nobody knows yet what became of it.</summary>
internal static class Uncertain
{
    /// <param name="at">When the next look-up is due.</param>
    public static Reason Until(DateTimeOffset at) =>
        Reason.Of(ReasonCode.OutcomeUncertain, ("until", DutchTime.Text(at)));
}
