namespace PerfectviewFunctions.Core.Payments;

/// <summary>How the payment of a booked invoice stands, as far as the books have shown it.</summary>
public enum PaymentState
{
    /// <summary>Booked, and in no complete reading yet.</summary>
    NotRead,

    /// <summary>Nothing of it is paid.</summary>
    Open,

    PartlyPaid,

    /// <summary>Settled in full: by a payment that shows, or since it left the list of open invoices while it stands in the books.</summary>
    Paid,

    /// <summary>It was settled, and is open again: a payment was reversed.</summary>
    Reopened,

    /// <summary>More was paid than was due: the open amount has the opposite sign.</summary>
    Overpaid,

    /// <summary>Its booking is not in the books any more; a person has to look.</summary>
    Removed,

    /// <summary>It is not in the list of open invoices, and nothing shows why.</summary>
    ClosedNotVerified,

    /// <summary>An invoice of 0.00.</summary>
    NothingToCollect,

    /// <summary>A credit invoice that the list of open invoices never showed: these books may not list credits at all.</summary>
    CreditsNotTracked,
}
