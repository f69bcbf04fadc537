using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Properties.Money;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Settings;

/// <summary>A preview shows what booking would do, and does nothing.</summary>
public sealed class PreviewTests
{
    private const int Generated = 60;

    public static TheoryData<string> Samples { get; } =
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "samples"), "invoice*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Sample_is_booked_as_its_preview_showed(string file)
    {
        await using var scene = await SettingsScene.StartAsync(new TenantSettings { BookingsOn = true, NumberPrefix = "P-" });
        var sample = JsonNode.Parse(Repository.Read("samples/" + file))!;
        foreach (var sent in sample is JsonArray several ? several.Select(one => one!) : [sample])
        {
            await AssertBookedAsShownAsync(scene, sent);
        }
    }

    [SoapFact]
    public async Task Generated_invoice_is_booked_as_its_preview_showed()
    {
        await using var scene = await SettingsScene.StartAsync();
        var generator = new SaleGenerator(Seeds.Or(17));

        var booked = 0;
        for (var index = 0; index < Generated; index++)
        {
            booked += await AssertBookedAsShownAsync(scene, generator.Next(index).Event()) ? 1 : 0;
        }

        Assert.InRange(booked, Generated / 2, Generated);
    }

    [Fact]
    public async Task Preview_stores_nothing_and_calls_nobody()
    {
        await using var scene = await SettingsScene.StartAsync();
        scene.World.Sandbox.Books.Calls.Clear();
        var before = StoreDump.Of(scene.World);

        Assert.Equal(200, (await scene.PreviewAsync(Events.Invoice("1"))).Status);
        Assert.Equal(200, (await scene.PreviewAsync(
            Events.Invoice("1"), [SettingsScene.Row("NL_HIGH", "HOOG_VERK_21", "8090")], new JsonObject { ["debtorAccount"] = "1399" })).Status);
        Assert.Equal(422, (await scene.PreviewAsync(new JsonObject())).Status);

        Assert.Equal(before, StoreDump.Of(scene.World));
        Assert.Equal(0, scene.World.Sandbox.Books.Calls.Total);
    }

    [Fact]
    public async Task Everything_of_the_booking_is_shown()
    {
        await using var scene = await SettingsScene.StartAsync(new TenantSettings { BookingsOn = true, NumberPrefix = "P-" });

        var shown = await scene.PreviewAsync(Events.Invoice("1").With(invoice => invoice["reference"] = "INK-7"));

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {
                  "outcome": "ready", "date": "2026-03-02", "debtor": "Bakkerij De Korenbloem", "currency": "EUR", "bookedNumber": "P-1",
                  "debtorAccount": "1300", "description": "1 Bakkerij De Korenbloem INK-7", "paymentTermDays": 14,
                  "lines": [{ "account": "8000", "vatCode": "HOOG_VERK_21", "vatPercentage": 21, "net": 100, "vat": 21.00 }],
                  "net": 100, "vat": 21.00, "total": 121.00
                }
                """),
            shown.Json), shown.Body);
    }

    [Theory]
    [InlineData(false, null, "bookings-switched-off")]
    [InlineData(true, "2026-04-01", "before-start-date")]
    public async Task Lines_are_shown_before_bookings_are_switched_on(bool on, string? from, string reason)
    {
        await using var scene = await SettingsScene.StartAsync(
            new TenantSettings { BookingsOn = on, BookingsFrom = from is null ? null : DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture) });

        var shown = (await scene.PreviewAsync(Events.Invoice("1"))).Json;

        Assert.Equal(("ignored", reason), (SettingsScene.Text(shown["outcome"]), SettingsScene.Text(shown["reason"]!["code"])));
        Assert.Equal("8000", SettingsScene.Text(shown["lines"]![0]!["account"]));
        Assert.Null(shown["obstacle"]);
    }

    [Fact]
    public async Task What_would_hold_it_back_is_told_also_while_bookings_are_off()
    {
        await using var scene = await SettingsScene.StartAsync(new TenantSettings());

        var off = (await scene.PreviewAsync(Events.Invoice("1"), [])).Json;
        var on = (await scene.PreviewAsync(Events.Invoice("1"), [], new JsonObject { ["bookingsOn"] = true })).Json;

        Assert.Equal(("ignored", "vat-category-unmapped"), (SettingsScene.Text(off["outcome"]), SettingsScene.Text(off["obstacle"]!["code"])));
        Assert.Equal(("held-back", "vat-category-unmapped"), (SettingsScene.Text(on["outcome"]), SettingsScene.Text(on["reason"]!["code"])));
        Assert.Null(off["lines"]);
        Assert.Null(on["lines"]);
    }

    [Fact]
    public async Task Mapping_and_settings_that_are_not_saved_yet_are_tried_out()
    {
        await using var scene = await SettingsScene.StartAsync();

        var shown = (await scene.PreviewAsync(
            Events.Invoice("1"),
            [SettingsScene.Row("NL_HIGH", "HOOG_VERK_21", "8090")],
            new JsonObject { ["numberPrefix"] = "Q-", ["description"] = "Factuur {number}", ["paymentTermDays"] = 60 })).Json;

        Assert.Equal(
            ("8090", "Q-1", "Factuur 1", 60),
            (SettingsScene.Text(shown["lines"]![0]!["account"]),
                SettingsScene.Text(shown["bookedNumber"]),
                SettingsScene.Text(shown["description"]),
                shown["paymentTermDays"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Faults_of_event_rows_and_settings_are_named_together()
    {
        await using var scene = await SettingsScene.StartAsync();

        var reply = await scene.PreviewAsync(
            Events.Invoice("1").With(invoice => invoice.Remove("date")),
            [SettingsScene.Row("NL_HIGH", "HOOG_INK_21", "8090")],
            new JsonObject { ["numberPrefix"] = "A B", ["x"] = 1 });

        Assert.Equal(422, reply.Status);
        Assert.Equal(
            ["/event/data/invoice/date", "/rows/0/vatCode", "/settings/numberPrefix", "/settings/x"], reply.Pointers.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    [InlineData("""7""")]
    [InlineData("""[{"id":"a"}]""")]
    [InlineData("""{"id":"\ud800"}""")]
    public async Task Event_that_is_none_is_a_fault(string json)
    {
        await using var scene = await SettingsScene.StartAsync();

        var reply = await scene.SendAsync(HttpMethod.Post, "preview", $$"""{"event":{{json}}}""");

        Assert.Equal(422, reply.Status);
        Assert.All(reply.Pointers, pointer => Assert.StartsWith("/event", pointer, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"event":{"\ud800":"a"}}""")]
    [InlineData("""{"event":{"id":"a","id":"b"}}""")]
    public async Task Event_whose_fields_can_not_be_told_apart_is_not_read(string json)
    {
        await using var scene = await SettingsScene.StartAsync();

        Assert.Equal(400, (await scene.SendAsync(HttpMethod.Post, "preview", json)).Status);
    }

    [Fact]
    public async Task Body_without_an_event_is_refused()
    {
        await using var scene = await SettingsScene.StartAsync();

        Assert.Equal(400, (await scene.Host.ApiAsync(HttpMethod.Post, "/api/tenants/demo/preview", new JsonObject())).Status);
    }

    /// <returns>Whether it was booked at all.</returns>
    private static async Task<bool> AssertBookedAsShownAsync(SettingsScene scene, JsonNode sent)
    {
        var preview = await scene.PreviewAsync(sent);
        Assert.True(preview.Status == 200, preview.Body);
        var shown = preview.Json;
        var reply = await scene.Host.SendAsync(sent);
        if (reply.Outcome != "booked")
        {
            Assert.Equal((SettingsScene.Text(shown["outcome"]), shown["reason"]?["code"]?.GetValue<string>()), (OutcomeOf(reply), reply.ReasonCode));
            return false;
        }

        var booked = Assert.Single(scene.World.Books.Mutations, mutation => mutation.Number == reply.MutationNumber);
        Assert.Equal("ready", SettingsScene.Text(shown["outcome"]));
        Assert.Equal(LinesOf(shown), LinesOf(booked));
        Assert.Equal(
            (SettingsScene.Text(shown["bookedNumber"]), SettingsScene.Text(shown["date"]), SettingsScene.Text(shown["debtorAccount"])),
            (booked.InvoiceNumber, booked.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), booked.Account));
        Assert.Equal(
            (Description(SettingsScene.Text(shown["description"])), shown["paymentTermDays"]!.GetValue<int>(), shown["total"]!.GetValue<decimal>()),
            (booked.Description, int.Parse(booked.PaymentTerm, System.Globalization.CultureInfo.InvariantCulture), booked.Total));
        return true;
    }

    /// <summary>REST takes 50 characters.</summary>
    private static string Description(string shown) => ApiChoice.Said(shown, shown[..Math.Min(shown.Length, 50)]);

    private static string OutcomeOf(Reply reply) => reply.Outcome == "needs-attention" ? "held-back" : reply.Outcome;

    private static IEnumerable<(string Account, string Code, decimal Percentage, decimal Net, decimal Vat)> LinesOf(JsonNode shown) =>
        shown["lines"]!.AsArray().Select(line => (
            SettingsScene.Text(line!["account"]),
            SettingsScene.Text(line["vatCode"]),
            line["vatPercentage"]!.GetValue<decimal>(),
            line["net"]!.GetValue<decimal>(),
            line["vat"]!.GetValue<decimal>()));

    private static IEnumerable<(string Account, string Code, decimal Percentage, decimal Net, decimal Vat)> LinesOf(SandboxMutation booked) =>
        booked.Lines.Select(line => (line.CounterAccount, line.VatCode, line.VatPercentage, line.Net, line.Vat));
}
