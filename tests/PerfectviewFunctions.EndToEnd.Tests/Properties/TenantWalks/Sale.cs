using System.Globalization;
using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.TenantWalks;

/// <summary>An event of an invoice, with all that must be found again in the books.</summary>
internal sealed record Sale(string Id, string Number, DateTimeOffset OccurredAt, string Category, int Debtor, decimal Net, DateOnly Date)
{
    public static readonly string[] Categories = ["NL_HIGH", "NL_LOW", "NL_0"];

    private int Rate => Category switch { "NL_HIGH" => 21, "NL_LOW" => 9, _ => 0 };

    public decimal Vat => Math.Round(Net * Rate / 100, 2, MidpointRounding.AwayFromZero);

    /// <summary>Its own mark, which every description of a booking holds: in the books it tells whose a mutation is.</summary>
    public string MarkFor(Party party) => $"{party.Name}:{Number}:{Id}";

    public JsonObject ToJson(Party party)
    {
        var sent = Events.Invoice(Number, Net, Id).For(party.DebtorOf(Debtor)).With(invoice =>
        {
            invoice["date"] = Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            invoice["reference"] = MarkFor(party);
            invoice["total"] = Net + Vat;
            invoice["vatTotals"] = new JsonArray(Events.VatTotal(Category, Net, Vat, Rate));
        });
        sent["occurredAt"] = OccurredAt.ToString("O", CultureInfo.InvariantCulture);
        sent["type"] = Net < 0 ? "invoice.credited" : "invoice.sent";
        return sent;
    }
}
