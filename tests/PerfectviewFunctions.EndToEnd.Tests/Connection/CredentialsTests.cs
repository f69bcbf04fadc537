using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Connection;

/// <summary>Refused credentials are one trouble, not one per invoice.</summary>
public sealed class CredentialsTests
{
    private const string NewCode = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task Wrong_credentials_pause_the_connection_and_invoices_wait_without_a_call_each()
    {
        var (world, host) = await StartRefusedAsync();
        await using var _ = world;

        var batch = await host.SendAsync(new JsonArray([.. Enumerable.Range(1, 20).Select(i => Events.Invoice($"N{i}"))]));
        var single = await host.SendAsync(Events.Invoice("S"));
        await world.PassMinutesAsync(host, 29);

        Assert.Equal(202, batch.Status);
        Assert.All(batch.Results, result => Assert.Equal("accepted", result!["outcome"]!.GetValue<string>()));
        Assert.Equal((202, "accepted"), (single.Status, single.Outcome));
        Assert.Equal(ApiChoice.Said<IEnumerable<string>>(["AddMutatie", "OpenSession"], ["OpenSession"]), world.Sandbox.Books.Calls.Log.Select(call => call.Operation));
        Assert.Single(host.Logs.Lines, line => line.Contains("is paused", StringComparison.Ordinal));
        Assert.Single(world.Books.Mutations);
    }

    [Fact]
    public async Task Paused_connection_is_probed_every_half_hour_with_one_call_and_resumes_when_it_is_taken()
    {
        var (world, host) = await StartRefusedAsync(forNow: true);
        await using var _ = world;
        await host.SendAsync(new JsonArray(Events.Invoice("1"), Events.Invoice("2"), Events.Invoice("3")));
        world.Sandbox.Books.Calls.Clear();

        await world.PassMinutesAsync(host, 95);
        Assert.Equal(["OpenSession", "OpenSession", "OpenSession"], world.Sandbox.Books.Calls.Log.Select(call => call.Operation));

        world.TakeAgain();
        await world.PassMinutesAsync(host, 30);

        foreach (var number in new[] { "1", "2", "3" })
        {
            Assert.Equal("booked", await host.StateAsync(number));
        }

        Assert.Equal(4, world.Books.Mutations.Count);
        await world.PassMinutesAsync(host, 10);
        Assert.Empty(await host.DueRowsAsync());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    public async Task Paused_connection_resumes_when_the_credentials_change(int minutesLater)
    {
        var (world, host) = await StartRefusedAsync();
        await using var _ = world;
        await host.SendAsync(new JsonArray(Events.Invoice("1"), Events.Invoice("2")));
        await world.PassMinutesAsync(host, minutesLater);

        await host.SetCredentialsAsync(new BookkeepingCredentials.Soap(SandboxDemo.UserName, NewCode, SandboxDemo.SecurityCode2));
        var next = await host.SendAsync(Events.Invoice("3"));

        Assert.Equal((200, "booked"), (next.Status, next.Outcome));
        await world.PassMinutesAsync(host, 1);
        Assert.Equal(("booked", "booked"), (await host.StateAsync("1"), await host.StateAsync("2")));
        Assert.Equal(4, world.Books.Mutations.Count);
    }

    [Fact]
    public async Task Credentials_refused_between_the_debtor_and_the_booking_leave_an_intent_that_is_sent_later()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Refuse) { Operation = "AddMutatie", Code = RefusedUsers.Refusal });

        var reply = await host.SendAsync(Events.Invoice("1"));

        Assert.Equal((202, "accepted"), (reply.Status, reply.Outcome));
        var invoice = await host.InvoiceAsync("1");
        Assert.Equal(("booking", "connection-paused"), (invoice!["state"]!.GetValue<string>(), invoice["reason"]!["code"]!.GetValue<string>()));
        await world.PassMinutesAsync(host, 31);
        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Single(world.Books.Mutations);
        Assert.Single(world.Books.Relations);
    }

    [Fact]
    public async Task Credentials_refused_during_recovery_leave_the_invoice_uncertain_until_they_are_taken()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.CommitLater) { Operation = "AddMutatie", Delay = TimeSpan.FromSeconds(60) });
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Refuse) { Operation = "GetMutaties", Code = ApiChoice.Said("E001.5", "SECURITY_003") });
        await host.SendAsync(Events.Invoice("1"));

        await world.PassMinutesAsync(host, 20);
        Assert.Equal("uncertain", await host.StateAsync("1"));
        await world.PassMinutesAsync(host, 30);

        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Equal(1, world.Sandbox.Books.Calls.Count("AddMutatie"));
    }

    [Fact]
    public async Task Tenant_with_refused_credentials_does_not_hold_up_another_of_the_same_administration()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.AddUser("second", NewCode, world.Books.SecurityCode2);
        await world.PlantTenantAsync("other", credentials: new BookkeepingCredentials.Soap("second", NewCode, SandboxDemo.SecurityCode2));
        world.Refuse(NewCode);

        Assert.Equal("accepted", (await host.SendAsync(Events.Invoice("1"))).Outcome);
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("2"), "other")).Outcome);
    }

    /// <summary>A booked invoice and a known debtor, then security code 1 changed in the books or the tokens revoked; no session is left.</summary>
    /// <param name="forNow">Whether they are taken again.</param>
    private static async Task<(World World, Host Host)> StartRefusedAsync(bool forNow = false)
    {
        var (world, host) = await World.StartAsync();
        await host.SendAsync(Events.Invoice("first"));
        if (forNow)
        {
            world.RefuseForNow(NewCode);
        }
        else
        {
            world.Refuse(NewCode);
        }

        await world.PassMinutesAsync(host, 25);
        world.Sandbox.Books.Calls.Clear();
        return (world, host);
    }
}
