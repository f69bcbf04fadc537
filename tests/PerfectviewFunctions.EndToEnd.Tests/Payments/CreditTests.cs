using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;
using static PerfectviewFunctions.EndToEnd.Tests.Support.Payments;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments;

/// <summary>Credit invoices, in each of the ways in which the books may list them.</summary>
public sealed class CreditTests
{
    [Theory]
    [InlineData(CreditForm.Negative)]
    [InlineData(CreditForm.Positive)]
    public async Task Credit_that_is_listed_is_followed_in_negative_amounts(CreditForm form)
    {
        var (world, host) = await StartAsync(new SandboxSwitches { Credits = form });
        await using var _ = world;
        await BookCreditAsync(world, host);

        await world.ReadAsync(host);
        Assert.Equal("Open 0.00 -121.00", await host.PaidAsync("C1"));

        world.Pay("C1", -21m);
        await world.ReadAsync(host);
        Assert.Equal("PartlyPaid -21.00 -100.00", await host.PaidAsync("C1"));

        Assert.IsType<SettlementResult.Settled>(world.Books.SettleCredit("C1", "F1"));
        await world.ReadAsync(host);
        Assert.Equal(("Paid -121.00 0.00", "PartlyPaid 100.00 21.00"), (await host.PaidAsync("C1"), await host.PaidAsync("F1")));
    }

    [Fact]
    public async Task Credit_that_the_list_never_showed_is_not_tracked_and_never_looked_up()
    {
        var (world, host) = await StartAsync(new SandboxSwitches { Credits = CreditForm.Absent });
        await using var _ = world;
        await BookCreditAsync(world, host);

        await world.ReadAsync(host);
        Assert.Equal(("CreditsNotTracked - -", "GetOpenPosten"), (await host.PaidAsync("C1"), world.CallsSinceLast()));

        world.Books.SettleCredit("C1", "F1");
        await world.ReadAsync(host);
        Assert.Equal(("CreditsNotTracked - -", "Paid 121.00 0.00"), (await host.PaidAsync("C1"), await host.PaidAsync("F1")));

        await host.SendAsync(Events.Invoice("F2"));
        world.Sandbox.Books.Switches = world.Sandbox.Books.Switches with { Credits = CreditForm.Negative };
        world.Reverse("C1", -121m);
        await world.ReadAsync(host);
        Assert.Equal("Open 0.00 -121.00", await host.PaidAsync("C1"));
    }

    private static async Task BookCreditAsync(World world, Host host)
    {
        await world.BookAsync(host, "F1");
        var credit = Events.Invoice("C1", -100m);
        credit["type"] = "invoice.credited";
        Assert.Equal("booked", (await host.SendAsync(credit)).Outcome);
        world.Sandbox.Books.Calls.Clear();
    }
}
