using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Perfectview.Fields;
using PerfectviewFunctions.Perfectview.Json;

namespace PerfectviewFunctions.Perfectview.Events;

/// <summary>Reads <c>/data/invoice</c>.</summary>
internal static class InvoiceReader
{
    private const int MaxLines = 1000;
    private const int MaxVatTotals = 50;
    private const string DefaultCurrency = "EUR";

    /// <summary>The number is there even when the invoice as a whole can't be read.</summary>
    public static (string? Number, InvoiceDocument? Invoice) Read(JsonFields fields, string? type, DebtorDetails? debtor)
    {
        var number = fields.Text("number", Texts.InvoiceNumber, required: true);
        var date = fields.Date("date", required: true);
        var dueDate = fields.Date("dueDate");
        var paymentTermDays = fields.Number("paymentTermDays", NumberRule.Days);
        var currency = fields.Text("currency", Texts.Currency) ?? DefaultCurrency;
        var total = ReadTotal(fields, type);
        var pricesIncludeVat = fields.Flag("pricesIncludeVat") ?? false;
        var reference = fields.Text("reference", Texts.Reference);
        var creditOf = ReadCreditOf(fields, type);
        var vatTotals = fields.List("vatTotals", 1, MaxVatTotals, ReadVatTotal);
        var lines = fields.List("lines", 0, MaxLines, ReadLine);
        if (!fields.Has("lines") && !fields.Has("vatTotals"))
        {
            fields.Fault("lines", "Missing; expected an array of lines, since there are no vatTotals.");
        }

        var invoice = number is null || date is null || total is null || debtor is null
            ? null
            : new InvoiceDocument(number, date.Value, currency, total.Value, pricesIncludeVat, lines ?? [], vatTotals, debtor)
            {
                IsCredit = type == EventType.InvoiceCredited,
                CreditOf = creditOf,
                DueDate = dueDate,
                PaymentTermDays = (int?)paymentTermDays,
                Reference = reference,
            };
        return (number, invoice);
    }

    private static decimal? ReadTotal(JsonFields fields, string? type)
    {
        var total = fields.Number("total", NumberRule.Money, required: true);
        if (type == EventType.InvoiceCredited && total > 0)
        {
            fields.Fault("total", FormattableString.Invariant($"Found {total}; expected at most 0, since this is a credit invoice."));
            return null;
        }

        return total;
    }

    private static string? ReadCreditOf(JsonFields fields, string? type)
    {
        var creditOf = fields.Text("creditOf", Texts.InvoiceNumber);
        if (type == EventType.InvoiceSent && creditOf is not null)
        {
            fields.Fault("creditOf", $"Found {Shown.Quoted(creditOf)}; expected it only with the type \"{EventType.InvoiceCredited}\".");
            return null;
        }

        return creditOf;
    }

    private static VatTotal? ReadVatTotal(JsonFields fields)
    {
        var category = fields.Text("category", Texts.VatCategory, required: true);
        var rate = fields.Number("rate", NumberRule.Rate);
        var net = fields.Number("net", NumberRule.Money, required: true);
        var vat = fields.Number("vat", NumberRule.Money, required: true);
        return category is null || net is null || vat is null ? null : new VatTotal(category, rate, net.Value, vat.Value);
    }

    private static InvoiceLine? ReadLine(JsonFields fields)
    {
        var description = fields.Text("description", Texts.LineDescription) ?? "";
        var quantity = fields.Number("quantity", NumberRule.Fine) ?? 1;
        var discountPercentage = fields.Number("discountPercentage", NumberRule.Percentage);
        var discountAmount = fields.Number("discountAmount", NumberRule.Money);
        var amount = fields.Number("amount", NumberRule.Money);

        // A printed line total leads over the price, so that a line which has one needs no price.
        var unitPrice = fields.Number("unitPrice", NumberRule.Fine, required: !fields.Has("amount")) ?? (amount is null ? null : 0);
        var category = fields.Text("vatCategory", Texts.VatCategory, required: true);
        var rate = fields.Number("vatRate", NumberRule.Rate);
        return category is null || unitPrice is null
            ? null
            : new InvoiceLine(description, quantity, unitPrice.Value, category, rate)
            {
                DiscountPercentage = discountPercentage,
                DiscountAmount = discountAmount,
                Amount = amount,
            };
    }
}
