using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Tests.Simulation;

/// <summary>The person who works in the books herself: enters payments and, rarely, books an invoice by hand that is on its way.</summary>
internal static class Bookkeeper
{
    public static void Act(World world, IReadOnlyList<Tenant> tenants)
    {
        if (world.Administrations.Count == 0)
        {
            return;
        }

        var administration = world.Administrations.Values.ElementAt(world.Random.Next(world.Administrations.Count));
        var invoices = administration.Mutations.Where(one => one is { IsForeign: false, Booked.IsInvoiceSent: true, Amount: > 0 }).ToList();
        if (world.Random.Next(4) == 0 && administration.Cards.ToList() is { Count: > 0 } cards)
        {
            var card = cards[world.Random.Next(cards.Count)].Booked.Card;
            var tenant = tenants.First(one => card.Name.StartsWith($"Firma {one.Id.Value} ", StringComparison.Ordinal));
            administration.BookByHand(
                FormattableString.Invariant($"{tenant.Settings.NumberPrefix}F{1 + world.Random.Next(3)}"), card.Code, new DateOnly(2026, 3, 2));
        }
        else if (invoices.Count > 0 && invoices[world.Random.Next(invoices.Count)] is var invoice
            && invoice.Amount - administration.PaidOn(invoice) is > 0 and var open)
        {
            administration.Pay(invoice, world.Random.Next(2) == 0 || open < 2 ? open : Math.Round(open / 2, 2));
        }
    }
}
