using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Walks;

/// <summary>What the books themselves say of an invoice.</summary>
internal static class BookFigures
{
    /// <summary>What is open of it, however the list shows that.</summary>
    public static decimal OpenOf(this SandboxAdministration books, SandboxMutation booking) =>
        books.Outstanding(booking.InvoiceNumber, booking.RelationCode) ?? throw new InvalidOperationException($"No invoice {booking.InvoiceNumber}.");

    /// <summary>Whether nobody has to pay for it any more. What was paid too much counts only where the list does not show that.</summary>
    public static bool IsSettled(this SandboxAdministration books, SandboxMutation booking, SandboxSwitches switches)
    {
        var open = books.OpenOf(booking);
        return open == 0 || (!switches.OverpaidShown && Math.Sign(open) != Math.Sign(booking.Total));
    }

    /// <summary>Its payments: what a look-up by its number can see of them, the date of the last one, and whether that is all.</summary>
    public static (decimal Paid, DateOnly? On, bool IsAll) VisiblePayments(
        this SandboxAdministration books, SandboxMutation booking, SandboxSwitches switches)
    {
        var (paid, on, isAll) = (0m, (DateOnly?)null, true);
        foreach (var payment in books.Mutations.Where(other =>
            other.Kind == MutationKind.FactuurbetalingOntvangen && other.RelationCode == booking.RelationCode))
        {
            var lines = payment.Lines.Where(line => (line.InvoiceNumber ?? payment.InvoiceNumber) == booking.InvoiceNumber).ToList();
            if (lines.Count == 0)
            {
                continue;
            }

            if (payment.InvoiceNumber == booking.InvoiceNumber || switches.FilterFindsLines)
            {
                paid += lines.Sum(line => line.Gross);
                on = on is null || payment.Date > on ? payment.Date : on;
            }
            else
            {
                isAll = false;
            }
        }

        return (paid, on, isAll);
    }

    /// <summary>The row that has to be taken for an invoice as we know it: by number and debtor, else, unless it is settled, by number and amount.</summary>
    /// <returns>No row and false when there is none; no row and true when there are several.</returns>
    public static (SandboxOpenItem? Row, bool AreSeveral) RowOf(this IReadOnlyList<SandboxOpenItem> list, InvoicePayment payment)
    {
        var same = list.Where(row => row.InvoiceNumber == payment.NumberInBooks).ToList();
        var ours = same.Where(row => row.RelationCode == payment.DebtorCode).ToList();
        if (ours.Count == 0 && !payment.Status.IsSettled)
        {
            ours = [.. same.Where(row => Math.Abs(row.Amount) == Math.Abs(payment.Amount))];
        }

        return ours is [var only] ? (only, false) : (null, ours.Count > 1);
    }

    /// <summary>The row of a booking; null when the list has none, or several.</summary>
    public static SandboxOpenItem? RowOf(this IReadOnlyList<SandboxOpenItem> list, SandboxMutation booking) =>
        list.Where(row => row.InvoiceNumber == booking.InvoiceNumber && row.RelationCode == booking.RelationCode).ToList() is [var only] ? only : null;

    /// <summary>The figures of a row as we tell them: those of a credit are negative.</summary>
    public static (decimal Amount, decimal Paid, decimal Open) Figures(this SandboxOpenItem row, bool isCredit) =>
        isCredit && row.Amount > 0 ? (-row.Amount, -row.Paid, -row.Open) : (row.Amount, row.Paid, row.Open);
}
