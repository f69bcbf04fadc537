using PerfectviewFunctions.Core.Payments;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Walks;

/// <summary>
/// When all has healed our states are those of the books. What may differ is what nothing showed: a change of an invoice that was settled, or
/// looked up, before, and that no list had since.
/// </summary>
internal sealed class EndJudge(Scene scene)
{
    public void Check()
    {
        foreach (var sale in scene.Sales.Where(sale => !sale.IsDoubled))
        {
            var list = sale.Firm.Books.OpenDebtors();
            if (sale.Booking is { } booking && list.RowOf(booking) is { } row)
            {
                Assert.True(list.RowOf(sale.Payment).Row == row || sale.IsOutOfSight, $"{sale} is {Text(sale.Payment.Status)}, and we don't see {row}");
            }

            if (list.RowOf(sale.Payment) is (null, false))
            {
                CheckUnlisted(sale, $"{sale} is {Text(sale.Payment.Status)} at the end and in no row; booking {sale.Booking}");
            }
        }
    }

    private void CheckUnlisted(Sale sale, string told)
    {
        var payment = sale.Payment;
        switch (payment.Status.State)
        {
            case PaymentState.Paid:
                Assert.True(sale.IsOutOfSight || (sale.Booking is { } paid && sale.Firm.Books.IsSettled(paid, scene.Books.Switches)), told);
                break;
            case PaymentState.Overpaid:
                // What was paid back since shows as little, once it was looked up and judged.
                Assert.True(payment.WasLookedUp, told);
                break;
            case PaymentState.Removed:
                Assert.True(sale.Booking is null || sale.WasFoundRemoved, told);
                break;
            case PaymentState.ClosedNotVerified:
                Assert.True(payment.WasLookedUp, told);
                break;
            case PaymentState.CreditsNotTracked:
                Assert.True(payment.IsCredit && !sale.WasListed, told);
                break;
            case PaymentState.NothingToCollect:
                Assert.True(payment.Amount == 0, told);
                break;
            default:
                Assert.Fail($"{told}, which nobody looked up");
                break;
        }
    }
}
