using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Invoices;

/// <summary>
/// Tells in an invoice's trail what becomes of it, by what it was and what it becomes. It decides nothing: whoever stores a transition calls it with
/// the invoice that he is about to store. The trail is always that of the invoice as it was read, whatever the new one was made from.
/// </summary>
internal static class TrailKeeping
{
    /// <summary>An intent, or what came of a call, is stored with the invoice alone.</summary>
    /// <param name="answer">Why, where the invoice does not keep it.</param>
    public static Invoice Stored(Invoice was, Invoice next, Reason? answer, DateTimeOffset at) => Add(was, next, at, new TrailEntry(
        next.State switch
        {
            InvoiceState.Booking when next.Intent?.SentAt is not null => TrailKind.Sent,
            InvoiceState.Booking when was.State == InvoiceState.Uncertain => TrailKind.Absent,
            InvoiceState.Booking => TrailKind.Failed,
            InvoiceState.Uncertain => TrailKind.Unclear,
            InvoiceState.Received when was.State == InvoiceState.Uncertain => TrailKind.Absent,
            _ => TrailKind.Refused,
        },
        at)
    {
        Reason = answer ?? next.Reason,
    });

    /// <summary>The invoice has its result, or is held back.</summary>
    public static Invoice Ended(Invoice was, Invoice next, DateTimeOffset at) => Add(was, next, at, new TrailEntry(
        next.State switch
        {
            InvoiceState.Booked => was.State == InvoiceState.Uncertain ? TrailKind.Found : TrailKind.Booked,
            InvoiceState.NeedsAttention when IsUnderWay(was) && next.Intent is null => TrailKind.Refused,
            InvoiceState.NeedsAttention => TrailKind.HeldBack,
            _ => TrailKind.LeftOut,
        },
        at)
    {
        Reason = next.Reason,
        Mutation = next.MutationNumber,
    });

    /// <summary>The invoice is tried again later, by itself.</summary>
    public static Invoice Postponed(Invoice was, Invoice next, DateTimeOffset? nextAt, DateTimeOffset at)
    {
        var kind = IsUnderWay(was) && !IsUnderWay(next) ? TrailKind.Failed : TrailKind.Waits;
        return Add(was, next, at, new TrailEntry(kind, at) { Reason = next.Reason, NextAt = nextAt });
    }

    /// <summary>An event that is not the invoice ended.</summary>
    public static Invoice OtherEnded(Invoice was, Invoice next, Reason reason, DateTimeOffset at)
    {
        var kind = reason.Code == ReasonCode.ReplacedByNewer ? TrailKind.Replaced : TrailKind.OtherEvent;
        return next with { Trail = was.Trail.With(new TrailEntry(kind, at) { Reason = reason }) };
    }

    /// <param name="by">Null when it follows from another change.</param>
    public static Invoice Retried(Invoice was, Invoice next, string? by, DateTimeOffset at) =>
        Add(was, next, at, new TrailEntry(TrailKind.Retried, at) { By = by });

    public static Invoice Ignored(Invoice was, Invoice next, string by, DateTimeOffset at) =>
        Add(was, next, at, new TrailEntry(TrailKind.Ignored, at) { By = by, Reason = next.Reason });

    private static bool IsUnderWay(Invoice invoice) => invoice is { State: InvoiceState.Booking, Intent.SentAt: not null };

    private static Invoice Add(Invoice was, Invoice next, DateTimeOffset at, TrailEntry entry) =>
        next with { ChangedAt = at, Trail = was.Trail.With(entry) };
}
