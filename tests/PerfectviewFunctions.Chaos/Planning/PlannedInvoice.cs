using System.Globalization;
using System.Text.Json.Nodes;

namespace PerfectviewFunctions.Chaos.Planning;

/// <summary>One version of an invoice or a credit.</summary>
/// <param name="Parts">Net per VAT category, negative on a credit.</param>
internal sealed record PlannedInvoice(
    string Id, DateTimeOffset OccurredAt, string Number, PlannedRelation Debtor, DateOnly Date, IReadOnlyList<PlannedPart> Parts)
    : PlannedEvent(Id, OccurredAt)
{
    public bool IsCredit => Parts[0].Net < 0;

    public decimal Total => Parts.Sum(part => part.Net + part.Vat);

    protected override string Type => IsCredit ? "invoice.credited" : "invoice.sent";

    public bool SaysTheSameAs(PlannedInvoice other) => Date == other.Date && Parts.SequenceEqual(other.Parts);

    protected override JsonObject Data()
    {
        var invoice = new JsonObject
        {
            ["number"] = Number,
            ["date"] = Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["total"] = Total,
            ["vatTotals"] = new JsonArray([.. Parts.Select(part => new JsonObject
            {
                ["category"] = part.Kind.Category, ["rate"] = part.Kind.Rate, ["net"] = part.Net, ["vat"] = part.Vat,
            })]),
        };
        if (IsCredit)
        {
            invoice["creditOf"] = "F" + Number[1..];
        }

        return new JsonObject { ["invoice"] = invoice, ["relation"] = Debtor.ToJson() };
    }
}

/// <summary>What an invoice has of one VAT category.</summary>
internal sealed record PlannedPart(VatKind Kind, decimal Net)
{
    public decimal Vat => Math.Round(Net * Kind.Rate / 100m, 2, MidpointRounding.AwayFromZero);
}

/// <summary>A VAT category, and what the tenants' mapping makes of it.</summary>
internal sealed record VatKind(string Category, decimal Rate, string Code, string Account)
{
    public static IReadOnlyList<VatKind> All { get; } =
    [
        new("NL_HIGH", 21, "HOOG_VERK_21", "8000"),
        new("NL_LOW", 9, "LAAG_VERK_9", "8010"),
        new("EXPORT", 0, "BU_EU_VERK", "8060"),
    ];
}
