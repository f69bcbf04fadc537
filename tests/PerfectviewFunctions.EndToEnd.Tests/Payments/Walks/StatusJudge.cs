using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Sandbox;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Walks;

/// <summary>Whether what is said of one invoice is what the books say, as far as they showed it.</summary>
internal sealed class StatusJudge(Scene scene)
{
    /// <summary>Of an invoice that a complete list has: its state and figures are those of its row.</summary>
    public static void CheckListed(Sale sale, InvoicePayment was, InvoicePayment becomes, SandboxOpenItem row)
    {
        var (amount, paid, open) = row.Figures(becomes.IsCredit);
        var told = $"{sale} in a list with {paid} paid and {open} open of {amount}: {Text(was.Status)} became {Text(becomes.Status)}";
        Assert.True((becomes.Amount, becomes.Status.Paid, becomes.Status.Open) == (amount, paid, open), told);
        Assert.True((row.RelationCode, row.InvoiceNumber) == (becomes.DebtorCode, becomes.NumberInBooks), told);
        var isOpenAgain = was.Status.State == PaymentState.Paid || (was.Status.State == PaymentState.ClosedNotVerified && sale.WasListed);
        var expected = Math.Sign(open) != Math.Sign(amount) ? PaymentState.Overpaid
            : isOpenAgain ? PaymentState.Reopened
            : was.Status.State == PaymentState.Reopened && was.Revision == becomes.Revision ? PaymentState.Reopened
            : Math.Sign(paid) == Math.Sign(amount) ? PaymentState.PartlyPaid
            : PaymentState.Open;
        Assert.True(becomes.Status.State == expected, $"{told}, expected {expected}");
    }

    /// <summary>Of an invoice that a complete list does not have where we look for it.</summary>
    public void CheckUnlisted(Sale sale, InvoicePayment was, InvoicePayment becomes, IReadOnlyList<SandboxOpenItem> list)
    {
        var told = $"{sale} is in no row: {Text(was.Status)} became {Text(becomes.Status)}";
        if (list.RowOf(becomes) is ({ } found, _))
        {
            // Renumbered, and found under its new number.
            CheckListed(sale, was, becomes, found);
            return;
        }

        if (was.Revision != becomes.Revision)
        {
            CheckChanged(sale, becomes, list, told);
        }

        if (becomes.Status.State == PaymentState.Paid)
        {
            Assert.True(sale.IsOutOfSight || (sale.Booking is { } booking && (IsSettled(sale, booking) || IsCutOff(booking, list))), $"{told}, but it is not settled");
        }
    }

    private void CheckChanged(Sale sale, InvoicePayment becomes, IReadOnlyList<SandboxOpenItem> list, string told)
    {
        var booking = sale.Booking;
        switch (becomes.Status.State)
        {
            case PaymentState.Removed:
                Assert.True(booking is null || sale.IsOutOfSight, $"{told}, but it is in the books");
                sale.WasFoundRemoved = true;
                break;
            case PaymentState.CreditsNotTracked:
                Assert.True(becomes.IsCredit && !sale.WasListed, told);
                break;
            case PaymentState.ClosedNotVerified when !becomes.WasLookedUp:
                Assert.True(scene.Setting.LookupsPerMonth is not null, $"{told}, and there are look-ups left");
                break;
            case PaymentState.Paid or PaymentState.Overpaid or PaymentState.ClosedNotVerified or PaymentState.NothingToCollect:
                Assert.True(booking is not null, $"{told}, but it is not in the books");
                CheckClosed(sale, booking, becomes, list, told);
                break;
            default:
                Assert.Fail($"{told}, and nothing shows that");
                break;
        }
    }

    /// <summary>Of an invoice that was looked up: what its payments show decides, or else how it left the list.</summary>
    private void CheckClosed(Sale sale, SandboxMutation booking, InvoicePayment becomes, IReadOnlyList<SandboxOpenItem> list, string told)
    {
        var (paid, on, isAll) = sale.Firm.Books.VisiblePayments(booking, scene.Books.Switches);
        var left = booking.Total - paid;
        var leavingProvesIt = sale is { WasListed: true, LeftWithMany: false } && (list.Count == 0 || list.Count % Setting.RoundList != 0);
        var expected = left == 0 && booking.Total == 0 ? PaymentState.NothingToCollect
            : on is not null && Math.Sign(left) != 0 && Math.Sign(left) != Math.Sign(booking.Total) ? PaymentState.Overpaid
            : (on is not null && left == 0) || leavingProvesIt ? PaymentState.Paid
            : PaymentState.ClosedNotVerified;
        Assert.True(becomes.Status.State == expected, $"{told}, with {paid} of {booking.Total} to be seen, expected {expected}");
        switch (expected)
        {
            case PaymentState.Paid:
                Assert.True(becomes.Status.Open == 0, told);
                (decimal?, DateOnly?) shown = left == 0 ? (paid, on) : (null, null);
                Assert.True((becomes.Status.Paid, becomes.Status.PaidOn) == shown, $"{told}, though {paid} was paid on {on}");
                Assert.True(IsSettled(sale, booking) || (IsCutOff(booking, list) && (leavingProvesIt || !isAll)), $"{told}, but it is not settled");
                break;
            case PaymentState.Overpaid:
                Assert.True((becomes.Status.Paid, becomes.Status.Open) == (paid, left), told);
                Assert.True(!isAll || sale.Firm.Books.OpenOf(booking) == left, told);
                Assert.True(!scene.Books.Switches.OverpaidShown || !isAll || scene.Books.Switches.MaxOpenItems is not null, $"{told}, which the list would show");
                break;
        }
    }

    /// <summary>Whether its row is among those that a list lacks which was cut off: few that were there before can't be told from paid ones.</summary>
    private bool IsCutOff(SandboxMutation booking, IReadOnlyList<SandboxOpenItem> list) =>
        scene.Books.Switches.MaxOpenItems is not null && list.RowOf(booking) is null;

    private bool IsSettled(Sale sale, SandboxMutation booking) => sale.Firm.Books.IsSettled(booking, scene.Books.Switches);
}
