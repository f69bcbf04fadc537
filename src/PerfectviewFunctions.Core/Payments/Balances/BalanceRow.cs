using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Payments.Balances;

/// <summary>A booked invoice that is not settled.</summary>
/// <param name="Number">As Perfectview has it, without prefix.</param>
/// <param name="Date">The invoice date.</param>
/// <param name="DaysOverdue">Calendar days since the due date; 0 while it is not due.</param>
/// <param name="Amount">Including VAT, in euros; negative for a credit invoice.</param>
/// <param name="IsFollowed">False when it was booked in another administration than the tenant is linked to now: this is what was last known.</param>
public sealed record BalanceRow(
    string Number, DateOnly Date, DateOnly DueDate, int DaysOverdue, decimal Amount, PaymentStatus Status, bool IsFollowed)
{
    /// <summary>The invoice number as the books have it.</summary>
    public string NumberInBooks { get; init; } = "";

    public string DebtorName { get; init; } = "";

    public string DebtorCode { get; init; } = "";

    /// <summary>Why its status is not certain, and what is to be done; null when nothing is.</summary>
    public Reason? Reason { get; init; }

    /// <summary>That Perfectview has not been told of this status yet; null when nothing is left to tell.</summary>
    public WaitingCallback? Callback { get; init; }

    /// <summary>What is open of it, for totals; null when nobody knows.</summary>
    public OpenAmount? Counted => IsFollowed && Status.Open is { } open ? new OpenAmount(Date, DueDate, open) : null;

    public static BalanceRow Of(InvoicePayment payment, bool isFollowed, DateOnly today, int lookupsPerMonth) =>
        new(
            payment.Number,
            payment.Date,
            payment.DueDate,
            Math.Max(0, today.DayNumber - payment.DueDate.DayNumber),
            payment.Amount,
            payment.Status,
            isFollowed)
        {
            NumberInBooks = payment.NumberInBooks,
            DebtorName = payment.DebtorName,
            DebtorCode = payment.DebtorCode,
            Reason = PaymentReason.Of(payment, isFollowed, lookupsPerMonth),
        };
}
