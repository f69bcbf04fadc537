using System.Globalization;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.LocalHost.Demo;

/// <summary>What the demo shows of invoices.</summary>
internal static class DemoInvoices
{
    public static IReadOnlyList<InvoiceStep> Steps { get; } =
    [
        new("An invoice for a new debtor", DemoEvents.Sample("invoice-high.json"), 200, "booked", "GetRelaties", "AddRelatie", "AddMutatie")
        {
            Debtors = [("D1001", "Bakkerij De Zilveren Korenaar B.V.")],
        },
        new("All eight VAT categories, another new debtor", DemoEvents.Sample("invoice-all-categories.json"), 200, "booked", "AddRelatie", "AddMutatie")
        {
            Debtors = [("D1002", "Noordzee & Zonen Handel B.V.")],
        },
        new("A second invoice for a known debtor", DemoEvents.ForKnownDebtor("2026-0101"), 200, "booked", "AddMutatie"),
        new("A credit invoice", DemoEvents.Sample("invoice-credit.json"), 200, "booked", "AddMutatie"),
        new("Prices including VAT", DemoEvents.Sample("invoice-including-vat.json"), 200, "booked", "AddRelatie", "AddMutatie")
        {
            Debtors = [("D1003", "Lunchroom 't Gouden Lepeltje")],
        },
        new("The first event once more", DemoEvents.Sample("invoice-high.json"), 200, "duplicate"),
        new("A category without VAT code and account", DemoEvents.ForKnownDebtor("2026-0102", DemoEvents.AtSixPercent), 200, "needs-attention")
        {
            Reason = "vat-category-unmapped",
        },
        new(
            "That category mapped, and what waited for it retried",
            DemoEvents.ForKnownDebtor("2026-0102", DemoEvents.AtSixPercent),
            200,
            "booked",
            "GetGrootboekrekeningen",
            "AddMutatie")
        {
            Act = (stage, cancel) => stage.MapAsync("NL_LOW_6", "LAAG_VERK", "8010", cancel),
        },
        new("A date that does not exist", DemoEvents.ForKnownDebtor("2026-0103", DemoEvents.OnADayThatDoesNotExist), 400, "refused")
        {
            Reason = "event-refused",
        },
        new(
            "The answer is lost after the booking was made",
            DemoEvents.ForKnownDebtor("2026-0104"),
            200,
            "booked",
            "AddMutatie",
            "GetOpenPosten",
            "GetMutaties")
        {
            Fault = new Fault(FaultKind.AnswerLost) { Operation = "AddMutatie" },
        },
        new(
            "Three invoices in one call, one of a new debtor",
            DemoEvents.Sample("invoices-batch.json"),
            200,
            "booked",
            "AddMutatie",
            "AddMutatie",
            "AddRelatie",
            "AddMutatie")
        {
            Debtors = [("D1004", "J.A. van der Voorbeeld")],
        },
    ];

    /// <summary>The total of each invoice that should be booked, by its number.</summary>
    public static IReadOnlyDictionary<string, decimal> Expected { get; } = Steps
        .SelectMany(step => step.Booked)
        .Select(sent => sent["data"]!["invoice"]!)
        .ToDictionary(invoice => invoice["number"]!.GetValue<string>(), invoice => invoice["total"]!.GetValue<decimal>());

    /// <summary>The last word: every invoice that should be booked is there once and to the cent, and nothing else is.</summary>
    public static IEnumerable<string> Compare(SandboxAdministration books)
    {
        var booked = books.Mutations.ToLookup(mutation => mutation.InvoiceNumber, StringComparer.Ordinal);
        foreach (var (number, total) in Expected)
        {
            if (booked[number].ToList() is not [var only] || only.Total != total)
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"invoice {number} of {total:0.00} stands in the books as {string.Join(" and ", booked[number].Select(InvoiceStep.Describe).DefaultIfEmpty("nothing"))}");
            }
        }

        foreach (var stranger in booked.Where(group => !Expected.ContainsKey(group.Key)))
        {
            yield return $"invoice {stranger.Key} stands in the books and should not";
        }
    }
}
