using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;

namespace PerfectviewFunctions.Core.Settings;

/// <summary>What would become of an event.</summary>
public abstract record PreviewResult
{
    private PreviewResult()
    {
    }

    /// <summary>The event, or what was sent with it, has faults.</summary>
    public sealed record Faulty(IReadOnlyList<FieldFault> Faults) : PreviewResult;

    /// <param name="Debtor">The debtor by the name that it has in the books.</param>
    public sealed record Shown(InvoiceDocument Invoice, PreviewOutcome Outcome, string Debtor) : PreviewResult
    {
        /// <summary>Why it would not be booked now; null when it would.</summary>
        public Reason? Reason { get; init; }

        /// <summary>Why it would be left out or held back once bookings are switched on; null when it would be booked.</summary>
        public Reason? Obstacle { get; init; }

        /// <summary>What would be booked once bookings are switched on, without the debtor's code; null when nothing would.</summary>
        public Booking? Booking { get; init; }
    }
}

public enum PreviewOutcome
{
    /// <summary>It would be booked as shown.</summary>
    Ready,

    /// <summary>It would rightly be left out.</summary>
    Ignored,

    /// <summary>It would wait for a person.</summary>
    HeldBack,
}
