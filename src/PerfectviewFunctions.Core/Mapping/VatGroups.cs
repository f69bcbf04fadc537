using System.Numerics;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;

namespace PerfectviewFunctions.Core.Mapping;

/// <summary>What an invoice comes to per VAT category, whatever a tenant maps the categories to.</summary>
public static class VatGroups
{
    private const string Euro = "EUR";

    /// <summary>
    /// The printed VAT totals, else what the lines give. Held back are another currency than EUR, a category that we do not know, a rate
    /// that was not law on the invoice date, VAT in a 0% category, and amounts that do not sum to the invoice total to the cent.
    /// </summary>
    public static VatGroupsResult Of(InvoiceDocument invoice, InclusiveRounding rounding)
    {
        if (invoice.Currency != Euro)
        {
            return new VatGroupsResult.HeldBack(Reason.Of(ReasonCode.CurrencyNotEuro, ("currency", invoice.Currency)));
        }

        if (!RatedLines.TryMake(invoice, out var lines, out var held))
        {
            return new VatGroupsResult.HeldBack(held);
        }

        // A sender without VAT totals may leave the list out or send it empty.
        if (invoice.VatTotals is not { Count: > 0 } printed)
        {
            return FirstThatAddsUp(invoice, ComputedGroups.Candidates(invoice, lines, rounding));
        }

        return PrintedGroups.TryMake(invoice, printed, lines, out var groups, out held)
            ? FirstThatAddsUp(invoice, [groups])
            : new VatGroupsResult.HeldBack(held);
    }

    private static VatGroupsResult FirstThatAddsUp(InvoiceDocument invoice, IReadOnlyList<IReadOnlyList<GroupCents>> candidates)
    {
        var isWholeCents = Cents.TryOf(invoice.Total, out var total);
        foreach (var groups in candidates)
        {
            if (isWholeCents && Gross(groups) == total && groups.All(group => group.IsBookable))
            {
                return new VatGroupsResult.Found(ToBook(groups));
            }
        }

        return new VatGroupsResult.HeldBack(Reason.Of(
            ReasonCode.TotalsDoNotAddUp, ("total", Cents.Text(invoice.Total)), ("computed", Computed(candidates[0]))));
    }

    private static IReadOnlyList<VatGroup> ToBook(IReadOnlyList<GroupCents> groups) =>
    [
        .. VatCategory.All
            .SelectMany(category => groups.Where(group => group.Category == category))
            .Where(group => !group.Net.IsZero || !group.Vat.IsZero)
            .Select(group => group.ToGroup()),
    ];

    private static string Computed(IReadOnlyList<GroupCents> groups) =>
        groups.All(group => group.IsBookable) ? Cents.Text(Gross(groups)) : Cents.BeyondLimit;

    private static BigInteger Gross(IReadOnlyList<GroupCents> groups) =>
        groups.Aggregate(BigInteger.Zero, (sum, group) => sum + group.Gross);
}
