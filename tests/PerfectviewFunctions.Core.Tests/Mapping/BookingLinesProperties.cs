using System.Globalization;
using FsCheck.Fluent;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Mapping;

public sealed class BookingLinesProperties
{
    [Fact]
    public void Invoice_is_booked_to_the_cent_in_lines_that_each_pass() => Property.Holds(Sales.Any, 20_260_301, sale =>
    {
        if (sale.Totals.All(total => total is { Net: 0m, Vat: 0m }))
        {
            Assert.IsType<MappingResult.NothingToBook>(sale.Make());
            return;
        }

        var mapped = Expect.Mapped(sale.Make());

        Assert.Equal(sale.Invoice.Total, mapped.Lines.Sum(line => line.Gross));
        Assert.Equal(sale.Invoice.Total, mapped.Groups.Sum(group => group.Net + group.Vat));
        if (sale.PrintsVat || (sale.PricesIncludeVat && sale.Rounding is not SenderRounding.PerUnit))
        {
            AssertBooksExactly(sale.Date, sale.Totals, mapped.Lines);
        }
    });

    [Fact]
    public void Printed_vat_that_is_some_cents_off_is_booked_as_printed() => Property.Holds(Sales.Any, 20_260_302, sale =>
    {
        var cents = (sale.Lines.Count % 7) - 3;
        var off = sale with { Lines = [.. sale.Lines.Take(20)], Rounding = SenderRounding.PerGroup };
        VatTotal[] printed = [.. off.Totals.Select(total => total.Rate == 0m ? total : total with { Vat = total.Vat + (cents * 0.01m) })];
        if (printed.All(total => total is { Net: 0m, Vat: 0m }))
        {
            return;
        }

        var invoice = off.Invoice with { Total = printed.Sum(total => total.Net + total.Vat), VatTotals = printed };

        AssertBooksExactly(sale.Date, printed, Expect.Mapped(Sample.Make(invoice)).Lines);
    });

    [Fact]
    public void Negated_invoice_gives_negated_lines() => Property.Holds(Sales.Any, 20_260_303, sale =>
    {
        var negated = sale with
        {
            Lines = [.. sale.Lines.Select(line => line with { Quantity = -line.Quantity, DiscountAmount = -line.DiscountAmount })],
        };

        Assert.Equal(
            LinesOf(sale.Make()).Select(line => line with { Net = -line.Net, Vat = -line.Vat }), LinesOf(negated.Make()));
    });

    [Fact]
    public void Order_of_the_invoice_lines_is_no_matter() => Property.Holds(Sales.Any, 20_260_304, sale =>
        Assert.Equal(LinesOf(sale.Make()), LinesOf((sale with { Lines = [.. sale.Lines.Reverse()] }).Make())));

    [Fact]
    public void Whatever_stands_in_a_document_gives_an_answer_and_the_same_in_every_culture() =>
        Property.Holds(Gen.OneOf(Sales.Absurd, Sales.Odd, Sales.Any.Select(sale => sale.Invoice)), 20_260_305, invoice =>
        {
            var answer = Describe(In("en-US", invoice));

            Assert.Equal(answer, Describe(In("nl-NL", invoice)));
            Assert.Equal(answer, Describe(In("fa-IR", invoice)));
        });

    [Fact]
    public void Small_amounts_with_odd_vat_are_booked_as_printed() => Property.Holds(
        Sales.Odd,
        20_260_306,
        invoice =>
        {
            if (invoice.VatTotals!.Any(total => total is not { Net: 0m, Vat: 0m }))
            {
                AssertBooksExactly(invoice.Date, invoice.VatTotals!, Expect.Mapped(Sample.Make(invoice)).Lines);
            }
        },
        times: 1000);

    [Fact]
    public void Fewer_lines_than_needed_are_never_exceeded() => Property.Holds(Sales.Any, 20_260_307, sale =>
    {
        var needed = LinesOf(sale.Make()).Count;

        var result = BookingLines.Make(sale.Invoice, Sample.Mapping, sale.Setting, new BookingLimits(200, Math.Max(1, needed / 2)));

        Assert.InRange(LinesOf(result).Count, 0, Math.Max(1, needed / 2));
    });

    private static void AssertBooksExactly(DateOnly date, IEnumerable<VatTotal> totals, IReadOnlyList<BookingLine> lines)
    {
        foreach (var total in totals)
        {
            var row = total.Category == VatCategory.Low && date.Year < 2019 ? VatCategory.LowSixRow : total.Category;
            var own = lines.Where(line => line.Account == Sample.AccountOf(row)).ToList();
            Assert.Equal((total.Net, total.Vat), (own.Sum(line => line.Net), own.Sum(line => line.Vat)));
        }
    }

    private static IReadOnlyList<BookingLine> LinesOf(MappingResult result) => (result as MappingResult.Mapped)?.Lines ?? [];

    private static MappingResult In(string culture, InvoiceDocument invoice)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            return Sample.Make(invoice);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Describe(MappingResult result) => result switch
    {
        MappingResult.HeldBack(var reason) => $"{reason.Code}: {string.Join("; ", reason.Values)}",
        MappingResult.Mapped(var lines, _) => string.Join("; ", lines),
        _ => result.GetType().Name,
    };
}
