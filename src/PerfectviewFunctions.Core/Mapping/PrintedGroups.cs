using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;

namespace PerfectviewFunctions.Core.Mapping;

/// <summary>The groups as the invoice prints them: these are booked, whatever its lines would give.</summary>
internal static class PrintedGroups
{
    public static bool TryMake(
        InvoiceDocument invoice,
        IReadOnlyList<VatTotal> printed,
        IReadOnlyList<RatedLine> lines,
        out IReadOnlyList<GroupCents> groups,
        [NotNullWhen(false)] out Reason? held)
    {
        groups = [];
        var rows = new List<GroupCents>(printed.Count);
        foreach (var row in printed)
        {
            if (!VatRates.TrySettle(row.Category, row.Rate, invoice.Date, out var rate, out held))
            {
                return false;
            }

            if (!Cents.TryOf(row.Net, out var net) | !Cents.TryOf(row.Vat, out var vat))
            {
                held = PartsOfCents(invoice, row);
                return false;
            }

            if (rate == 0m && row.Vat != 0m)
            {
                held = Reason.Of(ReasonCode.VatInZeroCategory, ("category", row.Category), ("vat", Cents.Text(row.Vat)));
                return false;
            }

            rows.Add(new GroupCents(row.Category, rate, net, vat));
        }

        groups = GroupCents.Sum(rows);
        held = LeftOut(lines, groups);
        return held is null;
    }

    private static Reason? LeftOut(IReadOnlyList<RatedLine> lines, IReadOnlyList<GroupCents> groups)
    {
        var printed = groups.Select(group => (group.Category, group.Rate)).ToHashSet();
        return lines
            .GroupBy(line => (line.Category, line.Rate))
            .Where(same => !printed.Contains(same.Key))
            .Select(same => (same.Key.Category, Amount: same.Aggregate(BigInteger.Zero, (sum, line) => sum + line.Amount)))
            .Where(sum => !sum.Amount.IsZero)
            .Select(sum => Reason.Of(
                ReasonCode.LinesNotInVatTotals, ("category", sum.Category), ("amount", Cents.Text(sum.Amount))))
            .FirstOrDefault();
    }

    private static Reason PartsOfCents(InvoiceDocument invoice, VatTotal row) => Reason.Of(
        ReasonCode.TotalsDoNotAddUp,
        ("total", Cents.Text(invoice.Total)),
        ("computed", string.Create(CultureInfo.InvariantCulture, $"{Cents.Text(row.Net)} + {Cents.Text(row.Vat)}")));
}
