using PerfectviewFunctions.Core.Invoices;

namespace PerfectviewFunctions.Core.Mapping;

/// <summary>The groups of an invoice that prints no VAT totals, in each way its sender may have rounded them.</summary>
internal static class ComputedGroups
{
    /// <summary>
    /// In order of preference. Prices excluding VAT: the total tells which rounding was used. Prices including VAT: both give the same
    /// total, so the tenant's setting decides.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<GroupCents>> Candidates(
        InvoiceDocument invoice, IReadOnlyList<RatedLine> lines, InclusiveRounding rounding) =>
        (invoice.PricesIncludeVat, rounding) switch
        {
            (false, _) => [RoundedPerGroup(lines, Added), RoundedPerLine(lines, Added)],
            (true, InclusiveRounding.PerLine) => [RoundedPerLine(lines, TakenOut)],
            (true, _) => [RoundedPerGroup(lines, TakenOut)],
        };

    private static IReadOnlyList<GroupCents> RoundedPerLine(IReadOnlyList<RatedLine> lines, Func<RatedLine, GroupCents> tax) =>
        GroupCents.Sum(lines.Select(tax));

    private static IReadOnlyList<GroupCents> RoundedPerGroup(IReadOnlyList<RatedLine> lines, Func<RatedLine, GroupCents> tax)
    {
        var sums = GroupCents.Sum(lines.Select(line => new GroupCents(line.Category, line.Rate, line.Amount, 0)));
        return [.. sums.Select(sum => tax(new RatedLine(sum.Category, sum.Rate, sum.Net)))];
    }

    private static GroupCents Added(RatedLine line) =>
        new(line.Category, line.Rate, line.Amount, VatFraction.Of(line.Rate).On(line.Amount));

    private static GroupCents TakenOut(RatedLine line)
    {
        var vat = VatFraction.Of(line.Rate).In(line.Amount);
        return new GroupCents(line.Category, line.Rate, line.Amount - vat, vat);
    }
}
