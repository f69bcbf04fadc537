using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Core.Payments.Reading;

/// <summary>What follows for an invoice that stands in the books and not in the list of open ones. Pure.</summary>
internal static class Settlement
{
    /// <param name="payment">As the books have it now.</param>
    /// <param name="found">All mutations under its number.</param>
    /// <param name="leavingProvesIt">Whether leaving the list is enough: it was seen there, few left with it, and the list was whole.</param>
    public static PaymentStatus Of(InvoicePayment payment, FoundBookings found, bool leavingProvesIt, DateTimeOffset at)
    {
        var (paid, on) = PaymentsOf(payment, found);
        var left = payment.Amount - paid;
        if (left == 0 && payment.Amount == 0)
        {
            return new PaymentStatus(PaymentState.NothingToCollect, at) { Open = 0 };
        }

        var status = new PaymentStatus(PaymentState.ClosedNotVerified, at) { Paid = on is null ? null : paid, PaidOn = on };
        if (on is not null && left != 0 && Math.Sign(left) != Math.Sign(payment.Amount))
        {
            return status with { State = PaymentState.Overpaid, Open = left };
        }

        if (on is not null && left == 0)
        {
            return status with { State = PaymentState.Paid, Open = 0 };
        }

        // What shows is not all that was paid: neither a part for the whole amount nor the date of that part for the last is said.
        return leavingProvesIt ? new PaymentStatus(PaymentState.Paid, at) { Open = 0 } : status;
    }

    /// <summary>What was paid on the invoice, and when last; no date when no payment shows.</summary>
    private static (decimal Paid, DateOnly? On) PaymentsOf(InvoicePayment payment, FoundBookings found)
    {
        var (paid, on) = (0m, (DateOnly?)null);
        foreach (var mutation in found.Mutations.Where(mutation => mutation.IsInvoicePayment && IsOf(payment, mutation)))
        {
            foreach (var line in mutation.Lines.Where(line => IsOf(payment, mutation, line)))
            {
                paid += line.Net + line.Vat;
                on = on is null || mutation.Date > on ? mutation.Date : on;
            }
        }

        return (paid, on);
    }

    private static bool IsOf(InvoicePayment payment, BookedMutation mutation) =>
        mutation.DebtorCode.Trim().Equals(payment.DebtorCode.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool IsOf(InvoicePayment payment, BookedMutation mutation, BookedLine line) =>
        (line.InvoiceNumber.Trim() is { Length: > 0 } own ? own : mutation.InvoiceNumber.Trim()) == payment.NumberInBooks.Trim();
}
