using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Settings;

/// <summary>The VAT mapping is read, chosen from what there is, checked and replaced as a whole.</summary>
public sealed class MappingTests
{
    [Fact]
    public async Task Rows_without_a_choice_come_first_and_carry_a_suggestion()
    {
        await using var scene = await SettingsScene.StartAsync();

        var saved = await scene.PutAsync([SettingsScene.Row("NL_HIGH", "HOOG_VERK_21", "8000"), SettingsScene.Row("NL_LOW", null, null)]);
        var shown = await scene.GetAsync("vat-mappings");

        Assert.Equal((200, "\"1\"", "\"1\""), (saved.Status, saved.ETag, shown.ETag));
        var rows = shown.Json["rows"]!.AsArray();
        Assert.Equal(9, rows.Count);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"category":"NL_0","label":"Verkoop - NL - 0%","suggestedVatCode":"GEEN"}"""), rows[0]));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"category":"NL_HIGH","label":"Verkoop - NL - 21%","vatCode":"HOOG_VERK_21","account":"8000"}"""), rows[8]));
        Assert.Equal(("operator", 1), (SettingsScene.Text(shown.Json["changedBy"]), shown.Json["version"]!.GetValue<int>()));
        Assert.Empty(saved.Json["unblocks"]!.AsArray());
        Assert.Null(saved.Json["retried"]);
    }

    [Fact]
    public async Task Suggestion_is_never_applied_unasked()
    {
        await using var scene = await SettingsScene.StartAsync();
        await scene.PutAsync([]);

        var reply = await scene.Host.SendAsync(Events.Invoice("1"));

        Assert.Equal(("needs-attention", "vat-category-unmapped"), (reply.Outcome, reply.ReasonCode));
        Assert.Empty(scene.World.Books.Mutations);
    }

    [Fact]
    public async Task Same_mapping_again_writes_nothing()
    {
        await using var scene = await SettingsScene.StartAsync();
        await scene.PutAsync([SettingsScene.Row("NL_HIGH", "HOOG_VERK_21", "8000")]);
        var before = StoreDump.Of(scene.World);

        var again = await scene.PutAsync([SettingsScene.Row("NL_HIGH", "HOOG_VERK_21", "8000"), SettingsScene.Row("EXPORT", "", "")]);

        Assert.Equal((200, "\"1\""), (again.Status, again.ETag));
        Assert.Equal(before, StoreDump.Of(scene.World));
    }

    [Theory]
    [InlineData("NL_HIGH", "HOOG_VERK_21", "1300", "/rows/0/account", "1300 Debiteuren")]
    [InlineData("NL_HIGH", "HOOG_VERK_21", "0500", "/rows/0/account", "BAL")]
    [InlineData("NL_HIGH", "HOOG_VERK_21", "8888", "/rows/0/account", "8888")]
    [InlineData("NL_HIGH", "HOOG_INK_21", "8000", "/rows/0/vatCode", "purchases")]
    [InlineData("NL_HIGH", "LAAG_VERK_9", "8000", "/rows/0/vatCode", "9%")]
    [InlineData("NL_HIGH", "BTW_HOOG", "8000", "/rows/0/vatCode", "no VAT code")]
    [InlineData("NL_HIGH", null, "8000", "/rows/0/vatCode", "has no VAT code yet")]
    [InlineData("NL_HIGH", "HOOG_VERK_21", null, "/rows/0/account", "has no ledger account yet")]
    [InlineData("NL_MIDDLE", null, null, "/rows/0/category", "NL_MIDDLE")]
    public async Task Row_that_can_not_be_booked_is_named_and_nothing_saved(string category, string? code, string? account, string pointer, string says)
    {
        await using var scene = await SettingsScene.StartAsync();
        var before = StoreDump.WithoutAccounts(scene.World);

        var reply = await scene.PutAsync([SettingsScene.Row(category, code, account), SettingsScene.Row("NL_LOW", "LAAG_VERK_9", "8010")]);

        Assert.Equal(422, reply.Status);
        Assert.Equal([pointer], reply.Pointers);
        Assert.Contains(says, SettingsScene.Text(reply.Json["detail"]), StringComparison.Ordinal);
        Assert.Equal(before, StoreDump.WithoutAccounts(scene.World));
    }

    [Theory]
    [InlineData("""{}""", 400)]
    [InlineData("""{"rows":null}""", 400)]
    [InlineData("""{"rows":[{}]}""", 400)]
    [InlineData("""{"rows":[{"category":"NL_HIGH","code":"x"}]}""", 400)]
    [InlineData("""{"rows":[{"category":"\ud800"}]}""", 400)]
    [InlineData("""{"rows":[null]}""", 422)]
    [InlineData("""{"rows":[{"category":""}]}""", 422)]
    public async Task Body_of_another_form_is_refused(string json, int status)
    {
        await using var scene = await SettingsScene.StartAsync();

        Assert.Equal(status, (await scene.SendAsync(HttpMethod.Put, "vat-mappings", json)).Status);
    }

    [Fact]
    public async Task Second_of_two_gets_both_sides()
    {
        await using var scene = await SettingsScene.StartAsync();
        await scene.PutAsync([SettingsScene.Row("NL_HIGH", "HOOG_VERK_21", "8000")], "\"0\"");

        var second = await scene.PutAsync([SettingsScene.Row("NL_HIGH", "HOOG_VERK_21", "8090")], "\"0\"");

        Assert.Equal((412, "\"1\"", "changed-meanwhile"), (second.Status, second.ETag, second.ReasonCode));
        Assert.Equal("8090", SettingsScene.Text(second.Json["yours"]!["rows"]![0]!["account"]));
        Assert.Equal("8000", SettingsScene.Text(second.Json["current"]!["rows"]![8]!["account"]));
    }

    [Fact]
    public async Task Mapping_of_a_tenant_that_is_not_linked_can_not_be_checked()
    {
        await using var scene = await SettingsScene.StartAsync();
        await scene.Host.SetStateAsync("demo", TenantState.Unlinked);

        Assert.Equal((409, "not-linked"), (await scene.PutAsync([])) is var put ? (put.Status, put.ReasonCode) : default);
        Assert.Equal((409, "not-linked"), (await scene.GetAsync("vat-mappings/choices")) is var choices ? (choices.Status, choices.ReasonCode) : default);
        Assert.Equal(200, (await scene.GetAsync("vat-mappings")).Status);
    }

    [Fact]
    public async Task Books_out_of_reach_save_nothing_and_offer_no_choices()
    {
        await using var scene = await SettingsScene.StartAsync();
        scene.World.Sandbox.Books.Faults.Add(new Fault(FaultKind.Http500Before) { Operation = "GetGrootboekrekeningen", Times = Fault.UntilCleared });
        var before = StoreDump.Of(scene.World);

        var put = await scene.PutAsync([SettingsScene.Row("NL_HIGH", "HOOG_VERK_21", "8000")]);
        var choices = await scene.GetAsync("vat-mappings/choices");

        Assert.All([put, choices], reply => Assert.Equal((503, "accounts-not-read"), (reply.Status, reply.ReasonCode)));
        Assert.Equal(before, StoreDump.Of(scene.World));
    }

    [Fact]
    public async Task Choices_are_the_sales_codes_and_the_accounts_that_the_books_have_now()
    {
        await using var scene = await SettingsScene.StartAsync();
        scene.World.Books.AddLedgerAccount("8100", "Omzet webwinkel", "VW");

        var choices = (await scene.GetAsync("vat-mappings/choices")).Json;

        Assert.Equal(VatCodes.SalesCodes.Select(code => code.Code), Codes(choices["vatCodes"]));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"code":"LAAG_VERK_9","text":"BTW laag, verkopen 9%","percentage":9,"from":"2019-01-01","suggestedFor":["NL_LOW"]}"""),
            choices["vatCodes"]!.AsArray().Single(code => SettingsScene.Text(code!["code"]) == "LAAG_VERK_9")));
        Assert.Equal(["1300"], Codes(choices["debtorAccounts"]));
        Assert.Contains("8100", Codes(choices["revenueAccounts"]));
        Assert.DoesNotContain("1300", Codes(choices["revenueAccounts"]));
        Assert.Equal(Codes(choices["revenueAccounts"]).Order(StringComparer.Ordinal), Codes(choices["revenueAccounts"]));
    }

    private static IEnumerable<string> Codes(JsonNode? list) => list!.AsArray().Select(entry => SettingsScene.Text(entry!["code"]));
}
