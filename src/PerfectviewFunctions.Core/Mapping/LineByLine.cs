using System.Numerics;
using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Core.Mapping;

/// <summary>Books the lines of an invoice one by one, group by group, wherever that comes to the very cents of the grouped form.</summary>
internal static class LineByLine
{
    /// <param name="grouped">Per group its lines in the grouped form, within the limit together.</param>
    /// <param name="limit">Where the invoice has more lines, the groups with most of them stay grouped (of equal ones the first).</param>
    /// <returns>Per group its lines in the invoice's order, or those of the grouped form.</returns>
    public static IReadOnlyList<IReadOnlyList<BookingLine>> LinesOf(
        IReadOnlyList<MappedGroup> groups,
        IReadOnlyList<IReadOnlyList<BookingLine>> grouped,
        IReadOnlyList<RatedLine> lines,
        bool pricesIncludeVat,
        int limit)
    {
        var chosen = groups
            .Zip(grouped, (group, fallback) => PartsOf(group, lines, pricesIncludeVat) is { Count: > 0 } parts ? group.ToLines(parts) : fallback)
            .ToArray();
        foreach (var largest in Enumerable.Range(0, chosen.Length).OrderByDescending(index => chosen[index].Count).ToList())
        {
            if (chosen.Sum(group => group.Count) <= limit)
            {
                break;
            }

            chosen[largest] = grouped[largest];
        }

        return chosen;
    }

    /// <returns>None when the group's lines do not come to its net and VAT.</returns>
    private static IReadOnlyList<VatPart> PartsOf(MappedGroup group, IReadOnlyList<RatedLine> lines, bool pricesIncludeVat)
    {
        var rate = VatFraction.Of(group.Percentage);
        BigInteger[] nets =
        [
            .. lines
                .Where(line => line.Rate == group.Percentage && group.Categories.Contains(line.Category))
                .Select(line => pricesIncludeVat ? line.Amount - rate.In(line.Amount) : line.Amount)
                .Where(net => !net.IsZero),
        ];
        return nets.All(Cents.AreBookable)
            ? [.. CentMoves.Fit(nets, Cents.Of(group.Net), Cents.Of(group.Vat), rate).Select(net => new VatPart((long)net, (long)rate.On(net)))]
            : [];
    }
}
