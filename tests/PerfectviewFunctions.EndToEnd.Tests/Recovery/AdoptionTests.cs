using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Recovery;

/// <summary>A booking that was made is recognised by what was sent, whatever changed meanwhile and however the open list shows it.</summary>
public sealed class AdoptionTests
{
    public static TheoryData<string> Changes => ["prefix", "mapping", "debtor account", "debtor link", "bookings off", "start date", "all"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Booking_is_adopted_as_it_was_sent_when_the_settings_changed_in_between(string change)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.CommitLater) { Operation = "AddMutatie", Delay = TimeSpan.FromSeconds(100) });
        Assert.Equal("accepted", (await host.SendAsync(Events.Invoice("1"))).Outcome);

        await ChangeAsync(host, change);
        await world.PassMinutesAsync(host, 10);

        await AssertBookedAsSentAsync(world, host);
        Assert.Equal(1, world.Sandbox.Books.Calls.Count("AddMutatie"));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Booking_proven_absent_is_sent_again_as_it_was_when_the_settings_changed_in_between(string change)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.ConnectionReset) { Operation = "AddMutatie" });
        Assert.Equal("accepted", (await host.SendAsync(Events.Invoice("1"))).Outcome);

        await ChangeAsync(host, change);
        await world.PassMinutesAsync(host, 10);

        await AssertBookedAsSentAsync(world, host);
        Assert.Equal(2, world.Sandbox.Books.Calls.Count("AddMutatie"));
    }

    [Fact]
    public async Task Invoice_totalling_nothing_never_stands_in_the_open_list_and_is_adopted_after_the_wait()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.AnswerLost) { Operation = "AddMutatie" });

        var reply = await host.SendAsync(Events.Invoice("1").With(invoice =>
        {
            invoice["total"] = 0m;
            invoice["vatTotals"] = new JsonArray(Events.VatTotal("NL_HIGH", 100m, 21m, 21), Events.VatTotal("NL_EXEMPT", -121m, 0m));
        }));

        Assert.Equal((202, "accepted"), (reply.Status, reply.Outcome));
        Assert.Empty(world.Books.OpenDebtors());
        await world.PassMinutesAsync(host, 5);
        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Equal(0m, Assert.Single(world.Books.Mutations).Total);
        Assert.Equal(1, world.Sandbox.Books.Calls.Count("AddMutatie"));
    }

    [Theory]
    [InlineData(CreditForm.Negative, true)]
    [InlineData(CreditForm.Positive, true)]
    [InlineData(CreditForm.Absent, false)]
    public async Task Credit_is_adopted_however_the_open_list_shows_it(CreditForm form, bool atOnce)
    {
        var (world, host) = await World.StartAsync(new SandboxSwitches { Credits = form });
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.AnswerLost) { Operation = "AddMutatie" });
        var credit = Events.Invoice("C1", -100m);
        credit["type"] = "invoice.credited";
        credit.InvoiceOf()["creditOf"] = "1";

        var reply = await host.SendAsync(credit);

        Assert.Equal(atOnce ? "booked" : "accepted", reply.Outcome);
        await world.PassMinutesAsync(host, 5);
        Assert.Equal("booked", await host.StateAsync("C1"));
        Assert.Equal(-121m, Assert.Single(world.Books.Mutations).Total);
        Assert.Equal(1, world.Sandbox.Books.Calls.Count("AddMutatie"));
    }

    [Fact]
    public async Task Booking_already_paid_by_then_is_adopted_beside_its_payment()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.CommitLater) { Operation = "AddMutatie", Delay = TimeSpan.FromSeconds(30) });
        await host.SendAsync(Events.Invoice("1"));

        await world.PassMinutesAsync(host, 1);
        Assert.IsType<PaymentResult.Registered>(world.Books.RegisterPayment("1", 121m));
        await world.PassMinutesAsync(host, 5);

        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Equal(1, world.Sandbox.Books.Calls.Count("AddMutatie"));
    }

    private static async Task ChangeAsync(Host host, string change)
    {
        if (change is "prefix" or "all")
        {
            await host.ChangeSettingsAsync(settings => settings["numberPrefix"] = "NEW-");
        }

        if (change is "mapping" or "all")
        {
            await host.ChangeMappingAsync(rows => rows["NL_HIGH"]!["account"] = "8090");
        }

        if (change is "debtor account" or "all")
        {
            await host.ChangeSettingsAsync(settings => settings["debtorAccount"] = "1301");
        }

        if (change is "bookings off" or "all")
        {
            await host.ChangeSettingsAsync(settings => settings["bookingsOn"] = false);
        }

        if (change is "start date" or "all")
        {
            await host.ChangeSettingsAsync(settings => settings["bookingsFrom"] = "2027-01-01");
        }

        if (change is "debtor link" or "all")
        {
            await host.ChangeDebtorCodeAsync("K100", "ANOTHER");
        }
    }

    private static async Task AssertBookedAsSentAsync(World world, Host host)
    {
        var booked = Assert.Single(world.Books.Mutations);
        Assert.Equal(("1", "K100", "1300", "8000"), (booked.InvoiceNumber, booked.RelationCode, booked.Account, booked.Lines[0].CounterAccount));
        var invoice = await host.InvoiceAsync("1");
        Assert.Equal(("booked", booked.Number), (invoice!["state"]!.GetValue<string>(), invoice["mutationNumber"]!.GetValue<long>()));
        Assert.Empty(await host.DueRowsAsync());
    }
}
