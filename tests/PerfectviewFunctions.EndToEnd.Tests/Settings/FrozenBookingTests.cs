using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Settings;

/// <summary>Whatever is changed while an invoice is on its way: what was sent once is what is looked up and sent again.</summary>
public sealed class FrozenBookingTests
{
    [Theory]
    [InlineData(FaultKind.CommitLater, "uncertain", 1)]
    [InlineData(FaultKind.ConnectionReset, "uncertain", 2)]
    [InlineData(FaultKind.Throttled, "booking", 2)]
    public async Task Changes_meanwhile_do_not_touch_it(FaultKind kind, string state, int sends)
    {
        await using var scene = await SettingsScene.StartAsync(new TenantSettings { BookingsOn = true, NumberPrefix = "A-" });
        scene.World.Books.AddLedgerAccount("1310", "Debiteuren buitenland", "DEB");
        scene.World.Sandbox.Books.Faults.Add(new Fault(kind) { Operation = "AddMutatie", Delay = TimeSpan.FromSeconds(100) });
        await scene.Host.SendAsync(Events.Invoice("1"));
        Assert.Equal(state, await scene.Host.StateAsync("1"));

        var changed = await scene.PatchAsync(new JsonObject
        {
            ["numberPrefix"] = "B-",
            ["debtorAccount"] = "1310",
            ["description"] = "anders {number}",
            ["paymentTermDays"] = 60,
            ["bookingsOn"] = false,
            ["bookingsFrom"] = "2040-01-01",
        });
        var mapped = await scene.PutAsync([SettingsScene.Row("NL_HIGH", "AFW_VERK", "8090")]);
        await scene.World.PassMinutesAsync(scene.Host, 8);
        await scene.World.PassAsync(scene.Host, TimeSpan.FromHours(3), TimeSpan.FromHours(1));

        Assert.Equal((200, 200), (changed.Status, mapped.Status));
        Assert.Equal("booked", await scene.Host.StateAsync("1"));
        Assert.Equal(sends, scene.World.Sandbox.Books.Calls.Count("AddMutatie"));
        var booked = Assert.Single(scene.World.Books.Mutations);
        Assert.Equal(("A-1", "1300", "14"), (booked.InvoiceNumber, booked.Account, booked.PaymentTerm));
        Assert.Equal("1 Bakkerij De Korenbloem", booked.Description);
        Assert.Equal([(100m, 21m, "HOOG_VERK_21", "8000")], booked.Lines.Select(line => (line.Net, line.Vat, line.VatCode, line.CounterAccount)));
    }

    [Fact]
    public async Task Invoice_that_waits_without_a_booking_takes_the_new_choices()
    {
        await using var scene = await SettingsScene.StartAsync();
        scene.World.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "GetRelaties", Times = 1 });
        await scene.Host.SendAsync(Events.Invoice("1"));
        Assert.Equal("received", await scene.Host.StateAsync("1"));

        await scene.PutAsync([SettingsScene.Row("NL_HIGH", "HOOG_VERK_21", "8090")]);
        await scene.World.PassMinutesAsync(scene.Host, 5);

        Assert.Equal("8090", Assert.Single(Assert.Single(scene.World.Books.Mutations).Lines).CounterAccount);
    }
}
