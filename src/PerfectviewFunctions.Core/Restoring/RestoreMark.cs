using PerfectviewFunctions.Core.Time;

namespace PerfectviewFunctions.Core.Restoring;

/// <summary>
/// That this store was put back from a backup. What was booked after the backup is unknown to it, so that its silence about an invoice proves nothing.
/// </summary>
/// <param name="TakenAt">When the backup was taken.</param>
/// <param name="RestoredAt">When it was put back.</param>
public sealed record RestoreMark(DateTimeOffset TakenAt, DateTimeOffset RestoredAt)
{
    /// <summary>
    /// How far an invoice is dated ahead, or is given another date and sent anew, or a sender's clock is ahead. Beyond that only the books' own refusal
    /// stands against a second booking; without an end, each invoice would cost one of the month's look-ups for ever.
    /// </summary>
    public const int DaysAhead = 62;

    /// <summary>No payment is told under a lower revision: Perfectview keeps the highest it ever heard, and heard some that this store has forgotten.</summary>
    public long LowestRevision => RestoredAt.ToUnixTimeSeconds();

    /// <summary>
    /// Whether an invoice may stand in the books although this store knows nothing of it. Neither its date nor its event alone tells that it does not:
    /// before the restore it may have been dated ahead, and it may be sent anew, with a new event and another date.
    /// </summary>
    public bool MayBeInBooks(DateOnly date, DateTimeOffset occurredAt) =>
        occurredAt <= RestoredAt
        || date <= DutchTime.DateOf(RestoredAt).AddDays(DaysAhead)
        || date > DutchTime.DateOf(occurredAt).AddDays(DaysAhead);
}
