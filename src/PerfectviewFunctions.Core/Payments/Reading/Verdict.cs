using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Core.Payments.Reading;

/// <summary>What a complete list says of one invoice. Pure.</summary>
internal abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>Nothing new.</summary>
    public sealed record Unchanged : Verdict;

    /// <param name="Next">As it is to be stored.</param>
    public sealed record Changed(InvoicePayment Next) : Verdict;

    /// <summary>It is not in the list, and has to be looked up before anything is said of it.</summary>
    public sealed record Vanished : Verdict;

    /// <param name="payment">Of an invoice that was booked long enough before the list was asked for.</param>
    public static Verdict Of(InvoicePayment payment, ListMatch match, DateTimeOffset requestedAt) => match switch
    {
        ListMatch.Row row => Compared(payment, Seen(payment, row.Item, requestedAt)),
        ListMatch.None => Missing(payment, requestedAt),
        _ => new Unchanged(),
    };

    /// <summary>The invoice as its row in the list shows it.</summary>
    public static InvoicePayment Seen(InvoicePayment payment, OpenItem item, DateTimeOffset at)
    {
        var state = StateOf(payment, item);
        var status = new PaymentStatus(state, at) { Paid = item.Paid, Open = item.Open };
        return payment
            .Following(payment.Mutation, payment.NumberInBooks, item.DebtorCode.Trim(), item.Amount, at)
            .With(status) with { WasSeen = true, LeftWithMany = false, WasLookedUp = false };
    }

    private static PaymentState StateOf(InvoicePayment payment, OpenItem item)
    {
        if (item.Open == 0)
        {
            return PaymentState.Paid;
        }

        if (Math.Sign(item.Open) != Math.Sign(item.Amount))
        {
            return PaymentState.Overpaid;
        }

        var before = payment.Status;
        var isOpenAgain = before.State switch
        {
            PaymentState.Paid => true,
            PaymentState.ClosedNotVerified => payment.WasSeen,
            PaymentState.Reopened => before.Paid == item.Paid && before.Open == item.Open,
            _ => false,
        };
        return isOpenAgain ? PaymentState.Reopened
            : Math.Sign(item.Paid) == Math.Sign(item.Amount) ? PaymentState.PartlyPaid
            : PaymentState.Open;
    }

    /// <summary>Whether the list before this one had it, as far as we know.</summary>
    public static bool WasListed(InvoicePayment payment) =>
        payment is { WasSeen: true, WasLookedUp: false }
        && payment.Status.State is (PaymentState.Open or PaymentState.PartlyPaid or PaymentState.Reopened or PaymentState.Overpaid);

    private static Verdict Missing(InvoicePayment payment, DateTimeOffset requestedAt) => payment.Status.State switch
    {
        _ when payment.WasLookedUp => new Unchanged(),
        PaymentState.NotRead when payment.IsCredit => new Changed(payment.With(
            new PaymentStatus(PaymentState.CreditsNotTracked, requestedAt))),
        PaymentState.NotRead or PaymentState.Open or PaymentState.PartlyPaid or PaymentState.Reopened or PaymentState.Overpaid => new Vanished(),
        PaymentState.ClosedNotVerified => new Vanished(),
        _ => new Unchanged(),
    };

    private static Verdict Compared(InvoicePayment payment, InvoicePayment next) => ReferenceEquals(payment, next) || IsSame(payment, next)
        ? new Unchanged()
        : new Changed(next);

    private static bool IsSame(InvoicePayment payment, InvoicePayment next) =>
        payment.Revision == next.Revision
        && ReferenceEquals(payment.Notes, next.Notes)
        && (payment.WasSeen, payment.LeftWithMany, payment.WasLookedUp) == (next.WasSeen, next.LeftWithMany, next.WasLookedUp);
}
