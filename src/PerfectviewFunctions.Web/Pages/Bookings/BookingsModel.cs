using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Web.Pages.Layout;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <param name="First">The address of the first page.</param>
/// <param name="Next">The address of the next page.</param>
/// <param name="IsCut">Whether the search stopped before the page was full.</param>
public sealed record BookingsModel(
    BookingFilter Filter,
    FormFaults Faults,
    IReadOnlyList<BookingRow> Rows,
    string First,
    string? Next,
    bool HasEarlier,
    bool IsCut,
    HeldCauses Causes,
    ShownEvents Events);

/// <param name="Reason">Why it stands as it does, or waits.</param>
public sealed record BookingRow(Invoice Invoice, Reason? Reason);

/// <summary>Why invoices are held back.</summary>
/// <param name="More">Whether more are held back than were counted.</param>
/// <param name="CanRetry">Whether the tenant is linked.</param>
public sealed record HeldCauses(IReadOnlyList<Cause> Causes, bool More, bool CanRetry);

/// <param name="More">Whether there are more than these.</param>
public sealed record ShownEvents(IReadOnlyList<StoredEvent> Events, bool More);
