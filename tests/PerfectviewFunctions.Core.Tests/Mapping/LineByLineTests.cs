using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using Xunit;
using static PerfectviewFunctions.Core.Tests.Mapping.Sample;

namespace PerfectviewFunctions.Core.Tests.Mapping;

public sealed class LineByLineTests
{
    [Fact]
    public void Lines_stand_in_the_order_of_the_invoice_group_by_group()
    {
        var invoice = Invoice(
            348.15m, Line(1, 100m), Line(2, 50m, VatCategory.Low), Line(1, 100m, VatCategory.Export), Line(2, 10m), Line(1, -5m), Line(1, 0m));

        AssertLines(invoice, (100m, 21m), (20m, 4.20m), (-5m, -1.05m), (100m, 9m), (100m, 0m));
    }

    [Fact]
    public void Line_carries_code_rate_and_account_of_its_group() =>
        Assert.Equal(
            [new BookingLine(100m, 21m, "HOOG_VERK_21", 21m, AccountOf(VatCategory.High)), new BookingLine(20m, 4.20m, "HOOG_VERK_21", 21m, AccountOf(VatCategory.High))],
            LinesOf(Invoice(145.20m, Line(1, 100m), Line(1, 20m))));

    [Fact]
    public void Vat_rounded_by_line_stands_as_it_is() =>
        AssertLines(Invoice(361.44m, Line(1, 12.45m).Times(24)), [.. Enumerable.Repeat((12.45m, 2.61m), 24)]);

    /// <summary>A cent of VAT more than the lines have: one of them a cent up takes it along, another a cent down does not.</summary>
    [Fact]
    public void Vat_rounded_by_group_moves_as_few_cents_as_it_can() =>
        AssertLines(Invoice(45.19m, Line(1, 12.45m).Times(3)), (12.46m, 2.62m), (12.44m, 2.61m), (12.45m, 2.61m));

    [Fact]
    public void Vat_taken_out_of_the_group_moves_the_cents_that_the_lines_lack()
    {
        // 82.64 a line is 5 cents less than 826.45.
        var invoice = Invoice(1000m, Line(1, 100m).Times(10)).Including();

        AssertLines(invoice, [.. Enumerable.Repeat((82.65m, 17.36m), 5), .. Enumerable.Repeat((82.64m, 17.35m), 5)]);
    }

    [Fact]
    public void Group_that_its_lines_do_not_come_to_stays_grouped_and_the_others_do_not()
    {
        var invoice = Invoice(158.10m, Line(1, 50m), Line(1, 50m), Line(1, 10m, VatCategory.Export), Line(1, 15m, VatCategory.Export))
            .Printing(High(110m, 23.10m), new VatTotal(VatCategory.Export, 0m, 25m, 0m));

        AssertLines(invoice, (110m, 23.10m), (10m, 0m), (15m, 0m));
    }

    [Fact]
    public void Invoice_without_lines_is_grouped() =>
        AssertLines(Invoice(121m).Printing(High(100m, 21m)), (100m, 21m));

    [Fact]
    public void Categories_that_share_code_and_account_stand_line_by_line()
    {
        var mapping = Sample.Mapping.With(VatCategory.Zero, "GEEN", "8000").With(VatCategory.Exempt, "GEEN", "8000");
        var invoice = Invoice(80m, Line(1, 30m, VatCategory.Exempt), Line(1, 40m, VatCategory.Zero), Line(1, 10m, VatCategory.Exempt));

        Assert.Equal([30m, 40m, 10m], LinesOf(invoice, mapping).Select(line => line.Net));
    }

    [Fact]
    public void Categories_that_cancel_out_on_one_account_take_their_own_lines()
    {
        var mapping = Sample.Mapping.With(VatCategory.Zero, "GEEN", "8000").With(VatCategory.Exempt, "GEEN", "8000");
        var invoice = Invoice(0m, Line(-1, 20m, VatCategory.Exempt), Line(-1, 20m, VatCategory.Exempt), Line(1, 30m, VatCategory.Zero), Line(1, 10m, VatCategory.Zero));

        Assert.Equal([30m, 10m, -20m, -20m], LinesOf(invoice, mapping).Select(line => line.Net));
    }

    [Fact]
    public void Too_many_lines_group_the_largest_first()
    {
        var invoice = Invoice(
            (60 * 12.10m) + (30 * 10.90m) + 300m,
            [.. Line(1, 10m).Times(60), .. Line(1, 10m, VatCategory.Low).Times(30), .. Line(1, 10m, VatCategory.Export).Times(30)]);

        Assert.Equal(61, LinesOf(invoice).Count);
        Assert.Equal(
            [(600m, 126m), (300m, 27m), .. Enumerable.Repeat((10m, 0m), 30)],
            LinesOf(invoice, limit: 32).Select(line => (line.Net, line.Vat)));
        Assert.Equal(3, LinesOf(invoice, limit: 3).Count);
    }

    [Fact]
    public void Hundred_lines_fit_and_a_hundred_and_one_are_grouped()
    {
        Assert.Equal(100, LinesOf(Invoice(1210m, Line(1, 10m).Times(100))).Count);
        Assert.Single(LinesOf(Invoice(1222.10m, Line(1, 10m).Times(101))));
    }

    [Fact]
    public void Line_that_the_books_cannot_hold_keeps_its_group_together() =>
        AssertLines(
            Invoice(5m, Line(1, 10_000_000_000_000m, VatCategory.Export), Line(1, -9_999_999_999_995m, VatCategory.Export)), (5m, 0m));

    [Fact]
    public void Printed_totals_far_beyond_the_lines_are_grouped() =>
        AssertLines(Invoice(1_210_000_000m, Line(1, 10m)).Printing(High(1_000_000_000m, 210_000_000m)), (1_000_000_000m, 210_000_000m));

    [Fact]
    public void What_the_grouped_form_holds_back_is_held_back() =>
        Expect.HeldBack(
            Make(Invoice(119m, Line(1, 50m).Times(2)).Printing(High(100m, 19m))),
            ReasonCode.VatNotExplained,
            ("category", "NL_HIGH"), ("net", "100.00"), ("vat", "19.00"), ("expected", "21.00"), ("rate", "21"));

    [Fact]
    public void Credit_invoice_is_negated_line_by_line() =>
        AssertLines(Invoice(-45.19m, Line(-1, 12.45m).Times(3)), (-12.46m, -2.62m), (-12.44m, -2.61m), (-12.45m, -2.61m));

    private static void AssertLines(InvoiceDocument invoice, params (decimal Net, decimal Vat)[] expected) =>
        Assert.Equal(expected, LinesOf(invoice).Select(line => (line.Net, line.Vat)));

    private static IReadOnlyList<BookingLine> LinesOf(InvoiceDocument invoice, VatMapping? mapping = null, int limit = 100) =>
        Expect.Mapped(Make(invoice, mapping, limit)).Lines;

    private static MappingResult Make(InvoiceDocument invoice, VatMapping? mapping = null, int limit = 100) => BookingLines.Make(
        invoice, mapping ?? Sample.Mapping, InclusiveRounding.PerCategory, new BookingLimits(200, limit), LineGrouping.PerLine);
}
