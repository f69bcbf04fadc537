using System.Globalization;
using System.Text.Json.Nodes;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>Makes events as Perfectview sends them.</summary>
internal static class Events
{
    /// <summary>One line at 21%, with its printed VAT totals, for the debtor "Bakkerij De Korenbloem".</summary>
    public static JsonObject Invoice(string number, decimal net = 100m, string? id = null, string occurredAt = "2026-03-02T09:00:00+01:00")
    {
        var vat = Math.Round(net * 0.21m, 2, MidpointRounding.AwayFromZero);
        return new JsonObject
        {
            ["id"] = id ?? "evt-" + number,
            ["type"] = "invoice.sent",
            ["occurredAt"] = occurredAt,
            ["data"] = new JsonObject
            {
                ["invoice"] = new JsonObject
                {
                    ["number"] = number,
                    ["date"] = "2026-03-02",
                    ["total"] = net + vat,
                    ["vatTotals"] = new JsonArray(VatTotal("NL_HIGH", net, vat, 21)),
                },
                ["relation"] = Debtor("rel-1", "Bakkerij De Korenbloem", "K100"),
            },
        };
    }

    public static JsonObject VatTotal(string category, decimal net, decimal vat, decimal? rate = null)
    {
        var total = new JsonObject { ["category"] = category, ["net"] = net, ["vat"] = vat };
        if (rate is not null)
        {
            total["rate"] = rate;
        }

        return total;
    }

    public static JsonObject Debtor(string id, string name, string? code = null) => new()
    {
        ["id"] = id,
        ["type"] = "organisation",
        ["name"] = name,
        ["code"] = code,
        ["visitingAddress"] = new JsonObject
        {
            ["street"] = "Molenweg", ["streetNumber"] = "1", ["postalCode"] = "1234 AB", ["city"] = "Graanstad", ["country"] = "Nederland",
        },
    };

    /// <summary>The part of an event that a test wants to change.</summary>
    public static JsonObject InvoiceOf(this JsonNode sent) => sent["data"]!["invoice"]!.AsObject();

    public static JsonObject With(this JsonObject sent, Action<JsonObject> changeInvoice)
    {
        changeInvoice(sent.InvoiceOf());
        return sent;
    }

    public static JsonObject For(this JsonObject sent, JsonObject debtor)
    {
        sent["data"]!["relation"] = debtor;
        return sent;
    }

    public static string NumberOf(this JsonNode sent) => sent.InvoiceOf()["number"]!.GetValue<string>();

    public static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
