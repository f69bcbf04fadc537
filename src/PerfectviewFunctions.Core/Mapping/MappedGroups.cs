using System.Diagnostics.CodeAnalysis;
using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Mapping;

/// <summary>Finds VAT code and account of every group in the tenant's mapping; what is not, or wrongly, chosen is held back.</summary>
internal static class MappedGroups
{
    public static bool TryMake(
        IReadOnlyList<VatGroup> groups,
        VatMapping mapping,
        DateOnly date,
        out IReadOnlyList<MappedGroup> mapped,
        [NotNullWhen(false)] out Reason? held)
    {
        var found = new List<MappedGroup>(groups.Count);
        mapped = [];
        foreach (var group in groups)
        {
            var rowId = VatCategory.RowFor(group.Category, group.Rate);
            if (!mapping.Rows.TryGetValue(rowId, out var row))
            {
                held = Reason.Of(ReasonCode.VatCategoryUnmapped, ("category", group.Category), ("label", VatCategory.Label(rowId)));
                return false;
            }

            held = Unfit(group, row.VatCode, date);
            if (held is not null)
            {
                return false;
            }

            found.Add(new MappedGroup(group.Category, row.VatCode, group.Rate, row.Account, group.Net, group.Vat));
        }

        mapped = Merge(found);
        held = null;
        return true;
    }

    private static Reason? Unfit(VatGroup group, string code, DateOnly date)
    {
        var known = VatCodes.SalesCodes.FirstOrDefault(sales => sales.Code == code);
        if (known is null)
        {
            return Reason.Of(ReasonCode.VatCodeNotForSales, ("code", code));
        }

        return known.Carries(group.Rate, date)
            ? null
            : Reason.Of(
                ReasonCode.VatCodeRateMismatch,
                ("category", group.Category),
                ("code", code),
                ("codeRate", VatRates.Text(known.IsValidOn(date) ? known.Percentage : null)),
                ("rate", VatRates.Text(group.Rate)));
    }

    /// <summary>
    /// Categories that share code, percentage and account become one line if that line passes. What would cancel out to a line of
    /// nothing stays apart, so that the books show what the invoice shows.
    /// </summary>
    private static IReadOnlyList<MappedGroup> Merge(IReadOnlyList<MappedGroup> groups) =>
    [
        .. groups
            .GroupBy(group => (group.VatCode, group.Percentage, group.Account))
            .SelectMany(same =>
            {
                var merged = same.First() with
                {
                    Net = same.Sum(group => group.Net),
                    Vat = same.Sum(group => group.Vat),
                    Categories = [.. same.Select(group => group.Category)],
                };
                return merged.PassesAsOneLine && merged is not { Net: 0m, Vat: 0m } ? [merged] : same.AsEnumerable();
            }),
    ];
}
