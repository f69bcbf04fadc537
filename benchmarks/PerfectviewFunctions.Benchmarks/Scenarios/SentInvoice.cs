using System.Globalization;
using System.Text.Json.Nodes;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>An invoice as Perfectview sends it, with the high rate.</summary>
internal sealed record SentInvoice(string Number, string Debtor, decimal Net, decimal Vat)
{
    public decimal Total => Net + Vat;

    public static string NameOf(string debtor) => "Bakkerij " + debtor;

    /// <summary>What a debtor is recognised by besides its code: eight digits that follow from that.</summary>
    public static string ChamberOfCommerceNumberOf(string debtor) =>
        (debtor.Aggregate(7u, (sum, character) => unchecked((sum * 31) + character)) % 100_000_000).ToString("D8", CultureInfo.InvariantCulture);

    public JsonObject ToEvent() => new()
    {
        ["id"] = "evt-" + Number,
        ["type"] = "invoice.sent",
        ["occurredAt"] = "2026-03-02T09:00:00+01:00",
        ["data"] = new JsonObject
        {
            ["invoice"] = new JsonObject
            {
                ["number"] = Number,
                ["date"] = "2026-03-02",
                ["total"] = Total,
                ["vatTotals"] = new JsonArray(new JsonObject { ["category"] = "NL_HIGH", ["net"] = Net, ["vat"] = Vat, ["rate"] = 21 }),
                ["lines"] = new JsonArray(new JsonObject
                {
                    ["description"] = "Onderhoud koelinstallatie",
                    ["quantity"] = 1,
                    ["unitPrice"] = Net,
                    ["amount"] = Net,
                    ["vatCategory"] = "NL_HIGH",
                    ["vatRate"] = 21,
                }),
            },
            ["relation"] = new JsonObject
            {
                ["id"] = "rel-" + Debtor,
                ["type"] = "organisation",
                ["name"] = NameOf(Debtor),
                ["code"] = Debtor,
                ["chamberOfCommerceNumber"] = ChamberOfCommerceNumberOf(Debtor),
            },
        },
    };
}
