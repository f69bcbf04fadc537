using System.Text.Json;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;

namespace PerfectviewFunctions.Core.Tests.Mapping;

/// <summary>How the sender of an invoice rounds VAT.</summary>
public enum SenderRounding
{
    PerGroup,
    PerLine,
    PerUnit,
}

/// <summary>An invoice as a sender makes it, and what it comes to per category: in plain decimals, not the product's arithmetic.</summary>
public sealed record Sale(DateOnly Date, bool PricesIncludeVat, SenderRounding Rounding, bool PrintsVat, IReadOnlyList<InvoiceLine> Lines)
{
    public IReadOnlyList<VatTotal> Totals => [.. Lines.GroupBy(line => line.VatCategory).Select(lines =>
    {
        var rate = RateOf(lines.Key, Date);
        var amount = lines.Sum(Amount);
        var vat = Rounding switch
        {
            SenderRounding.PerGroup => Vat(amount, rate, PricesIncludeVat),
            SenderRounding.PerLine => lines.Sum(line => Vat(Amount(line), rate, PricesIncludeVat)),
            _ => lines.Sum(line => line.Quantity * Vat(line.UnitPrice, rate, PricesIncludeVat)),
        };
        return new VatTotal(lines.Key, rate, PricesIncludeVat ? amount - vat : amount, vat);
    })];

    public InvoiceDocument Invoice => InvoiceWith(Totals);

    public MappingResult Make() => Sample.Make(Invoice, Setting);

    /// <summary>The tenant's setting that fits the sender.</summary>
    public InclusiveRounding Setting => Rounding is SenderRounding.PerLine ? InclusiveRounding.PerLine : InclusiveRounding.PerCategory;

    public static decimal RateOf(string category, DateOnly date) => category switch
    {
        VatCategory.High => 21m,
        VatCategory.Low => date.Year < 2019 ? 6m : 9m,
        _ => 0m,
    };

    /// <summary>What a failing property prints.</summary>
    public override string ToString() => JsonSerializer.Serialize(new { Date, PricesIncludeVat, Rounding, PrintsVat, Lines });

    private InvoiceDocument InvoiceWith(IReadOnlyList<VatTotal> totals) =>
        Sample.Invoice(totals.Sum(total => total.Net + total.Vat), [.. Lines]) with
        {
            Date = Date,
            PricesIncludeVat = PricesIncludeVat,
            VatTotals = PrintsVat ? totals : null,
        };

    private static decimal Amount(InvoiceLine line) => Rounded(
        (line.Quantity * line.UnitPrice * (1 - (line.DiscountPercentage ?? 0) / 100)) - (line.DiscountAmount ?? 0));

    private static decimal Vat(decimal amount, decimal rate, bool included) => Rounded(amount * rate / (included ? 100 + rate : 100));

    private static decimal Rounded(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}
