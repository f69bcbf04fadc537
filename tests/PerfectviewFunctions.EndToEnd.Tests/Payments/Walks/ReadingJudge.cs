using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Sandbox;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Walks;

/// <summary>Lays what a reading stored beside what it was shown, and beside the books themselves.</summary>
internal sealed class ReadingJudge(Scene scene)
{
    /// <summary>An invoice that was booked later than this before a list was asked for is left for the next.</summary>
    private static readonly TimeSpan TooYoung = new PaymentOptions().BookedBefore;

    private readonly StatusJudge statuses = new(scene);

    /// <param name="before">What the store said before the reading.</param>
    public void Check(Look before, Look after)
    {
        foreach (var shared in scene.Firms.GroupBy(firm => firm.Books))
        {
            var list = shared.Key.OpenDebtors();
            var firms = shared.Where(firm => firm.PaymentsOn && (scene.IsTroubled || after.ReadAt[firm] != before.ReadAt[firm])).ToList();
            var read = firms.SelectMany(firm => firm.Sales).Where(sale => IsOldEnough(before.Payments[sale].Payment)).ToHashSet();
            NoteVanished([.. read], list, before);
            foreach (var sale in shared.SelectMany(firm => firm.Sales))
            {
                CheckWrite(sale, before, after);
                if (read.Contains(sale))
                {
                    var (was, becomes) = (before.Payments[sale].Payment, after.Payments[sale].Payment);
                    CheckSale(sale, was, becomes, list);
                    Remember(sale, becomes, list);
                }
                else
                {
                    Assert.True(before.Payments[sale].Row.ETag == after.Payments[sale].Row.ETag, $"{sale} was changed, and no list says anything of it");
                }
            }
        }
    }

    private bool IsOldEnough(InvoicePayment payment) => payment.BookedAt <= scene.World.Clock.GetUtcNow() - TooYoung;

    /// <summary>The rule for lists that may be cut off: over a fifth, and at least five, vanished since the list before.</summary>
    private static void NoteVanished(IReadOnlyList<Sale> read, IReadOnlyList<SandboxOpenItem> list, Look before)
    {
        var listed = read.Where(sale => sale.IsListed).ToList();
        var vanished = listed.Where(sale => list.RowOf(before.Payments[sale].Payment) is (null, false)).ToList();
        if (vanished.Count >= 5 && vanished.Count * 5 > listed.Count)
        {
            vanished.ForEach(sale => sale.LeftWithMany = true);
        }
    }

    private static void CheckWrite(Sale sale, Look before, Look after)
    {
        var (was, becomes) = (before.Payments[sale].Row, after.Payments[sale].Row);
        if (was.ETag != becomes.ETag)
        {
            Assert.True(
                was.Key != becomes.Key || !was.Values.SequenceEqual(becomes.Values),
                $"The row of {sale} was written, and says the same as before");
        }
    }

    private void CheckSale(Sale sale, InvoicePayment was, InvoicePayment becomes, IReadOnlyList<SandboxOpenItem> list)
    {
        var booking = sale.Booking;
        var (row, areSeveral) = list.RowOf(was);
        if (areSeveral)
        {
            Assert.True(sale.IsDoubled, $"{sale} has several rows");
            Assert.True(was.Revision == becomes.Revision, $"{sale} was changed by one of several rows: {Text(was.Status)} became {Text(becomes.Status)}");
        }
        else if (sale.IsDoubled)
        {
            Assert.True(row is null || becomes.Status.State != PaymentState.Paid, $"{sale} is called paid, and a row of its number and debtor is open");
        }
        else if (row is not null)
        {
            sale.IsOutOfSight = false;
            Assert.True(booking is not null && list.RowOf(booking) == row, $"{sale} was given a row that is not its own: {row}");
            if (!scene.IsTroubled || was.Revision != becomes.Revision)
            {
                StatusJudge.CheckListed(sale, was, becomes, row);
            }
        }
        else
        {
            sale.IsOutOfSight |= booking is not null && !IsTraceable(was, booking);
            statuses.CheckUnlisted(sale, was, becomes, list);
        }
    }

    /// <summary>Whether a look-up by number and one by mutation lead to a booking that was changed or entered again.</summary>
    private static bool IsTraceable(InvoicePayment payment, SandboxMutation booking) =>
        booking.Number == payment.Mutation
        || (booking.InvoiceNumber, booking.RelationCode, booking.Total) == (payment.NumberInBooks, payment.DebtorCode, payment.Amount);

    private void Remember(Sale sale, InvoicePayment becomes, IReadOnlyList<SandboxOpenItem> list)
    {
        var (row, areSeveral) = list.RowOf(becomes);
        if (scene.IsTroubled)
        {
            // Nobody knows from outside how far it came.
            (sale.WasListed, sale.LeftWithMany) = (becomes.WasSeen, becomes.LeftWithMany);
            sale.IsListed = becomes.WasSeen && IsOpen(becomes);
        }
        else if (row is not null)
        {
            (sale.WasListed, sale.IsListed, sale.LeftWithMany) = (true, true, false);
        }
        else if (!areSeveral)
        {
            sale.IsListed &= IsOpen(becomes);
            sale.LeftWithMany &= !becomes.WasLookedUp;
        }
    }

    private static bool IsOpen(InvoicePayment payment) => !payment.WasLookedUp
        && payment.Status.State is PaymentState.Open or PaymentState.PartlyPaid or PaymentState.Reopened or PaymentState.Overpaid;
}
