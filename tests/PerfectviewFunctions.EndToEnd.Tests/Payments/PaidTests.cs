using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments;

/// <summary>What the hourly reading makes of payments, refunds and reversals in the books.</summary>
public sealed class PaidTests
{
    [Fact]
    public async Task Status_follows_the_books_through_partial_payment_full_payment_reversal_and_payment_again()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        Assert.Equal("NotRead - 121.00", await host.PaidAsync("F1"));

        await world.ReadAsync(host);
        Assert.Equal(("Open 0.00 121.00", "GetOpenPosten"), (await host.PaidAsync("F1"), world.CallsSinceLast()));

        world.Pay("F1", 50m);
        await world.ReadAsync(host);
        Assert.Equal(("PartlyPaid 50.00 71.00", "GetOpenPosten"), (await host.PaidAsync("F1"), world.CallsSinceLast()));

        world.Pay("F1", 71m);
        await world.ReadAsync(host);
        Assert.Equal(("Paid 121.00 0.00", "GetOpenPosten GetMutaties"), (await host.PaidAsync("F1"), world.CallsSinceLast()));
        Assert.Equal(DateOnly.FromDateTime(world.Clock.GetUtcNow().UtcDateTime), (await host.PaymentAsync("F1")).Status.PaidOn);

        world.Reverse("F1", 71m);
        await world.ReadAsync(host);
        Assert.Equal(("Reopened 50.00 71.00", "GetOpenPosten"), (await host.PaidAsync("F1"), world.CallsSinceLast()));

        await world.ReadAsync(host);
        Assert.Equal("Reopened 50.00 71.00", await host.PaidAsync("F1"));

        world.Pay("F1", 71m);
        await world.ReadAsync(host);
        Assert.Equal("Paid 121.00 0.00", await host.PaidAsync("F1"));

        var payment = await host.PaymentAsync("F1");
        Assert.Equal(5, payment.Revision);
        Assert.Equal(
            [PaymentState.Reopened, PaymentState.Paid, PaymentState.PartlyPaid, PaymentState.Open, PaymentState.NotRead],
            payment.Earlier.Select(status => status.State));
    }

    [Fact]
    public async Task Overpayment_shows_with_the_opposite_sign_and_a_refund_settles_it()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");

        world.Pay("F1", 130m);
        await world.ReadAsync(host);
        Assert.Equal("Overpaid 130.00 -9.00", await host.PaidAsync("F1"));

        world.Pay("F1", -9m);
        await world.ReadAsync(host);
        Assert.Equal("Paid 121.00 0.00", await host.PaidAsync("F1"));
    }

    [Fact]
    public async Task Invoice_that_was_never_seen_open_is_paid_only_if_a_payment_shows()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1", "F2");

        world.Pay("F1", Total);
        world.Sandbox.Books.Switches = world.Sandbox.Books.Switches with { MaxOpenItems = 0 };
        await world.ReadAsync(host);

        Assert.Equal("GetOpenPosten GetMutaties GetMutaties", world.CallsSinceLast());
        Assert.Equal("Paid 121.00 0.00", await host.PaidAsync("F1"));
        Assert.Equal("ClosedNotVerified - -", await host.PaidAsync("F2"));

        await world.ReadAsync(host);
        Assert.Equal("GetOpenPosten", world.CallsSinceLast());
    }

    [Fact]
    public async Task Invoice_of_nothing_is_never_looked_for()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var lines = Events.Invoice("F1", 0m).With(invoice => invoice["vatTotals"] = new System.Text.Json.Nodes.JsonArray(
            Events.VatTotal("NL_HIGH", 100m, 21m, 21), Events.VatTotal("NL_EXEMPT", -121m, 0m)));
        Assert.Equal("booked", (await host.SendAsync(lines)).Outcome);
        world.Sandbox.Books.Calls.Clear();

        await world.ReadAsync(host);

        Assert.Equal(("NothingToCollect - 0.00", "GetOpenPosten"), (await host.PaidAsync("F1"), world.CallsSinceLast()));
    }

    [Fact]
    public async Task Invoice_booked_less_than_two_minutes_before_the_list_is_left_for_the_next()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.ReadAsync(host);
        world.Clock.Advance(TimeSpan.FromMinutes(58) + TimeSpan.FromSeconds(1));
        await world.BookAsync(host, "F1");
        world.Pay("F1", Total);

        world.Clock.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromSeconds(59));
        await host.SyncPaymentsAsync();
        Assert.Equal("NotRead - 121.00", await host.PaidAsync("F1"));

        await world.ReadAsync(host);
        Assert.Equal("Paid 121.00 0.00", await host.PaidAsync("F1"));
    }
}
