using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.TenantWalks;

/// <summary>What bookkeepers change: every setting that touches a booking, and the VAT mapping.</summary>
internal sealed class SettingsActs(Stage stage)
{
    private static readonly string[] Prefixes = ["A-", "B-", "C-", "A-1", "X", "", "Q/"];

    public Func<Task> DrawSettings(bool together)
    {
        var (party, host, change) = (stage.Pick(stage.Parties), stage.PickHost(), DrawChange());
        return () => ChangeAsync(party, host, change, together);
    }

    public Func<Task> DrawMapping(bool together)
    {
        var (party, host, retry) = (stage.Pick(stage.Parties), stage.PickHost(), stage.Next(3) > 0);
        Dictionary<string, VatMappingRow> rows = [];
        foreach (var category in Sale.Categories)
        {
            if (DrawRow(category) is { } row)
            {
                rows.Add(category, row);
            }
        }

        return () => MapAsync(party, host, new VatMapping(rows), retry, together);
    }

    /// <summary>Offers a prefix of its own to a tenant that is in another's way, or has another in its own.</summary>
    public static async Task FreeAsync(Host host, Party party, int round)
    {
        var address = $"/api/tenants/{party.Name}/settings";
        var read = await host.ApiAsync(HttpMethod.Get, address);
        var prefix = FormattableString.Invariant($"z{party.Name}{round}/");
        party.SettingsInForce.Add((prefix, read.Json["debtorAccount"]!.GetValue<string>()));
        var changed = await host.ApiAsync(HttpMethod.Patch, address, new JsonObject { ["numberPrefix"] = prefix }, read.ETag);
        Assert.True(changed.Status == 200, changed.Body);
    }

    private JsonObject DrawChange() => stage.Next(11) switch
    {
        0 => new() { ["bookingsOn"] = false },
        1 or 2 => new() { ["bookingsOn"] = true },
        3 => new() { ["bookingsFrom"] = stage.Next(2) == 0 ? null : "2026-02-15" },
        4 or 5 => new() { ["numberPrefix"] = stage.Pick(Prefixes) },
        6 => new() { ["debtorAccount"] = stage.Pick("1300", "1310", "1310", "9999") },
        7 => new() { ["description"] = stage.Pick("{reference}", "{number} {reference}", "{debtor} {reference}") },
        8 => new() { ["personNames"] = stage.Pick("first-and-last", "last-only", "initials-and-last", "last-then-first") },
        9 => new() { ["paymentTermDays"] = stage.Next(60), ["name"] = "Kantoor", ["inclusiveRounding"] = stage.Pick("per-line", "per-category") },
        _ => new() { ["grouping"] = stage.Pick("per-vat-code-and-account", "per-line") },
    };

    private VatMappingRow? DrawRow(string category) => (category, stage.Next(6)) switch
    {
        (_, 0) => null,
        ("NL_HIGH", var draw) => new("HOOG_VERK_21", draw == 1 ? "8090" : draw == 2 && stage.Next(4) == 0 ? "9999" : "8000"),
        ("NL_LOW", var draw) => new("LAAG_VERK_9", draw == 1 ? "8090" : "8010"),
        (_, var draw) => new("GEEN", draw == 1 ? "8090" : "8020"),
    };

    private async Task ChangeAsync(Party party, Host host, JsonObject change, bool together)
    {
        var address = $"/api/tenants/{party.Name}/settings";
        var told = $"{party.Name} settings {change.ToJsonString()}";
        var read = await host.ApiAsync(HttpMethod.Get, address);
        stage.Expect(read, $"{party.Name} settings", 200);
        if (read.Status != 200)
        {
            return;
        }

        string Of(string field) => (change[field] ?? read.Json[field])!.GetValue<string>();
        lock (party.SettingsInForce)
        {
            party.SettingsInForce.Add((Of("numberPrefix"), Of("debtorAccount")));
        }

        var reply = await host.ApiAsync(HttpMethod.Patch, address, change.DeepClone(), read.ETag);
        stage.Expect(reply, told, together ? [200, 412, 422, 503] : [200, 422, 503]);
        if (reply.Status == 422)
        {
            Assert.All(reply.Pointers, pointer => Assert.Contains(pointer, (string[])["/numberPrefix", "/debtorAccount"]));
        }
    }

    private async Task MapAsync(Party party, Host host, VatMapping mapping, bool retry, bool together)
    {
        var address = $"/api/tenants/{party.Name}/vat-mappings";
        var told = $"{party.Name} mapping {string.Join(' ', mapping.Rows.Select(row => $"{row.Key}:{row.Value.Account}"))}{(retry ? " and retry" : "")}";
        var read = await host.ApiAsync(HttpMethod.Get, address);
        stage.Expect(read, $"{party.Name} mapping", 200);
        if (read.Status != 200)
        {
            return;
        }

        lock (party.MappingsInForce)
        {
            party.MappingsInForce.Add(mapping);
        }

        var rows = new JsonArray(
        [
            .. mapping.Rows.Select(row => new JsonObject
            {
                ["category"] = row.Key, ["vatCode"] = row.Value.VatCode, ["account"] = row.Value.Account,
            }),
        ]);
        var reply = await host.ApiAsync(HttpMethod.Put, address, new JsonObject { ["rows"] = rows, ["retryUnblocked"] = retry }, read.ETag);
        stage.Expect(reply, told, together ? [200, 409, 412, 422, 503] : [200, 409, 422, 503]);
        if (reply.Status == 409)
        {
            Assert.Equal("not-linked", reply.ReasonCode);
        }
    }
}
