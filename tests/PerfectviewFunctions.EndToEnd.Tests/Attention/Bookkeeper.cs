using System.Globalization;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Attention;

/// <summary>What a bookkeeper does with work that is held back, and the ways in which it comes to be so.</summary>
internal static class Bookkeeper
{
    public static Task<ApiReply> RetryAsync(this Host host, params string[] numbers) =>
        host.ApiAsync(HttpMethod.Post, "/api/tenants/demo/retry", new JsonObject { ["numbers"] = new JsonArray([.. numbers.Select(number => JsonValue.Create(number))]) });

    public static Task<ApiReply> IgnoreAsync(this Host host, string number, string reason = "Staat er al.") =>
        host.ApiAsync(HttpMethod.Post, "/api/tenants/demo/ignore", new JsonObject { ["number"] = number, ["reason"] = reason });

    public static async Task<JsonNode> HeldBackAsync(this Host host, string query = "") =>
        (await host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/held-back" + query)).Json;

    public static async Task<JsonArray> AttentionAsync(this Host host) =>
        (await host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/attention")).Json["events"]!.AsArray();

    /// <summary>State, and the code of the reason.</summary>
    public static async Task<(string? State, string? Reason)> StandsAsync(this Host host, string number)
    {
        var invoice = await host.InvoiceAsync(number);
        return (invoice?["state"]?.GetValue<string>(), invoice?["reason"]?["code"]?.GetValue<string>());
    }

    public static async Task<IReadOnlyList<string>> ActionsAsync(this Host host, string number) =>
        [.. (await host.InvoiceAsync(number))!["actions"]!.AsArray().Select(action => action!.GetValue<string>())];

    /// <summary>A tenant that has no VAT code for 21% yet.</summary>
    public static async Task<(World World, Host Host)> StartUnmappedAsync()
    {
        var world = await World.CreateAsync();
        var host = await world.AddHostAsync();
        await world.AddTenantAsync("demo", mapping: new VatMapping(DemoTenant.Mapping.Rows.Where(row => row.Key != VatCategory.High).ToDictionary()));
        world.Sandbox.Books.Calls.Clear();
        return (world, host);
    }

    public static Task MapHighAsync(this Host host) =>
        host.ChangeMappingAsync(rows => rows["NL_HIGH"] = new JsonObject { ["vatCode"] = "HOOG_VERK_21", ["account"] = "8000" });

    /// <summary>Has invoice 7 held back although its booking may stand in the books; afterwards all calls are forgotten.</summary>
    /// <param name="cause">lookup-incomplete, number-in-use or mutation-claimed.</param>
    public static async Task HoldBackAsSentAsync(this World world, Host host, string cause)
    {
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("first"))).Outcome);
        world.Books.AddRelation("K900", "Een Ander");
        switch (cause)
        {
            case "mutation-claimed":
                var next = world.Books.Mutations.Max(mutation => mutation.Number) + 1;
                var tenant = await host.Services.GetRequiredService<TenantStore>().FindAsync(TenantId.Parse("demo"), CancellationToken.None);
                Assert.True(await host.Store.WriteAsync(
                    Partition.Of(tenant!.Administration!.Value),
                    [new Core.Storage.RowWrite.Insert(string.Create(CultureInfo.InvariantCulture, $"claim:{next:D19}"), new() { { "owner", "other 12" } })],
                    CancellationToken.None) is Core.Storage.WriteResult.Written);
                await host.SendAsync(Events.Invoice("7"));
                break;
            case "number-in-use":
                world.AddStrangers(1);
                goto default;
            case "lookup-incomplete":
                world.AddStrangers(500);
                goto default;
            default:
                world.Sandbox.Books.Faults.Add(new Fault(FaultKind.ConnectionReset) { Operation = "AddMutatie" });
                await host.SendAsync(Events.Invoice("7"));
                await world.PassMinutesAsync(host, 5);
                break;
        }

        Assert.Equal(("needs-attention", cause), await host.StandsAsync("7"));
        world.Sandbox.Books.Calls.Clear();
    }

    /// <summary>Takes away what stood in the way of invoice 7, as a person would in the books.</summary>
    public static void RemoveStrangers(this World world)
    {
        foreach (var stranger in world.Books.Mutations.Where(mutation => mutation.RelationCode == "K900").ToList())
        {
            world.Books.DeleteMutation(stranger.Number);
        }
    }

    private static void AddStrangers(this World world, int count)
    {
        for (var i = 0; i < count; i++)
        {
            world.Books.AddInvoice("7", "K900", new DateOnly(2020, 1, 1), new SandboxMutationLine(1m, 0m, "GEEN", 0m, "8020"));
        }
    }
}
