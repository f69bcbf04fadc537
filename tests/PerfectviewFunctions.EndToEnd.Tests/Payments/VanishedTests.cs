using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments;

/// <summary>No invoice is called paid because its row was missing.</summary>
public sealed class VanishedTests
{
    private static readonly string[] Ten = [.. Enumerable.Range(1, 10).Select(number => $"F{number}")];

    [Fact]
    public async Task Few_that_leave_a_whole_list_are_paid_though_no_payment_shows()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, Ten);
        await world.ReadAsync(host);

        world.Sandbox.Books.Switches = world.Sandbox.Books.Switches with { MaxOpenItems = 6 };
        await world.ReadAsync(host);

        Assert.Equal(
            ["Paid - 0.00", "Paid - 0.00", "Paid - 0.00", "Paid - 0.00"],
            [await host.PaidAsync("F7"), await host.PaidAsync("F8"), await host.PaidAsync("F9"), await host.PaidAsync("F10")]);
    }

    [Fact]
    public async Task Many_that_leave_together_are_paid_only_if_a_payment_shows_and_open_again_when_they_are_back()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, Ten);
        await world.ReadAsync(host);
        world.Pay("F10", Total);

        world.Sandbox.Books.Switches = world.Sandbox.Books.Switches with { MaxOpenItems = 5 };
        await world.ReadAsync(host);
        Assert.Equal(("Paid 121.00 0.00", "ClosedNotVerified - -"), (await host.PaidAsync("F10"), await host.PaidAsync("F9")));

        world.Sandbox.Books.Switches = world.Sandbox.Books.Switches with { MaxOpenItems = null };
        await world.ReadAsync(host);
        Assert.Equal(("Paid 121.00 0.00", "Reopened 0.00 121.00"), (await host.PaidAsync("F10"), await host.PaidAsync("F9")));
    }

    [Theory]
    [InlineData(FaultKind.Truncated)]
    [InlineData(FaultKind.Malformed)]
    [InlineData(FaultKind.Http500After)]
    [InlineData(FaultKind.ConnectionReset)]
    [InlineData(FaultKind.Throttled)]
    [InlineData(FaultKind.Refuse)]
    public async Task List_that_did_not_come_in_whole_changes_nothing_and_is_asked_for_again_within_minutes(FaultKind kind)
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1", "F2");
        await world.ReadAsync(host);
        world.Pay("F1", Total);
        world.Pay("F2", 50m);

        world.Sandbox.Books.Faults.Add(new Fault(kind) { Operation = "GetOpenPosten" });
        await world.ReadAsync(host);
        Assert.Equal(("Open 0.00 121.00", "Open 0.00 121.00"), (await host.PaidAsync("F1"), await host.PaidAsync("F2")));

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.SyncPaymentsAsync();
        Assert.Equal(("Paid 121.00 0.00", "PartlyPaid 50.00 71.00"), (await host.PaidAsync("F1"), await host.PaidAsync("F2")));
    }

    [Fact]
    public async Task Look_up_that_fails_leaves_the_status_as_it_was_until_one_succeeds()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        await world.BookAsync(host, "F1");
        await world.ReadAsync(host);
        world.Pay("F1", Total);

        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Truncated) { Operation = "GetMutaties" });
        await world.ReadAsync(host);
        Assert.Equal("Open 0.00 121.00", await host.PaidAsync("F1"));

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.SyncPaymentsAsync();
        Assert.Equal("Paid 121.00 0.00", await host.PaidAsync("F1"));
    }
}
