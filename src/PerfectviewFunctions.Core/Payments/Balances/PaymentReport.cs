using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Payments.Balances;

/// <summary>How the payment of one invoice stands.</summary>
/// <param name="IsFollowed">False when it was booked in another administration than the tenant is linked to now: this is what was last known.</param>
public sealed record PaymentReport(InvoicePayment Payment, bool IsFollowed, ReadingStanding Reading)
{
    /// <summary>Why its status is not certain, or what is special about it; null when the status says it all.</summary>
    public Reason? Reason { get; init; }

    /// <summary>That Perfectview has not been told of this status yet; null when nothing is left to tell.</summary>
    public WaitingCallback? Callback { get; init; }
}
