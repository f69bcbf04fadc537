using System.Text.Json.Nodes;

namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>The events the demo sends: the samples of the repository, and variations on them.</summary>
internal static class DemoEvents
{
    public const string TwinId = "77e1d0c9-b8a7-4f65-9e43-2d1c0b9a8f76";

    public static JsonNode Sample(string name)
    {
        using var stream = typeof(DemoEvents).Assembly.GetManifestResourceStream("samples/" + name)
            ?? throw new InvalidOperationException($"The sample '{name}' is not part of this program.");
        return JsonNode.Parse(stream)!;
    }

    /// <summary>Another invoice for the debtor of the first sample.</summary>
    public static JsonNode ForKnownDebtor(string number, Action<JsonObject>? change = null)
    {
        var sample = Sample("invoice-high.json").AsObject();
        sample["id"] = "evt-" + number;
        var invoice = sample["data"]!["invoice"]!.AsObject();
        invoice["number"] = number;
        change?.Invoke(invoice);
        return sample;
    }

    /// <summary>One line of 100.00 at 6%, as it was before 2019.</summary>
    public static void AtSixPercent(JsonObject invoice)
    {
        invoice["date"] = "2018-12-31";
        invoice.Remove("dueDate");
        invoice["total"] = 106.00m;
        invoice["vatTotals"] = new JsonArray(
            new JsonObject { ["category"] = "NL_LOW", ["rate"] = 6, ["net"] = 100.00m, ["vat"] = 6.00m });
        invoice["lines"] = new JsonArray(
            new JsonObject { ["description"] = "Boek", ["unitPrice"] = 100.00m, ["vatCategory"] = "NL_LOW", ["vatRate"] = 6 });
    }

    public static void OnADayThatDoesNotExist(JsonObject invoice) => invoice["date"] = "2026-02-30";

    /// <summary>A change, in which nothing stands yet, of the company of the first relation sample.</summary>
    public static JsonNode OfCompany(string eventId, string occurredAt)
    {
        var change = Sample("relation-update.json").As(eventId, occurredAt);
        change["data"]!["relation"] = new JsonObject { ["id"] = change["data"]!["relation"]!["id"]!.DeepClone() };
        return change;
    }

    /// <summary>A new relation that somebody in Perfectview gave a code which the books gave to another.</summary>
    public static JsonNode Twin(string code) => new JsonObject
    {
        ["id"] = "evt-rel-1007-1",
        ["type"] = "relation.created",
        ["occurredAt"] = "2026-04-24T09:00:00+02:00",
        ["data"] = new JsonObject
        {
            ["relation"] = new JsonObject
            {
                ["id"] = TwinId,
                ["type"] = "organisation",
                ["code"] = code,
                ["name"] = "Drukkerij De Natte Inkt",
                ["visitingAddress"] = new JsonObject { ["city"] = "Nergensloo" },
                ["chamberOfCommerceNumber"] = "00000009",
            },
        },
    };

    /// <summary>The relation event with one more field.</summary>
    public static JsonNode Saying(this JsonNode sent, string field, string value)
    {
        sent["data"]!["relation"]![field] = value;
        return sent;
    }

    /// <summary>The event as another one, of another moment.</summary>
    public static JsonNode As(this JsonNode sent, string eventId, string occurredAt)
    {
        (sent["id"], sent["occurredAt"]) = (eventId, occurredAt);
        return sent;
    }
}
