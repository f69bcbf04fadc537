using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.States;

/// <summary>What can't be booked is held back with its reason and what to do about it, and nothing else waits for it.</summary>
public sealed class HeldBackTests
{
    [Fact]
    public async Task Category_without_a_mapping_is_held_back_until_it_is_mapped()
    {
        var rows = DemoTenant.Mapping.Rows.Where(row => row.Key != VatCategory.High).ToDictionary();
        var world = await World.CreateAsync();
        await using var _ = world;
        var host = await world.AddHostAsync();
        await world.PlantTenantAsync("demo", mapping: new VatMapping(rows));
        world.Sandbox.Books.Calls.Clear();

        await AssertHeldBackAsync(world, host, Events.Invoice("1"), "vat-category-unmapped", Exempt("2"));
        Assert.DoesNotContain(world.Sandbox.Books.Calls.Log, call => call.InvoiceNumber == "1");

        await host.ChangeMappingAsync(mapping => mapping["NL_HIGH"] = new JsonObject { ["vatCode"] = "HOOG_VERK_21", ["account"] = "8000" });
        await AssertBookedWhenSentAgainAsync(world, host, Events.Invoice("1"));
    }

    [Fact]
    public async Task Unknown_category_is_held_back_by_its_name()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        var reply = await AssertHeldBackAsync(world, host, WithTotals("1", 121m, Events.VatTotal("NL_LUXURY", 100m, 21m, 21)), "vat-category-unknown");

        Assert.Contains("NL_LUXURY", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Totals_that_do_not_add_up_are_held_back_with_both_figures()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        var reply = await AssertHeldBackAsync(world, host, Events.Invoice("1").With(invoice => invoice["total"] = 122m), "totals-do-not-add-up");

        Assert.Contains("122.00", reply.Body, StringComparison.Ordinal);
        Assert.Contains("121.00", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Foreign_currency_is_held_back()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        var reply = await AssertHeldBackAsync(world, host, Events.Invoice("1").With(invoice => invoice["currency"] = "USD"), "currency-not-euro");

        Assert.Contains("USD", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closed_period_is_held_back_until_it_is_opened()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Books.ClosedUntil = new DateOnly(2026, 2, 28);
        var february = Events.Invoice("1").With(invoice => invoice["date"] = "2026-02-27");

        await AssertHeldBackAsync(world, host, february, ApiChoice.Said("CMUT020", "MUT_005"));

        world.Books.ClosedUntil = null;
        await AssertBookedWhenSentAgainAsync(world, host, february);
    }

    [Fact]
    public async Task Revenue_account_that_the_books_do_not_have_is_held_back_until_another_is_chosen()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.ChangeMappingAsync(rows => rows["NL_HIGH"]!["account"] = "8999");

        await AssertHeldBackAsync(world, host, Events.Invoice("1"), ApiChoice.Said("CMUT012", "MUT_104"), Exempt("2"));

        await host.ChangeMappingAsync(rows => rows["NL_HIGH"]!["account"] = "8090");
        await AssertBookedWhenSentAgainAsync(world, host, Events.Invoice("1"));
        Assert.Equal("8090", world.Books.Mutations.Single(mutation => mutation.InvoiceNumber == "1").Lines[0].CounterAccount);
    }

    [Theory]
    [InlineData("1399", "CMUT001", "MUT_007")]
    [InlineData("8000", "CMUT016", "MUT_011")]
    public async Task Debtor_account_unknown_or_of_another_category_is_held_back_until_another_is_chosen(string account, string code, string restCode)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.ChangeSettingsAsync(settings => settings["debtorAccount"] = account);

        await AssertHeldBackAsync(world, host, Events.Invoice("1"), ApiChoice.Said(code, restCode), other: null);

        await host.ChangeSettingsAsync(settings => settings["debtorAccount"] = "1300");
        await AssertBookedWhenSentAgainAsync(world, host, Events.Invoice("1"));
    }

    [Fact]
    public async Task Number_too_long_with_the_prefix_is_held_back_and_one_that_just_fits_is_booked()
    {
        var (world, host) = await World.StartAsync(settings: World.Settings with { NumberPrefix = "PV-" });
        await using var _ = world;
        var fits = new string('9', 47);

        await AssertHeldBackAsync(world, host, Events.Invoice(fits + "1", id: "long"), "number-too-long", Events.Invoice(fits, id: "fits"));

        Assert.Equal("PV-" + fits, Assert.Single(world.Books.Mutations).InvoiceNumber);
    }

    [Fact]
    public async Task Held_back_invoices_in_one_request_leave_the_others_booked()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.ConnectionReset) { Operation = "AddMutatie", InvoiceNumber = "4" });

        var reply = await host.SendAsync(new JsonArray(
            Events.Invoice("1").With(invoice => invoice["currency"] = "USD"),
            Events.Invoice("2"),
            Events.Invoice("3").With(invoice => invoice["date"] = "2026-02-30"),
            Events.Invoice("4"),
            Events.Invoice("5")));

        Assert.Equal(202, reply.Status);
        Assert.Equal(
            ["needs-attention", "booked", "refused", "accepted", "booked"],
            reply.Results.Select(result => result!["outcome"]!.GetValue<string>()));
    }

    private static JsonObject Exempt(string number) => WithTotals(number, 50m, Events.VatTotal("NL_EXEMPT", 50m, 0m));

    private static JsonObject WithTotals(string number, decimal total, JsonObject vatTotal) => Events.Invoice(number).With(invoice =>
    {
        invoice["total"] = total;
        invoice["vatTotals"] = new JsonArray(vatTotal);
    });

    private static Task<Reply> AssertHeldBackAsync(World world, Host host, JsonObject sent, string code) =>
        AssertHeldBackAsync(world, host, sent, code, Events.Invoice("other"));

    private static async Task<Reply> AssertHeldBackAsync(World world, Host host, JsonObject sent, string code, JsonObject? other)
    {
        var number = sent.NumberOf();
        var reply = await host.SendAsync(sent.DeepClone());

        Assert.Equal((200, "needs-attention", code), (reply.Status, reply.Outcome, reply.ReasonCode));
        var invoice = await host.InvoiceAsync(number);
        Assert.Equal("needs-attention", invoice!["state"]!.GetValue<string>());
        foreach (var reason in new[] { reply.Results[0]!["reason"]!, invoice["reason"]! })
        {
            var texts = new[] { "nl", "en", "actionNl", "actionEn" }.Select(name => reason[name]!.GetValue<string>()).ToList();
            Assert.Equal(4, texts.Distinct().Count());
            Assert.All(texts, text => Assert.Matches("^[^{}?]{10,}$", text));
        }

        if (other is not null)
        {
            Assert.Equal("booked", (await host.SendAsync(other)).Outcome);
        }

        // Held back is held back: no time and no timer sends it.
        await world.PassAsync(host, TimeSpan.FromHours(4), TimeSpan.FromHours(1));
        Assert.Equal("needs-attention", await host.StateAsync(number));
        Assert.DoesNotContain(world.Books.Mutations, mutation => mutation.InvoiceNumber == number);
        Assert.Empty(await host.DueRowsAsync());
        return reply;
    }

    private static async Task AssertBookedWhenSentAgainAsync(World world, Host host, JsonObject sent)
    {
        sent["id"] = "again";
        sent["occurredAt"] = "2026-03-02T12:00:00+01:00";
        Assert.Equal("booked", (await host.SendAsync(sent)).Outcome);
        Assert.Single(world.Books.Mutations, mutation => mutation.InvoiceNumber == sent.NumberOf());
    }
}
