using System.Text.Json;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Relations;

namespace PerfectviewFunctions.Perfectview.Tests.Events;

/// <summary>Writes an event as a sender would: by the contract's words, knowing nothing of the reader.</summary>
internal static class InvoiceJson
{
    /// <param name="writeNulls">Whether absent fields are written as null or left out.</param>
    public static byte[] Write(PerfectviewEvent.InvoiceSent sent, bool writeNulls)
    {
        var invoice = sent.Invoice;
        var root = new JsonObject
        {
            ["data"] = new JsonObject { ["relation"] = Relation(invoice.Debtor), ["invoice"] = Invoice(invoice) },
            ["occurredAt"] = sent.OccurredAt,
            ["type"] = invoice.IsCredit ? "invoice.credited" : "invoice.sent",
            ["id"] = sent.Id,
        };
        if (!writeNulls)
        {
            RemoveNulls(root);
        }

        return JsonSerializer.SerializeToUtf8Bytes(root);
    }

    private static JsonObject Invoice(InvoiceDocument invoice) => new()
    {
        ["number"] = invoice.Number,
        ["date"] = Day(invoice.Date),
        ["dueDate"] = Day(invoice.DueDate),
        ["paymentTermDays"] = invoice.PaymentTermDays,
        ["currency"] = invoice.Currency,
        ["total"] = invoice.Total,
        ["pricesIncludeVat"] = invoice.PricesIncludeVat,
        ["reference"] = invoice.Reference,
        ["creditOf"] = invoice.CreditOf,
        ["lines"] = new JsonArray([.. invoice.Lines.Select(Line)]),
        ["vatTotals"] = invoice.VatTotals is { } totals ? new JsonArray([.. totals.Select(Total)]) : null,
    };

    private static JsonObject Line(InvoiceLine line) => new()
    {
        ["description"] = line.Description,
        ["quantity"] = line.Quantity,
        ["unitPrice"] = line.UnitPrice,
        ["discountPercentage"] = line.DiscountPercentage,
        ["discountAmount"] = line.DiscountAmount,
        ["amount"] = line.Amount,
        ["vatCategory"] = line.VatCategory,
        ["vatRate"] = line.VatRate,
    };

    private static JsonObject Total(VatTotal total) => new()
    {
        ["category"] = total.Category,
        ["rate"] = total.Rate,
        ["net"] = total.Net,
        ["vat"] = total.Vat,
    };

    public static JsonObject Relation(DebtorDetails debtor) => new()
    {
        ["id"] = debtor.Id,
        ["type"] = debtor.IsPerson ? "person" : "organisation",
        ["code"] = debtor.Code,
        ["name"] = debtor.Name,
        ["initials"] = debtor.Initials,
        ["firstName"] = debtor.FirstName,
        ["middleName"] = debtor.MiddleName,
        ["lastName"] = debtor.LastName,
        ["contactPerson"] = debtor.ContactPerson,
        ["gender"] = debtor.Gender,
        ["salutation"] = debtor.Salutation,
        ["visitingAddress"] = Address(debtor.VisitingAddress),
        ["postalAddress"] = Address(debtor.PostalAddress),
        ["invoiceAddress"] = Address(debtor.InvoiceAddress),
        ["phone"] = debtor.Phone,
        ["mobilePhone"] = debtor.MobilePhone,
        ["email"] = debtor.Email,
        ["invoiceEmail"] = debtor.InvoiceEmail,
        ["website"] = debtor.Website,
        ["vatNumber"] = debtor.VatNumber,
        ["chamberOfCommerceNumber"] = debtor.ChamberOfCommerceNumber,
        ["iban"] = debtor.Iban,
        ["bic"] = debtor.Bic,
        ["note"] = debtor.Note,
    };

    private static JsonObject? Address(AddressDetails? address) => address is null ? null : new()
    {
        ["street"] = address.Street,
        ["streetNumber"] = address.StreetNumber,
        ["streetSuffix"] = address.StreetSuffix,
        ["postalCode"] = address.PostalCode,
        ["city"] = address.City,
        ["country"] = address.Country,
    };

    private static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static void RemoveNulls(JsonNode node)
    {
        if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields.ToList())
            {
                if (value is null)
                {
                    fields.Remove(name);
                }
                else
                {
                    RemoveNulls(value);
                }
            }
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
            {
                RemoveNulls(item!);
            }
        }
    }
}
