using System.Globalization;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.Money;

/// <summary>Invoices of senders of every kind; the same seed gives the same invoices.</summary>
internal sealed class SaleGenerator(int seed)
{
    private static readonly string[] Categories =
        ["NL_0", "NL_HIGH", "NL_LOW", "NL_REVERSE_CHARGE", "NL_EXEMPT", "EU_SERVICE", "EU_GOODS", "EXPORT"];

    private static readonly DateOnly[] Dates =
        [new(2026, 3, 2), new(2026, 3, 2), new(2026, 2, 28), new(2019, 1, 1), new(2018, 12, 31), new(2012, 10, 1)];

#pragma warning disable CA5394 // Justification: test data must be repeatable, not unforeseeable.
    private readonly Random random = new(seed);

    public Sale Next(int index)
    {
        var rounding = Pick(Rounding.PerGroup, Rounding.PerLine, Rounding.PerUnit);
        var prints = random.Next(3) > 0;
        var sale = new Sale(
            string.Create(CultureInfo.InvariantCulture, $"2026-{index:D5}"),
            Pick(Dates),
            random.Next(6),
            PricesIncludeVat: random.Next(2) == 0,
            rounding,
            prints,
            SendsLines: random.Next(2) == 0,
            Lines(rounding))
        {
            NamesRates = random.Next(2) == 0,
        };
        return random.Next(12) == 0 ? sale with { Mistake = MistakeFor(sale) } : sale;
    }

    private IReadOnlyList<SaleLine> Lines(Rounding rounding)
    {
        var categories = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pick(Categories)).Append(Pick("NL_HIGH", "NL_LOW")).ToArray();
        var count = random.Next(10) switch { 0 => random.Next(40, 250), < 4 => random.Next(1, 40), _ => random.Next(1, 8) };
        var sign = random.Next(4) == 0 ? -1 : 1;
        return [.. Enumerable.Range(0, count).Select(_ => rounding == Rounding.PerUnit ? Units(categories, sign) : Line(categories, sign))];
    }

    private SaleLine Line(string[] categories, int sign)
    {
        var quantity = random.Next(5) switch
        {
            0 => Amount(1, 2_000_000, 6),
            1 => Amount(1, 999, 2),
            2 => -Amount(1, 3, 0),
            3 => Amount(1, 12, 0),
            _ => 1m,
        };
        return new SaleLine(Pick(categories), sign * quantity, Price())
        {
            DiscountPercentage = random.Next(5) == 0 ? Amount(0, 10_000, 2) : null,
            DiscountAmount = random.Next(7) == 0 ? sign * Amount(0, 500, 2) : null,
        };
    }

    private SaleLine Units(string[] categories, int sign) =>
        new(Pick(categories), sign * random.Next(1, random.Next(8) == 0 ? 300 : 6), Price());

    private decimal Price() => random.Next(6) switch
    {
        0 => Amount(1, 300, 2),
        1 => Amount(1, 5_000_000, 4),
        2 => Amount(1, 500_000_000, 6),
        3 => Amount(100_000, 10_000_000, 2),
        _ => Amount(1, 20_000, 2),
    };

    /// <summary>A mistake that this invoice can have.</summary>
    private Mistake MistakeFor(Sale sale)
    {
        var possible = new List<Mistake> { Mistake.CentOff, Mistake.Dollars };
        var first = sale.Lines.GroupBy(line => line.Category).First();
        if (sale is { PrintsVat: true, SendsLines: true } && first.Count() < sale.Lines.Count && first.Sum(line => line.Amount) != 0)
        {
            possible.Add(Mistake.CategoryLeftOut);
        }

        if (sale.PrintsVat && sale.Lines.All(line => line.Category != "EXPORT"))
        {
            possible.Add(Mistake.VatInZeroCategory);
        }

        if (sale.Date.Year >= 2019 && sale.Lines.Any(line => line.Category == "NL_LOW"))
        {
            possible.Add(Mistake.SixPercentToday);
        }

        return Pick([.. possible]);
    }

    private decimal Amount(int first, int last, byte decimals) => new(random.Next(first, last + 1), 0, 0, isNegative: false, decimals);

    private T Pick<T>(params T[] choices) => choices[random.Next(choices.Length)];
#pragma warning restore CA5394
}
