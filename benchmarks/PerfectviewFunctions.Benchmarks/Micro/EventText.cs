using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PerfectviewFunctions.Benchmarks.Micro;

/// <summary>Invoice events as a sender writes them.</summary>
internal static class EventText
{
    private const decimal Net = 100m;
    private const decimal Vat = 21m;

    public static byte[] One(WebhookCase size) => Bytes(Event(1, size));

    /// <summary>Several in one request, each another invoice.</summary>
    public static byte[] Many(int count, WebhookCase size) =>
        Bytes(new JsonArray([.. Enumerable.Range(1, count).Select(number => Event(number, size))]));

    private static JsonObject Event(int number, WebhookCase size)
    {
        var invoice = Invoice(number, size.Lines);
        var made = new JsonObject
        {
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"evt-2026-{number:0000}"),
            ["type"] = "invoice.sent",
            ["occurredAt"] = "2026-03-02T10:00:00+01:00",
            ["data"] = new JsonObject { ["invoice"] = invoice, ["relation"] = Relation() },
        };
        if (size.Bytes > 0)
        {
            Fill(invoice, size.Bytes - Bytes(made).Length);
        }

        return made;
    }

    private static JsonObject Invoice(int number, int lines) => new()
    {
        ["number"] = string.Create(CultureInfo.InvariantCulture, $"2026-{number:0000}"),
        ["date"] = "2026-03-02",
        ["dueDate"] = "2026-03-16",
        ["paymentTermDays"] = 14,
        ["currency"] = "EUR",
        ["total"] = lines * (Net + Vat),
        ["pricesIncludeVat"] = false,
        ["reference"] = "Inkooporder 4711",
        ["vatTotals"] = new JsonArray(new JsonObject { ["category"] = "NL_HIGH", ["rate"] = 21, ["net"] = lines * Net, ["vat"] = lines * Vat }),
        ["lines"] = new JsonArray([.. Enumerable.Range(1, lines).Select(Line)]),
    };

    private static JsonObject Line(int number) => new()
    {
        ["description"] = string.Create(CultureInfo.InvariantCulture, $"Onderhoud koelinstallatie, hal {number}"),
        ["quantity"] = 2,
        ["unitPrice"] = 50.00m,
        ["amount"] = Net,
        ["vatCategory"] = "NL_HIGH",
        ["vatRate"] = 21,
    };

    private static JsonObject Relation() => new()
    {
        ["id"] = "5f0c2c5e-6d1b-4a53-9b0e-3f1c7a9d2e10",
        ["type"] = "organisation",
        ["code"] = "D1001",
        ["name"] = "Bakkerij De Zilveren Korenaar B.V.",
        ["visitingAddress"] = new JsonObject { ["street"] = "Molenwerf", ["streetNumber"] = "12", ["postalCode"] = "9999 ZX", ["city"] = "Voorbeelddam" },
        ["email"] = "info@zilverenkorenaar.example",
        ["vatNumber"] = "NL000000001B01",
    };

    /// <summary>As much as a CRM sends along of its own.</summary>
    private static void Fill(JsonObject invoice, int bytes)
    {
        var fields = new JsonArray();
        invoice["customFields"] = fields;
        for (var filled = 0; filled < bytes;)
        {
            var field = new JsonObject { ["name"] = "Eigen veld", ["value"] = "Afgesproken in het overleg van 12 februari, zie het dossier." };
            fields.Add(field);
            filled += field.ToJsonString().Length + 1;
        }
    }

    private static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());
}
