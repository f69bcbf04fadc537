using System.Globalization;
using System.Text.Json.Nodes;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Settings;

public sealed class HistoryTests
{
    [Fact]
    public async Task Changes_are_listed_newest_first_page_by_page()
    {
        await using var scene = await SettingsScene.StartAsync();
        for (var days = 1; days <= 5; days++)
        {
            await scene.PatchAsync(new JsonObject { ["paymentTermDays"] = days });
        }

        var seen = new List<JsonNode>();
        var address = "/api/tenants/demo/history?limit=2";
        while (address is not null)
        {
            var page = (await scene.Host.ApiAsync(HttpMethod.Get, address)).Json;
            Assert.InRange(page["entries"]!.AsArray().Count, 1, 2);
            seen.AddRange(page["entries"]!.AsArray().Select(entry => entry!));
            address = page["next"]?.GetValue<string>();
        }

        Assert.Equal(
            ["5", "4", "3", "2", "1"],
            seen.Where(entry => SettingsScene.Text(entry["kind"]) == "settings-changed").Select(entry => SettingsScene.Text(entry["changes"]![0]!["new"])));
        Assert.Equal("tenant-created", SettingsScene.Text(seen[^1]["kind"]));
        Assert.All(seen.SkipLast(1), entry => Assert.Equal("operator", SettingsScene.Text(entry["by"])));
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=201")]
    [InlineData("limit=ten")]
    [InlineData("after=..%2F")]
    [InlineData("after=%00")]
    public async Task Query_that_no_answer_gave_is_refused(string query)
    {
        await using var scene = await SettingsScene.StartAsync();

        Assert.Equal(400, (await scene.GetAsync("history?" + query)).Status);
    }

    [Fact]
    public async Task Mapping_is_told_row_by_row()
    {
        await using var scene = await SettingsScene.StartAsync();
        var rows = (await scene.GetAsync("vat-mappings")).Json["rows"]!.AsArray()
            .Where(row => SettingsScene.Text(row!["category"]) != "EXPORT")
            .Select(row => SettingsScene.Row(
                SettingsScene.Text(row!["category"]),
                row["vatCode"]?.GetValue<string>(),
                SettingsScene.Text(row["category"]) == "NL_HIGH" ? "8090" : row["account"]?.GetValue<string>()));

        await scene.PutAsync([.. rows]);

        var entry = await scene.NewestAsync();
        Assert.Equal(("vat-mapping-changed", "operator"), (SettingsScene.Text(entry["kind"]), SettingsScene.Text(entry["by"])));
        Assert.Equal(scene.World.Clock.GetUtcNow(), DateTimeOffset.Parse(SettingsScene.Text(entry["at"]), CultureInfo.InvariantCulture));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""[{"field":"NL_HIGH","old":"HOOG_VERK_21 8000","new":"HOOG_VERK_21 8090"},{"field":"EXPORT","old":"BU_EU_VERK 8060"}]"""),
            entry["changes"]));
    }
}
