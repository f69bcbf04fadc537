using System.Diagnostics;
using System.Globalization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;

namespace PerfectviewFunctions.Core.Mapping;

/// <summary>From an invoice to the lines of its booking, to the cent.</summary>
public static class BookingLines
{
    /// <summary>
    /// One line per VAT code, percentage and account, or per line of the invoice. Amounts are booked as the invoice prints them: a group
    /// whose VAT the service's check (CMUT010.1: net x percentage = VAT) would refuse is split into lines that each pass it and sum to the
    /// printed amounts.
    /// </summary>
    /// <param name="mapping">The tenant's choice of VAT code and account per category.</param>
    /// <param name="rounding">Only asked for prices including VAT without printed VAT totals.</param>
    /// <param name="limits">How many lines the books take in one booking.</param>
    /// <param name="grouping">What is held back is the same either way, and so are the sums.</param>
    /// <returns>Never throws on account of what the invoice holds.</returns>
    public static MappingResult Make(
        InvoiceDocument invoice,
        VatMapping mapping,
        InclusiveRounding rounding,
        BookingLimits limits,
        LineGrouping grouping = LineGrouping.PerVatCodeAndAccount) =>
        VatGroups.Of(invoice, rounding) switch
        {
            VatGroupsResult.HeldBack(var reason) => new MappingResult.HeldBack(reason),
            VatGroupsResult.Found({ Count: 0 }) => new MappingResult.NothingToBook(Reason.Of(ReasonCode.NothingToBook)),
            VatGroupsResult.Found(var groups) => Make(invoice, groups, mapping, limits, grouping),
            var other => throw new UnreachableException(other.ToString()),
        };

    private static MappingResult Make(
        InvoiceDocument invoice, IReadOnlyList<VatGroup> groups, VatMapping mapping, BookingLimits limits, LineGrouping grouping)
    {
        if (!MappedGroups.TryMake(groups, mapping, invoice.Date, out var mapped, out var held))
        {
            return new MappingResult.HeldBack(held);
        }

        var lines = LinesOf(mapped, limits.Lines, sparing: false);
        if (lines.Sum(group => group.Count) > limits.Lines || lines.Any(group => group.Count == 0))
        {
            lines = LinesOf(mapped, limits.Lines, sparing: true);
        }

        if (mapped.Zip(lines).FirstOrDefault(pair => pair.Second.Count == 0) is ({ } unexplained, _))
        {
            return new MappingResult.HeldBack(NotExplained(unexplained));
        }

        var count = lines.Sum(group => group.Count);
        if (count > limits.Lines)
        {
            return new MappingResult.HeldBack(TooMany(count, limits.Lines));
        }

        if (grouping == LineGrouping.PerLine && RatedLines.TryMake(invoice, out var rated, out _))
        {
            lines = LineByLine.LinesOf(mapped, lines, rated, invoice.PricesIncludeVat, limits.Lines);
        }

        return new MappingResult.Mapped([.. lines.SelectMany(group => group)], groups);
    }

    /// <returns>Per group its lines; none for a group that no number of lines within the limit explains.</returns>
    private static IReadOnlyList<IReadOnlyList<BookingLine>> LinesOf(IReadOnlyList<MappedGroup> groups, int limit, bool sparing) =>
        [.. groups.Select(group => LinesOf(group, limit, sparing))];

    private static IReadOnlyList<BookingLine> LinesOf(MappedGroup group, int limit, bool sparing) => group.ToLines(
        group.PassesAsOneLine
            ? [new VatPart(Cents.Of(group.Net), Cents.Of(group.Vat))]
            : VatSplit.Make(Cents.Of(group.Net), Cents.Of(group.Vat), VatFraction.Of(group.Percentage), limit, sparing));

    private static Reason NotExplained(MappedGroup group) => Reason.Of(
        ReasonCode.VatNotExplained,
        ("category", group.Category),
        ("net", Cents.Text(group.Net)),
        ("vat", Cents.Text(group.Vat)),
        ("expected", Cents.Text(VatFraction.Of(group.Percentage).On(Cents.Of(group.Net)))),
        ("rate", VatRates.Text(group.Percentage)));

    private static Reason TooMany(int count, int limit) => Reason.Of(
        ReasonCode.TooManyLines,
        ("lines", count.ToString(CultureInfo.InvariantCulture)),
        ("limit", limit.ToString(CultureInfo.InvariantCulture)));
}
