using System.Text.Json.Nodes;

namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>The events the demo sends: the samples of the repository, and variations on them.</summary>
internal static class DemoEvents
{
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
}
