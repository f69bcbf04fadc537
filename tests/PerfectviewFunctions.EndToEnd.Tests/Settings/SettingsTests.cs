using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Settings;

/// <summary>Settings are read, changed field by field, checked, and told in the history.</summary>
public sealed class SettingsTests
{
    private const string ReadAccounts = "GetGrootboekrekeningen";

    [Fact]
    public async Task Settings_are_shown_with_their_version()
    {
        await using var scene = await SettingsScene.StartAsync(new TenantSettings());

        var shown = await scene.GetAsync("settings");

        Assert.Equal((200, "\"0\""), (shown.Status, shown.ETag));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {
                  "name": "", "bookingsOn": false, "relationsOn": false, "personNames": "first-and-last", "grouping": "per-vat-code-and-account",
                  "inclusiveRounding": "per-category", "debtorAccount": "1300", "paymentTermDays": 14,
                  "description": "{number} {debtor} {reference}", "numberPrefix": "", "paymentsOn": false, "retentionDays": 90,
                  "webhookProof": "signature", "version": 0
                }
                """),
            shown.Json), shown.Body);
    }

    [Fact]
    public async Task Change_leaves_alone_what_it_does_not_name_and_tells_who_and_when()
    {
        await using var scene = await SettingsScene.StartAsync();
        await scene.PatchAsync(new JsonObject { ["bookingsFrom"] = "2026-01-01", ["callbackAddress"] = "https://example.test/k", ["name"] = "Winkel" });

        var changed = await scene.PatchAsync(new JsonObject { ["bookingsFrom"] = null, ["paymentTermDays"] = 30 }, "\"1\"");

        Assert.Equal((200, "\"2\""), (changed.Status, changed.ETag));
        Assert.Null(changed.Json["bookingsFrom"]);
        Assert.Equal(
            ("Winkel", 30, "https://example.test/k", "operator", 2),
            (SettingsScene.Text(changed.Json["name"]),
                changed.Json["paymentTermDays"]!.GetValue<int>(),
                SettingsScene.Text(changed.Json["callbackAddress"]),
                SettingsScene.Text(changed.Json["changedBy"]),
                changed.Json["version"]!.GetValue<int>()));
        Assert.Equal(scene.World.Clock.GetUtcNow(), changed.Json["changedAt"]!.GetValue<DateTimeOffset>());
        Assert.Equal(changed.Body, (await scene.GetAsync("settings")).Body);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""[{"field":"bookingsFrom","old":"2026-01-01"},{"field":"paymentTermDays","old":"14","new":"30"}]"""),
            (await scene.NewestAsync())["changes"]));
    }

    [Fact]
    public async Task Change_of_nothing_writes_nothing()
    {
        await using var scene = await SettingsScene.StartAsync();
        await scene.PatchAsync(new JsonObject { ["name"] = "Winkel" });
        var before = StoreDump.Of(scene.World);

        var replies = new[] { await scene.PatchAsync(new JsonObject { ["name"] = "Winkel" }), await scene.PatchAsync(new JsonObject()) };

        Assert.All(replies, reply => Assert.Equal((200, "\"1\""), (reply.Status, reply.ETag)));
        Assert.Equal(before, StoreDump.Of(scene.World));
    }

    [Fact]
    public async Task Faults_are_named_all_at_once_and_nothing_is_saved()
    {
        await using var scene = await SettingsScene.StartAsync();
        var before = StoreDump.Of(scene.World);

        var reply = await scene.PatchAsync(new JsonObject
        {
            ["name"] = "Winkel", ["bookingOn"] = true, ["grouping"] = "per-regel", ["paymentTermDays"] = -1, ["numberPrefix"] = "A B",
        });

        Assert.Equal((422, "application/problem+json"), (reply.Status, reply.ContentType));
        Assert.Equal(["/bookingOn", "/grouping", "/numberPrefix", "/paymentTermDays"], reply.Pointers.Order(StringComparer.Ordinal));
        Assert.All(reply.Json["faults"]!.AsArray(), fault => Assert.NotEqual(SettingsScene.Text(fault!["nl"]), SettingsScene.Text(fault["en"])));
        Assert.Contains("bookingsOn", reply.Body, StringComparison.Ordinal);
        ProblemAssert.TellsNothing(reply.Body);
        Assert.Equal(before, StoreDump.Of(scene.World));
    }

    [Theory]
    [InlineData("[]", 422)]
    [InlineData("\"name\"", 422)]
    [InlineData("7", 422)]
    [InlineData("""{"\ud800":1}""", 422)]
    [InlineData("""{"name":"\ud800"}""", 422)]
    public async Task Body_that_names_no_settings_is_refused(string json, int status)
    {
        await using var scene = await SettingsScene.StartAsync();

        Assert.Equal(status, (await scene.SendAsync(HttpMethod.Patch, "settings", json)).Status);
    }

    [Fact]
    public async Task Setting_that_was_saved_under_other_rules_does_not_stand_in_the_way_of_others()
    {
        await using var scene = await SettingsScene.StartAsync(new TenantSettings { RetentionDays = 9999 });

        Assert.Equal(200, (await scene.PatchAsync(new JsonObject { ["bookingsOn"] = true })).Status);
        Assert.Equal(["/retentionDays"], (await scene.PatchAsync(new JsonObject { ["retentionDays"] = 9998 })).Pointers);
    }

    [Fact]
    public async Task Debtor_account_has_to_stand_in_the_books_as_one()
    {
        await using var scene = await SettingsScene.StartAsync();
        scene.World.Books.AddLedgerAccount("1310", "Debiteuren buitenland", "DEB");
        var before = StoreDump.WithoutAccounts(scene.World);

        var unknown = await scene.PatchAsync(new JsonObject { ["debtorAccount"] = "1399" });
        var revenue = await scene.PatchAsync(new JsonObject { ["debtorAccount"] = "8000" });

        Assert.All([unknown, revenue], reply =>
        {
            Assert.Equal(422, reply.Status);
            Assert.Equal(["/debtorAccount"], reply.Pointers);
            Assert.Contains("1300 Debiteuren of 1310 Debiteuren buitenland", SettingsScene.Text(reply.Json["faults"]![0]!["nl"]), StringComparison.Ordinal);
        });
        Assert.Equal(before, StoreDump.WithoutAccounts(scene.World));
        Assert.Equal(200, (await scene.PatchAsync(new JsonObject { ["debtorAccount"] = "1310" })).Status);
    }

    [Theory]
    [InlineData(FaultKind.Http500Before, "", "accounts-not-read")]
    [InlineData(FaultKind.Throttled, "", "accounts-not-read")]
    [InlineData(FaultKind.Malformed, "", "accounts-not-read")]
    [InlineData(FaultKind.Refuse, "E001.1", "E0011")]
    public async Task Debtor_account_that_can_not_be_checked_is_not_saved(FaultKind kind, string code, string reason)
    {
        await using var scene = await SettingsScene.StartAsync();
        (code, reason) = kind == FaultKind.Refuse ? (ApiChoice.Said(code, RefusedUsers.Refusal), ApiChoice.Said(reason, RefusedUsers.Code)) : (code, reason);
        scene.World.Sandbox.Books.Faults.Add(new Fault(kind) { Operation = ReadAccounts, Times = Fault.UntilCleared, Code = code });
        var before = StoreDump.Of(scene.World);

        var reply = await scene.PatchAsync(new JsonObject { ["debtorAccount"] = "1310" });

        Assert.Equal((503, reason), (reply.Status, reply.ReasonCode));
        Assert.Equal(before, StoreDump.Of(scene.World));
        Assert.Equal(200, (await scene.PatchAsync(new JsonObject { ["name"] = "Winkel" })).Status);
    }

    [Fact]
    public async Task Unlinked_tenant_is_set_up_without_the_books()
    {
        await using var scene = await SettingsScene.StartAsync();
        await scene.Host.SetStateAsync("demo", TenantState.Unlinked);
        scene.World.Sandbox.Books.Calls.Clear();

        Assert.Equal(200, (await scene.PatchAsync(new JsonObject { ["debtorAccount"] = "1399", ["numberPrefix"] = "A-" })).Status);
        Assert.Equal(["/debtorAccount"], (await scene.PatchAsync(new JsonObject { ["debtorAccount"] = "13 99" })).Pointers);
        Assert.Equal(0, scene.World.Sandbox.Books.Calls.Total);
    }

    [Fact]
    public async Task Tenant_that_is_unknown_or_retired_has_no_settings()
    {
        await using var scene = await SettingsScene.StartAsync();
        await scene.World.PlantTenantAsync("old", new TenantSettings { NumberPrefix = "O-" });
        await scene.Host.SetStateAsync("old", TenantState.Retired);

        foreach (var tenant in new[] { "nobody", "old", "No-Tenant" })
        {
            foreach (var what in new[] { "settings", "history", "vat-mappings", "vat-mappings/choices" })
            {
                Assert.Equal(404, (await scene.GetAsync(what, tenant)).Status);
            }

            Assert.Equal(404, (await scene.PatchAsync(new JsonObject(), "\"0\"", tenant)).Status);
            Assert.Equal(404, (await scene.PutAsync([], "\"0\"", tenant)).Status);
            Assert.Equal(404, (await scene.Host.ApiAsync(HttpMethod.Post, $"/api/tenants/{tenant}/preview", new JsonObject { ["event"] = new JsonObject() })).Status);
        }
    }
}
