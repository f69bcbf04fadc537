using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Connection;

/// <summary>A booking once sent to one administration never goes to another.</summary>
public sealed class AdministrationChangedTests
{
    private static readonly BookkeepingCredentials.Soap Second =
        new(SandboxDemo.UserName, SandboxDemo.SecurityCode1, SandboxDemo.SecondSecurityCode2);

    [Theory]
    [InlineData(FaultKind.ConnectionReset, "uncertain")]
    [InlineData(FaultKind.CommitLater, "uncertain")]
    [InlineData(FaultKind.Throttled, "booking")]
    public async Task Invoice_with_an_intent_waits_visibly_until_the_old_link_is_back(FaultKind kind, string state)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var second = world.Sandbox.Books.Administration(SandboxDemo.SecondAdministrationName);
        world.Sandbox.Books.Faults.Add(new Fault(kind) { Operation = "AddMutatie", Delay = TimeSpan.FromSeconds(30) });
        Assert.Equal("accepted", (await host.SendAsync(Events.Invoice("1"))).Outcome);

        await host.LinkToAsync(Second);
        await world.PassAsync(host, TimeSpan.FromDays(3), TimeSpan.FromHours(2));
        var other = await host.SendAsync(Events.Invoice("2"));

        Assert.Equal("booked", other.Outcome);
        Assert.Equal("2", Assert.Single(second.Mutations).InvoiceNumber);
        var waiting = await host.InvoiceAsync("1");
        Assert.Equal((state, "administration-changed"), (waiting!["state"]!.GetValue<string>(), waiting["reason"]!["code"]!.GetValue<string>()));

        await host.LinkToAsync(DemoTenant.Credentials);
        await world.PassMinutesAsync(host, 70);

        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Equal("1", Assert.Single(world.Books.Mutations).InvoiceNumber);
        Assert.Single(second.Mutations);
    }

    /// <summary>The secret is changed before the tenant's row, as by a settings page that dies in between or a cache that lags.</summary>
    [Fact]
    public async Task Credentials_of_another_administration_than_the_tenants_are_not_used()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var second = world.Sandbox.Books.Administration(SandboxDemo.SecondAdministrationName);
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "AddMutatie" });
        await host.SendAsync(Events.Invoice("1"));

        await host.SetCredentialsAsync(Second);
        Assert.Equal("accepted", (await host.SendAsync(Events.Invoice("2"))).Outcome);
        await world.PassMinutesAsync(host, 30);

        Assert.Empty(second.Mutations);
        Assert.Empty(second.Relations);
        await host.SetCredentialsAsync(DemoTenant.Credentials);
        await world.PassMinutesAsync(host, 70);
        Assert.Equal(("booked", "booked"), (await host.StateAsync("1"), await host.StateAsync("2")));
        Assert.Equal(2, world.Books.Mutations.Count);
    }
}
