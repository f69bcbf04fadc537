using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Web.Pages.Layout;
using PerfectviewFunctions.Web.Pages.Notices;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>All there is to show of one invoice.</summary>
/// <param name="Reason">Why it stands as it does, or waits.</param>
/// <param name="NextAt">When it is tried next by itself; null when it is not, or at once.</param>
/// <param name="Payment">Null when it is not booked.</param>
/// <param name="Events">Its events that a person has to see.</param>
public sealed record BookingModel(
    Invoice Invoice,
    Reason? Reason,
    DateTimeOffset? NextAt,
    AllowedActions Allowed,
    InvoicePayment? Payment,
    IReadOnlyList<StoredEvent> Events)
{
    /// <summary>What was typed, if it could not be taken.</summary>
    public TypedReason Typed { get; init; } = TypedReason.None;

    /// <summary>Why what was asked for was not done.</summary>
    public Notice? Refused { get; init; }
}

/// <summary>Why something is to be ignored, as it was typed.</summary>
public sealed record TypedReason(string Text, FormFaults Faults)
{
    public static TypedReason None { get; } = new("", FormFaults.None);
}
