using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.Money;

/// <summary>How the sender of an invoice rounds VAT.</summary>
internal enum Rounding
{
    PerGroup,
    PerLine,
    PerUnit,
}

/// <summary>What the sender got wrong on purpose.</summary>
internal enum Mistake
{
    None,

    /// <summary>The total is a cent away from what the amounts come to.</summary>
    CentOff,

    /// <summary>The printed VAT totals, and the total, leave a category of the lines out.</summary>
    CategoryLeftOut,

    VatInZeroCategory,

    SixPercentToday,

    Dollars,
}

internal sealed record SaleLine(string Category, decimal Quantity, decimal UnitPrice)
{
    public decimal? DiscountPercentage { get; init; }

    public decimal? DiscountAmount { get; init; }

    /// <summary>Quantity x price less the discounts, to the cent, halves away from zero.</summary>
    public decimal Amount =>
        Rounded((Quantity * UnitPrice * (1 - ((DiscountPercentage ?? 0) / 100))) - (DiscountAmount ?? 0));

    public static decimal Rounded(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}

/// <summary>Net and VAT of one category.</summary>
internal sealed record Group(string Category, decimal Net, decimal Vat);

/// <summary>An invoice as a sender makes it, in plain decimals and not the product's arithmetic.</summary>
/// <param name="PrintsVat">Whether it sends <c>vatTotals</c>.</param>
/// <param name="SendsLines">Whether it sends its lines too.</param>
internal sealed record Sale(
    string Number, DateOnly Date, int Debtor, bool PricesIncludeVat, Rounding Rounding, bool PrintsVat, bool SendsLines, IReadOnlyList<SaleLine> Lines)
{
    public Mistake Mistake { get; init; }

    /// <summary>Whether each row names its rate, or leaves it to category and date.</summary>
    public bool NamesRates { get; init; }

    /// <summary>What the sender prints per category.</summary>
    public IReadOnlyList<Group> Printed
    {
        get
        {
            var groups = Groups(Rounding);
            return Mistake switch
            {
                Mistake.CategoryLeftOut => [.. groups.Skip(1)],
                Mistake.VatInZeroCategory => [.. groups, new Group("EXPORT", 0m, 0.01m)],
                _ => groups,
            };
        }
    }

    public decimal Total => Printed.Sum(group => group.Net + group.Vat) + (Mistake == Mistake.CentOff ? 0.01m : 0m);

    /// <summary>What the lines come to per category, rounded in one of the ways of this world.</summary>
    public IReadOnlyList<Group> Groups(Rounding rounding) => [.. Lines.GroupBy(line => line.Category).Select(lines =>
    {
        var rate = RateOf(lines.Key);
        var amount = lines.Sum(line => line.Amount);
        var vat = rounding switch
        {
            Rounding.PerGroup => Vat(amount, rate),
            Rounding.PerLine => lines.Sum(line => Vat(line.Amount, rate)),
            _ => lines.Sum(line => line.Quantity * Vat(line.UnitPrice, rate)),
        };
        return new Group(lines.Key, PricesIncludeVat ? amount - vat : amount, vat);
    })];

    public decimal RateOf(string category) => category switch
    {
        "NL_HIGH" => 21m,
        "NL_LOW" => Date.Year < 2019 ? 6m : 9m,
        _ => 0m,
    };

    public JsonObject Event()
    {
        var invoice = new JsonObject
        {
            ["number"] = Number,
            ["date"] = Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["total"] = Total,
            ["pricesIncludeVat"] = PricesIncludeVat,
            ["currency"] = Mistake == Mistake.Dollars ? "USD" : "EUR",
        };
        if (PrintsVat)
        {
            invoice["vatTotals"] = new JsonArray([.. Printed.Select(group => Events.VatTotal(
                group.Category, group.Net, group.Vat, SentRateOf(group.Category)))]);
        }

        if (SendsLines || !PrintsVat)
        {
            invoice["lines"] = new JsonArray([.. Lines.Select(LineOf)]);
        }

        return new JsonObject
        {
            ["id"] = "evt-" + Number,
            ["type"] = Total < 0 ? "invoice.credited" : "invoice.sent",
            ["occurredAt"] = "2026-03-02T09:00:00+01:00",
            ["data"] = new JsonObject { ["invoice"] = invoice, ["relation"] = DebtorOf(Debtor) },
        };
    }

    public static string DebtorName(int debtor) => FormattableString.Invariant($"Groothandel Nummer {debtor}");

    private static JsonObject DebtorOf(int debtor)
    {
        var id = FormattableString.Invariant($"rel-{debtor}");
        var relation = Events.Debtor(id, DebtorName(debtor), debtor % 2 == 0 ? FormattableString.Invariant($"G{debtor}") : null);
        relation["visitingAddress"]!["postalCode"] = FormattableString.Invariant($"{1000 + debtor} AB");
        return relation;
    }

    private JsonObject LineOf(SaleLine line)
    {
        var sent = new JsonObject
        {
            ["quantity"] = line.Quantity, ["unitPrice"] = line.UnitPrice, ["vatCategory"] = line.Category,
        };
        Add("vatRate", SentRateOf(line.Category));
        Add("discountPercentage", line.DiscountPercentage);
        Add("discountAmount", line.DiscountAmount);
        return sent;

        void Add(string name, decimal? value)
        {
            if (value is not null)
            {
                sent[name] = value;
            }
        }
    }

    private decimal? SentRateOf(string category) =>
        Mistake == Mistake.SixPercentToday && category == "NL_LOW" ? 6m : NamesRates ? RateOf(category) : null;

    private decimal Vat(decimal amount, decimal rate) => SaleLine.Rounded(amount * rate / (PricesIncludeVat ? 100 + rate : 100));
}
