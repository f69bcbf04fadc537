using System.Numerics;
using FsCheck.Fluent;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Mapping;

public sealed class LineByLineProperties
{
    [Fact]
    public void Line_by_line_comes_to_what_the_grouped_form_comes_to() => Property.Holds(
        Gen.OneOf(Sales.Any.Select(sale => (sale.Invoice, sale.Setting)), Gen.OneOf(Sales.Odd, Sales.Absurd).Select(invoice => (invoice, default(InclusiveRounding)))),
        20_260_321,
        sample => AssertSame(sample.Item1, sample.Item2, Sample.Mapping, Sample.Limits),
        times: 4000);

    [Fact]
    public void So_it_does_on_one_account_for_all() => Property.Holds(
        Sales.Any, 20_260_322, sale => AssertSame(sale.Invoice, sale.Setting, OneAccount, Sample.Limits));

    [Fact]
    public void So_it_does_within_any_limit() => Property.Holds(
        from sale in Sales.Any from limit in Gen.Choose(1, 60) select (sale, limit),
        20_260_323,
        sample => AssertSame(sample.sale.Invoice, sample.sale.Setting, Sample.Mapping, new BookingLimits(200, sample.limit)));

    [Fact]
    public void Lines_whose_VAT_is_exact_stand_as_they_are() => Property.Holds(
        (from category in Gen.Elements(VatCategory.High, VatCategory.Low, VatCategory.Export) from euros in Gen.Choose(1, 5000) select Sample.Line(1, euros, category))
            .NonEmptyListOf().Where(lines => lines.Count <= 100),
        20_260_324,
        lines =>
        {
            var invoice = Sample.Invoice(lines.Sum(line => line.UnitPrice * (100m + Sale.RateOf(line.VatCategory, new DateOnly(2026, 3, 2))) / 100m), [.. lines]);

            var booked = Expect.Mapped(Make(invoice, default, Sample.Mapping, Sample.Limits, LineGrouping.PerLine)).Lines;

            Assert.Equal(
                lines.OrderBy(line => VatCategory.All.ToList().IndexOf(line.VatCategory)).Select(line => line.UnitPrice), booked.Select(line => line.Net));
        });

    /// <summary>Against all ways there are of moving up to seven lines by a cent.</summary>
    [Fact]
    public void Cents_are_moved_where_it_can_be_and_as_few_as_can_be() => Property.Holds(
        from rate in Gen.Elements(0m, 6m, 9m, 21m)
        from nets in Gen.OneOf(Gen.Choose(-30, 30), Gen.Choose(1, 5000)).Where(net => net != 0).NonEmptyListOf().Where(nets => nets.Count <= 7)
        from netOff in Gen.Choose(-3, 3)
        from vatOff in Gen.Choose(-3, 3)
        select (rate, nets, netOff, vatOff),
        20_260_325,
        sample =>
        {
            var rate = VatFraction.Of(sample.rate);
            BigInteger[] nets = [.. sample.nets.Select(net => new BigInteger(net))];
            var net = Sum(nets) + sample.netOff;
            var vat = Sum(nets.Select(rate.On)) + sample.vatOff;
            var best = AllMoves(nets)
                .Where(moved => !moved.Any(own => own.IsZero) && Sum(moved) == net && Sum(moved.Select(rate.On)) == vat)
                .Select(moved => (int?)Moved(nets, moved))
                .Min();

            var fit = CentMoves.Fit(nets, net, vat, rate);

            Assert.Equal(best, fit.Count == 0 ? null : Moved(nets, fit));
            if (fit.Count > 0)
            {
                Assert.Equal((net, vat), (Sum(fit), Sum(fit.Select(rate.On))));
                Assert.All(nets.Zip(fit), pair => Assert.InRange(pair.Second - pair.First, -1, 1));
            }
        },
        times: 1000);

    private static VatMapping OneAccount { get; } =
        Sample.MappingOf(VatCategory.Rows.Select(row => (row, new VatMappingRow(VatCodes.Suggested[row] is "HOOG_VERK_21" or "LAAG_VERK_9" or "LAAG_VERK" ? "AFW_VERK" : "GEEN", "8000"))));

    private static void AssertSame(InvoiceDocument invoice, InclusiveRounding rounding, VatMapping mapping, BookingLimits limits)
    {
        var grouped = Make(invoice, rounding, mapping, limits, LineGrouping.PerVatCodeAndAccount);
        var perLine = Make(invoice, rounding, mapping, limits, LineGrouping.PerLine);

        if (grouped is not MappingResult.Mapped wanted)
        {
            Assert.Equal(Told(grouped), Told(perLine));
            return;
        }

        var found = Expect.Mapped(perLine);
        Assert.InRange(found.Lines.Count, 1, limits.Lines);
        Assert.Equal(wanted.Groups, found.Groups);
        Assert.Equal(Sums(wanted.Lines), Sums(found.Lines));
    }

    private static MappingResult Make(
        InvoiceDocument invoice, InclusiveRounding rounding, VatMapping mapping, BookingLimits limits, LineGrouping grouping) =>
        BookingLines.Make(invoice, mapping, rounding, limits, grouping);

    private static string Told(MappingResult result) => result switch
    {
        MappingResult.HeldBack(var reason) => $"{reason.Code}: {string.Join("; ", reason.Values)}",
        _ => result.GetType().Name,
    };

    private static IReadOnlyList<(string Code, decimal Rate, string Account, decimal Net, decimal Vat)> Sums(IEnumerable<BookingLine> lines) =>
    [
        .. lines.GroupBy(line => (line.VatCode, line.VatPercentage, line.Account))
            .Select(same => (same.Key.VatCode, same.Key.VatPercentage, same.Key.Account, same.Sum(line => line.Net), same.Sum(line => line.Vat)))
            .Order(),
    ];

    private static IEnumerable<BigInteger[]> AllMoves(BigInteger[] nets) => nets.Aggregate(
        (IEnumerable<BigInteger[]>)[[]], (all, net) => all.SelectMany(moved => new[] { -1, 0, 1 }.Select(cent => (BigInteger[])[.. moved, net + cent])));

    private static int Moved(IEnumerable<BigInteger> nets, IEnumerable<BigInteger> moved) => nets.Zip(moved).Count(pair => pair.First != pair.Second);

    private static BigInteger Sum(IEnumerable<BigInteger> amounts) => amounts.Aggregate(BigInteger.Zero, (sum, amount) => sum + amount);
}
