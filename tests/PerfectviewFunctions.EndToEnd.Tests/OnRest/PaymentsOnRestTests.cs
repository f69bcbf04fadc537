using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.OnRest;

/// <summary>Payments read by the REST API.</summary>
public sealed class PaymentsOnRestTests
{
    [Fact]
    public async Task Status_follows_the_books_through_partial_payment_full_payment_and_reversal()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1", "F2");

        await world.ReadAsync(host);
        Assert.Equal(("Open 0.00 121.00", "GetOpenPosten"), (await host.PaidAsync("F1"), world.CallsSinceLast()));

        world.Pay("F1", 50m);
        await world.ReadAsync(host);
        Assert.Equal(("PartlyPaid 50.00 71.00", "GetOpenPosten"), (await host.PaidAsync("F1"), world.CallsSinceLast()));

        world.Pay("F1", 71m);
        await world.ReadAsync(host);
        Assert.Equal("Paid 121.00 0.00", await host.PaidAsync("F1"));

        world.Reverse("F1", 71m);
        await world.ReadAsync(host);
        Assert.Equal("Reopened 50.00 71.00", await host.PaidAsync("F1"));
        Assert.Equal("Open 0.00 121.00", await host.PaidAsync("F2"));
    }

    [Fact]
    public async Task One_payment_of_two_invoices_settles_both()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1", "F2");
        await world.ReadAsync(host);

        world.Books.RegisterCombinedPayment([new PaymentPart("F1", Total), new PaymentPart("F2", Total)], "F1,F2");
        await world.ReadAsync(host);

        Assert.StartsWith("Paid ", await host.PaidAsync("F1"), StringComparison.Ordinal);
        Assert.StartsWith("Paid ", await host.PaidAsync("F2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Booking_that_somebody_removed_is_told()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1", "F2");
        await world.ReadAsync(host);

        world.Books.DeleteMutation(world.Books.Mutations.Single(booked => booked.InvoiceNumber == "F1").Number);
        await world.ReadAsync(host);

        Assert.StartsWith("Removed", await host.PaidAsync("F1"), StringComparison.Ordinal);
        Assert.Equal("Open 0.00 121.00", await host.PaidAsync("F2"));
    }

    [Fact]
    public async Task Reading_that_fails_changes_nothing()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        await world.ReadAsync(host);
        world.Pay("F1", Total);
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Truncated) { Operation = "GetOpenPosten" });

        await world.ReadAsync(host);

        Assert.Equal("Open 0.00 121.00", await host.PaidAsync("F1"));
    }

    private static Task<(World World, Host Host)> StartAsync() =>
        World.StartAsync(new SandboxSwitches { SessionLifetime = TimeSpan.FromDays(30) }, PaymentsOn, api: BookkeepingApi.Rest);
}
