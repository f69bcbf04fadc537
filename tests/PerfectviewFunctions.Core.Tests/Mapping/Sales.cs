using FsCheck;
using FsCheck.Fluent;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;

namespace PerfectviewFunctions.Core.Tests.Mapping;

/// <summary>Generators of invoices.</summary>
internal static class Sales
{
    /// <summary>
    /// Taking VAT out of a price leaves up to 0.605 cent per line that net x rate does not explain, a booking line takes up 0.49: of so
    /// many invoice lines the worst still fits 100.
    /// </summary>
    private const int MostInclusive = 79;

    private static readonly Gen<DateOnly> Dates = Gen.Elements(
        new DateOnly(2012, 10, 1), new DateOnly(2018, 12, 31), new DateOnly(2019, 1, 1), new DateOnly(2026, 3, 2));

    private static readonly Gen<decimal> Cents =
        Gen.Frequency((3, Amount(1, 300, 2)), (4, Amount(1, 20_000, 2)), (1, Amount(1, 100_000_000, 2)), (1, Amount(50, 50, 2)));

    /// <summary>Invoices of senders of every kind, invoices and credits, with up to 99 lines.</summary>
    public static Gen<Sale> Any { get; } =
        from date in Dates
        from includes in Gen.Elements(true, false)
        from rounding in Gen.Elements(SenderRounding.PerGroup, SenderRounding.PerLine, SenderRounding.PerUnit)
        from printed in Gen.Elements(true, false)
        from categories in Gen.NonEmptyListOf(Gen.Elements(VatCategory.All.Append(VatCategory.High).Append(VatCategory.Low)))
        from sign in Gen.Elements(1, 1, -1)
        from count in Gen.Frequency(
            (4, Gen.Choose(1, 8)), (2, Gen.Choose(1, 40)), (1, Gen.Choose(40, includes ? MostInclusive : 99)))
        from lines in (rounding is SenderRounding.PerUnit ? Units(categories, count) : Lines(categories).ListOf(count))
        select new Sale(
            date,
            includes,
            rounding,
            printed || (rounding is SenderRounding.PerUnit && !includes),
            [.. lines.Select(line => line with { Quantity = sign * line.Quantity, DiscountAmount = sign * line.DiscountAmount })]);

    /// <summary>Invoices that print, in two categories, small amounts with VAT up to 20 cents from what the rate gives, of either sign.</summary>
    public static Gen<InvoiceDocument> Odd { get; } =
        from date in Dates
        from high in OddTotal(VatCategory.High, date)
        from low in OddTotal(VatCategory.Low, date)
        select Sample.Invoice(high.Net + high.Vat + low.Net + low.Vat).Printing(high, low) with { Date = date };

    /// <summary>Documents that no sender should make, up to the ends of decimal.</summary>
    public static Gen<InvoiceDocument> Absurd { get; } =
        from date in Gen.Elements(DateOnly.MinValue, new DateOnly(2018, 12, 31), new DateOnly(2026, 3, 2), DateOnly.MaxValue)
        from includes in Gen.Elements(true, false)
        from total in Wild
        from lines in WildLine.ListOf()
        from totals in WildTotal.ListOf()
        select Sample.Invoice(total, [.. lines]) with
        {
            Date = date,
            PricesIncludeVat = includes,
            VatTotals = totals.Count == 0 ? null : [.. totals],
        };

    private static Gen<decimal> Wild => Gen.OneOf(
        Gen.Elements(decimal.MaxValue, decimal.MinValue, 0m, 0.0000000000000000000000000001m, 1e15m, -1e15m, 9_999_999_999_999.99m, 0.005m),
        Amount(-300, 300, 2),
        Amount(int.MinValue, int.MaxValue, 6));

    private static Gen<string> WildCategory => Gen.Elements(VatCategory.All.Append(VatCategory.High).Append(VatCategory.LowSixRow));

    private static Gen<decimal?> WildRate => Gen.Frequency(
        (9, Gen.Constant<decimal?>(null)), (3, Gen.Elements<decimal?>(0m, 6m, 9m, 21m)), (1, Wild.Select(rate => (decimal?)rate)));

    private static Gen<InvoiceLine> WildLine =>
        from quantity in Wild
        from price in Wild
        from category in WildCategory
        from rate in WildRate
        from discount in Gen.Frequency((3, Gen.Constant<decimal?>(null)), (1, Wild.Select(value => (decimal?)value)))
        select Sample.Line(quantity, price, category, rate) with { DiscountPercentage = discount, DiscountAmount = discount };

    private static Gen<VatTotal> WildTotal =>
        from net in Wild
        from vat in Gen.Frequency((2, Gen.Constant(0m)), (1, Wild))
        from category in WildCategory
        from rate in WildRate
        select new VatTotal(category, rate, net, vat);

    private static Gen<InvoiceLine> Lines(IEnumerable<string> categories) =>
        from category in Gen.Elements(categories)
        from quantity in Gen.OneOf(Gen.Constant(1m), Amount(1, 12, 0), Amount(1, 2_000_000, 6), Amount(-3, -1, 0))
        from price in Gen.OneOf(Cents, Amount(1, 5_000_000, 4))
        from percentage in Gen.Frequency((4, Gen.Constant<decimal?>(null)), (1, Amount(0, 10_000, 2).Select(value => (decimal?)value)))
        from discount in Gen.Frequency((6, Gen.Constant<decimal?>(null)), (1, Amount(0, 500, 2).Select(value => (decimal?)value)))
        select Sample.Line(quantity, price, category) with { DiscountPercentage = percentage, DiscountAmount = discount };

    /// <summary>Lines of whole units, as many units together as there may be lines.</summary>
    private static Gen<List<InvoiceLine>> Units(IEnumerable<string> categories, int units) =>
        from line in (from category in Gen.Elements(categories) from price in Cents select Sample.Line(1, price, category)).ListOf(units)
        from quantity in Gen.Choose(1, units)
        select line.Skip(quantity).Prepend(line[0] with { Quantity = quantity }).ToList();

    private static Gen<VatTotal> OddTotal(string category, DateOnly date) =>
        from net in Amount(-400, 400, 2)
        from off in Amount(-20, 20, 2)
        let rate = Sale.RateOf(category, date)
        select new VatTotal(category, rate, net, Math.Round(net * rate / 100, 2) + off);

    private static Gen<decimal> Amount(int first, int last, int decimals)
    {
        var unit = new decimal(1, 0, 0, isNegative: false, (byte)decimals);
        return Gen.Choose(first, last).Select(value => value * unit);
    }
}
