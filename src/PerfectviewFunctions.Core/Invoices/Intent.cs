using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Invoices;

/// <summary>
/// The booking as it is sent, frozen before the first call, and where. Every look-up and every further attempt uses this and nothing else,
/// whatever is changed in settings, mapping or debtor links meanwhile.
/// </summary>
/// <param name="Administration">The only administration it may ever go to.</param>
/// <param name="Booking">To the last character what is sent.</param>
/// <param name="Facts">Of the event it was made from, to compare later events with.</param>
public sealed record Intent(AdministrationKey Administration, Booking Booking, InvoiceFacts Facts)
{
    /// <summary>When the call under way, or without a known outcome, began. Null: nothing is under way and it may be sent.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Whether a call ever ended without a known outcome: then a definite refusal of a later one proves nothing of the earlier.</summary>
    public bool WasUnclear { get; init; }

    /// <summary>
    /// Whether it was frozen only to be looked for: this store was put back from a backup, and what was sent before that is unknown to it. It is dropped
    /// once it is proven absent, since not even its debtor need be in the books.
    /// </summary>
    public bool IsForLookUp { get; init; }

    /// <summary>The description before it was cut to what the books take; null where nothing was.</summary>
    public string? UncutDescription { get; init; }

    /// <summary>When the books first said that the number is taken (CMUT018, CMUT019; MUT_020, MUT_019).</summary>
    public DateTimeOffset? DuplicateRefusedAt { get; init; }
}
