using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Relations;

namespace PerfectviewFunctions.Core.Tests.Mapping;

/// <summary>Invoices, and a mapping with an account of its own for every row.</summary>
internal static class Sample
{
    public static readonly BookingLimits Limits = new(200, 100);

    public static readonly VatMapping Mapping = MappingOf(
        VatCategory.Rows.Select(row => (row, new VatMappingRow(VatCodes.Suggested[row], AccountOf(row)))));

    public static VatMapping MappingOf(IEnumerable<(string Row, VatMappingRow Choice)> rows) =>
        new(rows.ToDictionary(row => row.Row, row => row.Choice, StringComparer.Ordinal));

    public static VatMapping With(this VatMapping mapping, string row, string code, string account) =>
        new(new Dictionary<string, VatMappingRow>(mapping.Rows, StringComparer.Ordinal) { [row] = new(code, account) });

    public static string AccountOf(string row) => $"80{VatCategory.Rows.ToList().IndexOf(row):00}";

    /// <summary>Of 2 March 2026, prices excluding VAT.</summary>
    public static InvoiceDocument Invoice(decimal total, params InvoiceLine[] lines) =>
        new("F2026-001", new DateOnly(2026, 3, 2), "EUR", total, PricesIncludeVat: false, lines, null, new DebtorDetails("r-1", false));

    public static InvoiceDocument Printing(this InvoiceDocument invoice, params VatTotal[] totals) => invoice with { VatTotals = totals };

    public static InvoiceDocument Including(this InvoiceDocument invoice) => invoice with { PricesIncludeVat = true };

    public static InvoiceDocument On(this InvoiceDocument invoice, int year, int month, int day) =>
        invoice with { Date = new DateOnly(year, month, day) };

    public static InvoiceLine Line(decimal quantity, decimal price, string category = VatCategory.High, decimal? rate = null) =>
        new("A service", quantity, price, category, rate);

    public static InvoiceLine[] Times(this InvoiceLine line, int count) => [.. Enumerable.Repeat(line, count)];

    public static VatTotal High(decimal net, decimal vat) => new(VatCategory.High, 21m, net, vat);

    public static MappingResult Make(InvoiceDocument invoice, InclusiveRounding rounding = InclusiveRounding.PerCategory) =>
        BookingLines.Make(invoice, Mapping, rounding, Limits);
}
