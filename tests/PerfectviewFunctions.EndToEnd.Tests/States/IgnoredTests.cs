using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.States;

/// <summary>What need not be booked is not, and stays visible with the reason.</summary>
public sealed class IgnoredTests
{
    [Fact]
    public async Task Bookings_switched_off_ignore_the_invoice_without_a_call()
    {
        var (world, host) = await World.StartAsync(settings: World.Settings with { BookingsOn = false });
        await using var _ = world;

        await AssertIgnoredAsync(world, host, Events.Invoice("1"), "bookings-switched-off");

        await host.ChangeSettingsAsync(settings => settings["bookingsOn"] = true);
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("1", id: "again", occurredAt: "2026-03-02T10:00:00+01:00"))).Outcome);
    }

    [Fact]
    public async Task Invoice_dated_before_the_start_is_ignored_and_one_of_that_day_booked()
    {
        var (world, host) = await World.StartAsync(settings: World.Settings with { BookingsFrom = new DateOnly(2026, 3, 2) });
        await using var _ = world;

        await AssertIgnoredAsync(world, host, Events.Invoice("1").With(invoice => invoice["date"] = "2026-03-01"), "before-start-date");
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("2"))).Outcome);
    }

    [Fact]
    public async Task Invoice_with_nothing_to_book_is_ignored_without_a_call()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        await AssertIgnoredAsync(
            world,
            host,
            Events.Invoice("1").With(invoice =>
            {
                invoice["total"] = 0m;
                invoice["vatTotals"] = new JsonArray(Events.VatTotal("NL_HIGH", 0m, 0m, 21));
            }),
            "nothing-to-book");
    }

    private static async Task AssertIgnoredAsync(World world, Host host, JsonObject sent, string code)
    {
        var reply = await host.SendAsync(sent);

        Assert.Equal((200, "ignored", code), (reply.Status, reply.Outcome, reply.ReasonCode));
        var invoice = await host.InvoiceAsync(sent.NumberOf());
        Assert.Equal(("ignored", code), (invoice!["state"]!.GetValue<string>(), invoice["reason"]!["code"]!.GetValue<string>()));
        Assert.Equal(0, world.Sandbox.Books.Calls.Total);
        await world.PassMinutesAsync(host, 7);
        Assert.Empty(await host.DueRowsAsync());
    }
}
