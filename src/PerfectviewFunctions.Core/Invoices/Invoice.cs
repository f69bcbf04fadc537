using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Invoices;

/// <summary>One invoice of a tenant, by its number, and how far it is.</summary>
/// <param name="Number">As Perfectview has it, without prefix.</param>
/// <param name="EventKey">The event that is, for now, the invoice.</param>
/// <param name="OccurredAt">When that event happened in Perfectview; the latest is the invoice until there is an intent.</param>
/// <param name="FirstSeenAt">When its first event was stored; its place in the list.</param>
public sealed record Invoice(
    string Number, InvoiceState State, string EventKey, DateTimeOffset OccurredAt, DateTimeOffset FirstSeenAt)
{
    public DateOnly Date { get; init; }

    public decimal Total { get; init; }

    public string Currency { get; init; } = "EUR";

    public string DebtorName { get; init; } = "";

    public bool IsCredit { get; init; }

    /// <summary>Why it is held back, ignored or waits.</summary>
    public Reason? Reason { get; init; }

    /// <summary>The frozen booking; kept for good once booked, as what stands in the books.</summary>
    public Intent? Intent { get; init; }

    public long? MutationNumber { get; init; }

    public DateTimeOffset? BookedAt { get; init; }

    /// <summary>Whether the books once refused it since they did not know its debtor, which was then looked for anew.</summary>
    public bool IsDebtorDoubted { get; init; }

    /// <summary>The last look-up that proved it absent; null while none did.</summary>
    public AbsenceProof? ProvenAbsent { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>When the last valid event of it came in that is not the invoice itself: one replaced, repeated or changed after booking.</summary>
    public DateTimeOffset? HeardAt { get; init; }

    /// <summary>What happened to it. Whoever stores it adds to the trail of the invoice he read: <see cref="TrailKeeping"/>.</summary>
    public InvoiceTrail Trail { get; init; } = InvoiceTrail.Empty;

    /// <summary>The invoice as an event has it, before anything was done with it.</summary>
    public static Invoice From(InvoiceDocument document, string eventKey, DateTimeOffset occurredAt, DateTimeOffset firstSeenAt) =>
        new(document.Number, InvoiceState.Received, eventKey, occurredAt, firstSeenAt)
        {
            Date = document.Date,
            Total = document.Total,
            Currency = document.Currency,
            DebtorName = Relations.DebtorName.Of(document.Debtor),
            IsCredit = document.IsCredit,
            ChangedAt = firstSeenAt,
            Trail = InvoiceTrail.Begin(firstSeenAt),
        };
}
