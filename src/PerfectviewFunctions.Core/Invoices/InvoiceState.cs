namespace PerfectviewFunctions.Core.Invoices;

public enum InvoiceState
{
    /// <summary>Its event is stored.</summary>
    Received,

    /// <summary>An intent is stored: the booking is frozen and may be under way.</summary>
    Booking,

    /// <summary>It was sent and nobody knows whether it stands in the books; looked up before anything else.</summary>
    Uncertain,

    /// <summary>It stands in the books under a mutation number.</summary>
    Booked,

    /// <summary>Held back until a person acts.</summary>
    NeedsAttention,

    /// <summary>It is not booked, and rightly so.</summary>
    Ignored,
}
