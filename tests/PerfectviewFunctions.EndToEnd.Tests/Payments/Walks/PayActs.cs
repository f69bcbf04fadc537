using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Walks;

/// <summary>What the bank import and a bookkeeper do to the payments of invoices.</summary>
internal sealed class PayActs(Scene scene)
{
    public void Act()
    {
        for (var count = 1 + scene.Next(4); count > 0; count--)
        {
            var there = scene.Sales.Where(sale => sale.Booking is not null && !sale.IsDoubled).ToList();
            if (there.Count == 0)
            {
                return;
            }

            var sale = scene.Pick(there);
            switch (scene.Next(10))
            {
                case < 6:
                    Pay(sale);
                    break;
                case 6:
                    Reverse(sale.Firm.Books);
                    break;
                case 7:
                    Settle(sale);
                    break;
                default:
                    PayTogether([.. there.Where(other => other.Firm == sale.Firm && other.Booking!.RelationCode == sale.Booking!.RelationCode)]);
                    break;
            }
        }
    }

    /// <summary>A part, all that is open, too much, or a refund; of an invoice that is settled too.</summary>
    private decimal AmountFor(SandboxAdministration books, SandboxMutation booking)
    {
        var open = books.OpenOf(booking);
        var amount = scene.Next(8) switch
        {
            < 4 => open,
            < 6 => Math.Round(open / 3, 2),
            6 => open + (9m * (Math.Sign(booking.Total) < 0 ? -1 : 1)),
            _ => booking.Total < 0 ? 5m : -5m,
        };
        return amount == 0 ? 1.50m * (booking.Total < 0 ? -1 : 1) : amount;
    }

    public void Pay(Sale sale)
    {
        var (books, booking) = (sale.Firm.Books, sale.Booking!);
        var amount = AmountFor(books, booking);
        var paid = (PaymentResult.Registered)books.RegisterPayment(booking.InvoiceNumber, amount, booking.RelationCode);
        scene.Note($"{sale} {amount} paid by {paid.Payment.Number}, open {books.OpenOf(booking)}");
    }

    private void PayTogether(IReadOnlyList<Sale> sales)
    {
        var parts = sales
            .Where(_ => scene.Next(3) > 0)
            .Take(3)
            .Select(sale => new PaymentPart(sale.Booking!.InvoiceNumber, AmountFor(sale.Firm.Books, sale.Booking)))
            .ToList();
        if (parts.Count > 0)
        {
            var head = scene.Next(3) > 0 ? null : string.Join(',', parts.Select(part => part.InvoiceNumber));
            var paid = sales[0].Firm.Books.RegisterCombinedPayment(parts, head, sales[0].Booking!.RelationCode);
            scene.Note($"{string.Join(' ', parts)} paid by {((PaymentResult.Registered)paid).Payment.Number} as {head ?? "the first"}");
        }
    }

    private void Reverse(SandboxAdministration books)
    {
        var payments = books.Mutations.Where(mutation => mutation.Kind == MutationKind.FactuurbetalingOntvangen).ToList();
        if (payments.Count > 0)
        {
            var payment = scene.Pick(payments);
            books.DeleteMutation(payment.Number);
            scene.Note($"payment {payment.Number} of #{payment.InvoiceNumber} reversed");
        }
    }

    private void Settle(Sale sale)
    {
        var credits = scene.Sales
            .Where(credit => credit.Firm == sale.Firm
                && credit is { IsDoubled: false, Booking: { Total: < 0 } booking }
                && booking.RelationCode == sale.Booking!.RelationCode)
            .ToList();
        if (credits.Count > 0 && sale.Booking!.Total > 0)
        {
            var credit = scene.Pick(credits);
            var settled = sale.Firm.Books.SettleCredit(
                credit.Booking!.InvoiceNumber, sale.Booking.InvoiceNumber, relationCode: sale.Booking.RelationCode);
            scene.Note($"{credit} settled against {sale}: {settled.GetType().Name}");
        }
    }
}
