using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Attention;

/// <summary>What waits for a person, why, and what he can do about it.</summary>
public sealed class HeldBackListTests
{
    [Fact]
    public async Task List_has_every_held_back_invoice_once_by_number_and_counts_the_causes()
    {
        var (world, host) = await Bookkeeper.StartUnmappedAsync();
        await using var _ = world;
        await host.SendAsync(new JsonArray([.. Enumerable.Range(1, 7).Select(number => Events.Invoice($"A/{number}"))]));
        await host.SendAsync(Events.Invoice("B").With(invoice => invoice["currency"] = "USD"));
        await host.SendAsync(Events.Invoice("C").With(invoice => invoice["currency"] = "GBP"));

        var numbers = new List<string>();
        var next = "?limit=4";
        while (next is not null)
        {
            var page = await host.HeldBackAsync(next);
            numbers.AddRange(page["invoices"]!.AsArray().Select(invoice => invoice!["number"]!.GetValue<string>()));
            Assert.Null(page["more"]);
            Assert.Equal(["vat-category-unmapped 7", "currency-not-euro 2"], page["causes"]!.AsArray().Select(cause => $"{cause!["code"]} {cause["count"]}"));
            next = page["next"]?.GetValue<string>()["/api/tenants/demo/held-back".Length..];
        }

        Assert.Equal(["A/1", "A/2", "A/3", "A/4", "A/5", "A/6", "A/7", "B", "C"], numbers);
    }

    [Fact]
    public async Task Events_for_attention_are_all_listed_in_pages_also_those_without_an_id()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(new JsonArray([.. Enumerable.Range(1, 70).Select(number => new JsonObject { ["type"] = "invoice.sent", ["note"] = number })]));
        await host.SendAsync(new JsonObject { ["id"] = "e/1", ["type"] = "invoice.sent" });

        var (keys, address) = (new List<string>(), "/api/tenants/demo/attention");
        while (address is not null)
        {
            var page = (await host.ApiAsync(HttpMethod.Get, address)).Json;
            keys.AddRange(page["events"]!.AsArray().Select(one => one!["key"]!.GetValue<string>()));
            address = page["next"]?.GetValue<string>();
        }

        Assert.Equal(71, keys.Count);
        Assert.Equal(71, keys.Distinct().Count());
    }

    /// <summary>A cause speaks for all its invoices: what they share is named, what they don't is left open.</summary>
    [Fact]
    public async Task Cause_names_what_its_invoices_share()
    {
        var (world, host) = await Bookkeeper.StartUnmappedAsync();
        await using var _ = world;
        await host.SendAsync(new JsonArray(Events.Invoice("0"), Events.Invoice("1"), Events.Invoice("2")));
        await host.SendAsync(Events.Invoice("3").With(invoice => invoice["currency"] = "USD"));
        await host.SendAsync(Events.Invoice("4").With(invoice => invoice["currency"] = "GBP"));

        var causes = (await host.HeldBackAsync())["causes"]!.AsArray();

        Assert.Contains("21%", causes[0]!["nl"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("…", causes[1]!["nl"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.All(causes, cause => Assert.True(cause!["canRetry"]!.GetValue<bool>()));
        Assert.All(causes, cause => Assert.DoesNotContain("?", cause!["actionNl"]!.GetValue<string>() + cause["actionEn"], StringComparison.Ordinal));
        await host.SetStateAsync("demo", TenantState.Unlinked);
        Assert.All((await host.HeldBackAsync())["causes"]!.AsArray(), cause => Assert.False(cause!["canRetry"]!.GetValue<bool>()));
    }

    [Theory]
    [InlineData("?limit=0")]
    [InlineData("?limit=x")]
    [InlineData("?after=a%2Fb")]
    public async Task Page_that_is_none_is_refused(string query)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        Assert.Equal(400, (await host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/held-back" + query)).Status);
        Assert.Equal(404, (await host.ApiAsync(HttpMethod.Get, "/api/tenants/unknown/held-back")).Status);
    }

    [Fact]
    public async Task Invoice_that_waits_for_its_tenant_says_so()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Refuse("0123456789abcdef0123456789abcdef");
        await host.SendAsync(Events.Invoice("1"));
        await host.SendAsync(Events.Invoice("2"));

        Assert.Equal(("received", "connection-paused"), await host.StandsAsync("2"));
        var listed = (await host.ApiAsync(HttpMethod.Get, "/api/tenants/demo/invoices")).Json["invoices"]!.AsArray();
        Assert.All(listed, invoice => Assert.Equal("connection-paused", invoice!["reason"]!["code"]!.GetValue<string>()));
        await host.SetStateAsync("demo", TenantState.Unlinked);
        Assert.Equal(("received", "not-linked"), await host.StandsAsync("2"));
        Assert.Equal(["ignore"], await host.ActionsAsync("2"));
    }
}
