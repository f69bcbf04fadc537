using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Walks;

/// <summary>What random walks once found, each taken the shortest way.</summary>
public sealed class FoundByWalksTests
{
    /// <summary>Of a payment of several invoices the books may show only what stands under its first number.</summary>
    [Fact]
    public async Task Part_of_what_was_paid_is_not_told_as_all_of_it()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1", "F2");
        await world.ReadAsync(host);
        world.Pay("F1", 50m);
        Assert.IsType<PaymentResult.Registered>(world.Books.RegisterCombinedPayment([new PaymentPart("F2", 10m), new PaymentPart("F1", 71m)]));

        await world.ReadAsync(host);

        Assert.Equal(("Paid - 0.00", "PartlyPaid 10.00 111.00"), (await host.PaidAsync("F1"), await host.PaidAsync("F2")));
        Assert.Null((await host.PaymentAsync("F1")).Status.PaidOn);
    }

    [Fact]
    public async Task Invoice_of_nothing_that_was_paid_and_paid_back_leaves_nothing_to_collect()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var nothing = Events.Invoice("F1", 0m).With(invoice => invoice["vatTotals"] = new JsonArray(
            Events.VatTotal("NL_HIGH", 100m, 21m, 21), Events.VatTotal("NL_EXEMPT", -121m, 0m)));
        Assert.Equal("booked", (await host.SendAsync(nothing)).Outcome);
        world.Pay("F1", 20m);
        await world.ReadAsync(host);
        Assert.Equal("Overpaid 20.00 -20.00", await host.PaidAsync("F1"));

        world.Pay("F1", -20m);
        await world.ReadAsync(host);

        Assert.Equal("NothingToCollect - 0.00", await host.PaidAsync("F1"));
    }

    [Fact]
    public async Task Refund_of_what_was_never_paid_is_no_part_of_a_payment()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");

        world.Pay("F1", -5m);
        await world.ReadAsync(host);

        Assert.Equal("Open -5.00 126.00", await host.PaidAsync("F1"));
    }
}
