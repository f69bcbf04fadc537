using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.Money;

/// <summary>Sends generated invoices through the front door and compares answers and books with what the oracle says.</summary>
/// <param name="isVatByService">Whether the service may put VAT some cents beside what was meant; the total never, and it is told.</param>
internal sealed class MoneyRun(World world, Host host, MoneyOracle oracle, string seed, bool isVatByService = false)
{
    /// <summary>What rounding can make of a line, and what may always be.</summary>
    private const decimal OfALine = 0.005m, Cents = 0.05m;

    private const int AtOnce = 100;

    /// <summary>The demo's mapping with an account of its own for each category, so that the books tell them apart, and the old 6%.</summary>
    public static VatMapping Mapping { get; } = new(new Dictionary<string, VatMappingRow>(DemoTenant.Mapping.Rows, StringComparer.Ordinal)
    {
        [VatCategory.Exempt] = new("GEEN", "8090"),
        [VatCategory.LowSixRow] = new("LAAG_VERK", "8010"),
    });

    /// <returns>How many were booked.</returns>
    public async Task<int> SendAsync(IEnumerable<Sale> sales)
    {
        var (booked, sent) = (0, 0);
        foreach (var chunk in sales.Chunk(AtOnce))
        {
            var reply = await host.SendAsync(new JsonArray([.. chunk.Select(sale => sale.Event())]), "money");
            Assert.True(reply.Status == 200, $"{seed}: {reply.Status} {reply.Body}");
            var results = reply.Results;
            var books = world.Books.Mutations.ToLookup(mutation => mutation.InvoiceNumber);
            foreach (var (sale, result) in chunk.Zip(results))
            {
                sent++;
                booked += Check(sale, result!.AsObject(), [.. books[sale.Number]]) ? 1 : 0;
            }
        }

        Assert.Equal(booked, world.Books.Mutations.Count);
        Assert.Equal(booked, world.Books.Mutations.Select(mutation => mutation.InvoiceNumber).Distinct().Count());
        return booked;
    }

    private bool Check(Sale sale, JsonObject result, IReadOnlyList<SandboxMutation> found)
    {
        var outcome = result["outcome"]!.GetValue<string>();
        var reason = result["reason"]?["code"]?.GetValue<string>();
        switch (oracle.Judge(sale), outcome)
        {
            case (Verdict.Booked wanted, "booked"):
                CheckBooks(sale, wanted.Groups, result, found);
                return true;
            case (Verdict.OnTheEdge wanted, "booked"):
                CheckBooks(sale, wanted.Groups, result, found);
                return true;
            case (Verdict.HeldBack wanted, "needs-attention") when wanted.Reasons.Contains(reason) && found.Count == 0:
            case (Verdict.OnTheEdge, "needs-attention") when MoneyOracle.TooFar.Contains(reason) && found.Count == 0:
            case (Verdict.Ignored, "ignored") when reason == "nothing-to-book" && found.Count == 0:
                return false;
            case var (wanted, _):
                Assert.Fail($"Expected {wanted}, got {outcome} {result["reason"]} with {found.Count} bookings. {Told(sale)}");
                return false;
        }
    }

    private void CheckBooks(Sale sale, IReadOnlyList<Group> wanted, JsonObject result, IReadOnlyList<SandboxMutation> found)
    {
        Assert.True(found.Count == 1, $"{found.Count} bookings. {Told(sale)}");
        var booked = found[0];
        Assert.True(booked.Number == result["mutationNumber"]!.GetValue<long>(), Told(sale));
        Assert.True(booked.Date == sale.Date, Told(sale));
        Assert.True(booked.Total == sale.Total, $"Total {booked.Total}. {Told(sale)}");
        Assert.True(
            world.Books.Relations.Single(relation => relation.Code == booked.RelationCode).Name == Sale.DebtorName(sale.Debtor), Told(sale));
        var standing = booked.Lines
            .GroupBy(line => $"{line.VatCode} {Events.Text(line.VatPercentage)} {line.CounterAccount}")
            .ToDictionary(lines => lines.Key, lines => (lines.Sum(line => line.Net), lines.Sum(line => line.Vat)));
        var expected = wanted.ToDictionary(group => RowOf(sale, group.Category), group => (group.Net, group.Vat));
        var isTold = result["reason"]?["code"]?.GetValue<string>() == "booked-cents-apart";
        Assert.True(
            standing.Count == expected.Count && expected.All(group => isTold
                ? IsWithinCents(standing.GetValueOrDefault(group.Key), group.Value, booked.Lines.Count)
                : standing.GetValueOrDefault(group.Key) == group.Value),
            $"The books hold {string.Join(", ", standing)}, expected {string.Join(", ", expected)}. {Told(sale)}");
        Assert.True(isVatByService || !isTold, Told(sale));
        CentsApart += isTold ? 1 : 0;
    }

    /// <summary>How many were booked some cents beside what was meant, and told so.</summary>
    public int CentsApart { get; private set; }

    private static bool IsWithinCents((decimal Net, decimal Vat) standing, (decimal Net, decimal Vat) meant, int lines) =>
        standing.Net + standing.Vat == meant.Net + meant.Vat && Math.Abs(standing.Vat - meant.Vat) <= Math.Max(Cents, OfALine * (lines + 1));

    private static string RowOf(Sale sale, string category)
    {
        var rate = sale.RateOf(category);
        var row = Mapping.Rows[category == VatCategory.Low && rate == 6m ? VatCategory.LowSixRow : category];
        return $"{row.VatCode} {Events.Text(rate)} {row.Account}";
    }

    private string Told(Sale sale) => string.Create(
        CultureInfo.InvariantCulture, $"{seed}: {JsonSerializer.Serialize(sale with { Lines = [] })} {sale.Event().ToJsonString()}");
}
