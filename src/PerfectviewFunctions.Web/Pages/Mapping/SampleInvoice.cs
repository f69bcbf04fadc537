using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Mapping;

namespace PerfectviewFunctions.Web.Pages.Mapping;

/// <summary>Invoices that nobody sent, to show by what they would become: € 100 without VAT for each chosen category. Pure.</summary>
internal static class SampleInvoice
{
    private const decimal Net = 100m;

    private static readonly DateOnly LastDayOfSix = new(2018, 12, 31);

    /// <summary>One dated today; one of before 2019 for the row of 6%, which no later invoice may have.</summary>
    /// <param name="rows">The rows of the mapping that are to be in it.</param>
    public static IReadOnlyList<JsonElement> Of(IReadOnlyCollection<string> rows, DateOnly today)
    {
        string[] ofToday = [.. VatCategory.All.Where(rows.Contains)];
        var samples = new List<JsonElement>();
        if (ofToday.Length > 0)
        {
            samples.Add(Make(today, [.. ofToday.Select(category => (category, RateOf(category)))]));
        }

        if (rows.Contains(VatCategory.LowSixRow))
        {
            samples.Add(Make(LastDayOfSix, [(VatCategory.Low, 6m)]));
        }

        return samples;
    }

    private static JsonElement Make(DateOnly date, IReadOnlyList<(string Category, decimal Rate)> groups)
    {
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var totals = groups.Select(group => (JsonNode)new JsonObject
        {
            ["category"] = group.Category, ["rate"] = group.Rate, ["net"] = Net, ["vat"] = Net * group.Rate / 100m,
        });
        var sent = new JsonObject
        {
            ["id"] = "sample",
            ["type"] = "invoice.sent",
            ["occurredAt"] = day + "T12:00:00Z",
            ["data"] = new JsonObject
            {
                ["invoice"] = new JsonObject
                {
                    ["number"] = "VOORBEELD",
                    ["date"] = day,
                    ["total"] = groups.Sum(group => Net + (Net * group.Rate / 100m)),
                    ["vatTotals"] = new JsonArray([.. totals]),
                },
                ["relation"] = new JsonObject { ["id"] = "sample", ["type"] = "organisation", ["name"] = "Voorbeeld B.V." },
            },
        };
        using var read = JsonDocument.Parse(sent.ToJsonString());
        return read.RootElement.Clone();
    }

    private static decimal RateOf(string category) => category switch { VatCategory.High => 21m, VatCategory.Low => 9m, _ => 0m };
}
