using System.Globalization;
using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Settings;

/// <summary>Several people change the same thing: nothing is overwritten that its writer had not read.</summary>
public sealed class TogetherTests
{
    [Fact]
    public async Task Second_of_two_is_told_who_changed_what_when_and_loses_nothing()
    {
        await using var scene = await SettingsScene.StartAsync();
        var read = (await scene.GetAsync("settings")).ETag;
        await scene.PatchAsync(new JsonObject { ["name"] = "Winkel" }, read);
        var changedAt = scene.World.Clock.GetUtcNow();
        scene.World.Clock.Advance(TimeSpan.FromMinutes(5));
        var before = StoreDump.Of(scene.World);

        var second = await scene.PatchAsync(new JsonObject { ["name"] = "Kantoor", ["paymentTermDays"] = 30 }, read);

        Assert.Equal((412, "application/problem+json", "\"1\"", "changed-meanwhile"), (second.Status, second.ContentType, second.ETag, second.ReasonCode));
        var problem = second.Json;
        Assert.Equal(("operator", 1), (SettingsScene.Text(problem["changedBy"]), problem["version"]!.GetValue<int>()));
        Assert.Equal(changedAt, problem["changedAt"]!.GetValue<DateTimeOffset>());
        Assert.Equal(("Kantoor", "Winkel"), (SettingsScene.Text(problem["yours"]!["name"]), SettingsScene.Text(problem["current"]!["name"])));
        Assert.Equal((30, 14), (problem["yours"]!["paymentTermDays"]!.GetValue<int>(), problem["current"]!["paymentTermDays"]!.GetValue<int>()));
        Assert.All(["nl", "en"], language => Assert.Contains("operator", SettingsScene.Text(problem["reason"]![language]), StringComparison.Ordinal));
        Assert.Contains("operator", SettingsScene.Text(problem["detail"]), StringComparison.Ordinal);
        Assert.Equal(before, StoreDump.Of(scene.World));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*")]
    [InlineData("W/\"0\"")]
    [InlineData("0")]
    [InlineData("\"0\", \"1\"")]
    [InlineData("")]
    public async Task Change_that_does_not_name_the_one_version_it_is_based_on_is_refused(string? ifMatch)
    {
        await using var scene = await SettingsScene.StartAsync();
        var before = StoreDump.Of(scene.World);

        var replies = new[]
        {
            await scene.Host.ApiAsync(HttpMethod.Patch, "/api/tenants/demo/settings", new JsonObject { ["name"] = "Winkel" }, ifMatch),
            await scene.Host.ApiAsync(HttpMethod.Put, "/api/tenants/demo/vat-mappings", new JsonObject { ["rows"] = new JsonArray() }, ifMatch),
        };

        Assert.All(replies, reply => Assert.Equal((428, "version-missing"), (reply.Status, reply.ReasonCode)));
        Assert.Equal(before, StoreDump.Of(scene.World));
    }

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("\"-0\"")]
    [InlineData("\"abc\"")]
    [InlineData("\"99999999999999999999\"")]
    public async Task Version_that_never_was_is_not_the_current_one(string ifMatch)
    {
        await using var scene = await SettingsScene.StartAsync();

        Assert.Equal(412, (await scene.PatchAsync(new JsonObject { ["name"] = "Winkel" }, ifMatch)).Status);
        Assert.Equal(412, (await scene.PutAsync([], ifMatch)).Status);
    }

    [Fact]
    public async Task Of_twenty_at_once_exactly_one_saves_the_settings()
    {
        await using var scene = await SettingsScene.StartAsync();
        var entries = await EntriesAsync(scene);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(one =>
            scene.PatchAsync(new JsonObject { ["name"] = one.ToString(CultureInfo.InvariantCulture), ["numberPrefix"] = $"P{one}-" }, "\"0\"")));

        var winner = Assert.Single(replies, reply => reply.Status == 200);
        Assert.Equal(19, replies.Count(reply => reply.Status == 412));
        Assert.Equal(winner.Body, (await scene.GetAsync("settings")).Body);
        Assert.Equal(entries + 1, await EntriesAsync(scene));
    }

    [Fact]
    public async Task Of_twenty_at_once_exactly_one_saves_the_mapping()
    {
        await using var scene = await SettingsScene.StartAsync();
        var entries = await EntriesAsync(scene);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(one => scene.PutAsync(
            [SettingsScene.Row("NL_HIGH", "HOOG_VERK_21", one % 2 == 0 ? "8010" : "8020")], "\"0\"")));

        Assert.Single(replies, reply => reply.Status == 200);
        Assert.Equal(19, replies.Count(reply => reply.Status == 412));
        Assert.Equal(entries + 1, await EntriesAsync(scene));
    }

    [Fact]
    public async Task Settings_and_mapping_have_versions_of_their_own()
    {
        await using var scene = await SettingsScene.StartAsync();

        await scene.PatchAsync(new JsonObject { ["name"] = "Winkel" }, "\"0\"");
        var mapped = await scene.PutAsync([SettingsScene.Row("NL_HIGH", "HOOG_VERK_21", "8010")], "\"0\"");

        Assert.Equal((200, "\"1\""), (mapped.Status, mapped.ETag));
        Assert.Equal("\"1\"", (await scene.GetAsync("settings")).ETag);
    }

    private static async Task<int> EntriesAsync(SettingsScene scene) => (await scene.GetAsync("history")).Json["entries"]!.AsArray().Count;
}
