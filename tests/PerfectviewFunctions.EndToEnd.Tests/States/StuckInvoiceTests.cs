using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.States;

/// <summary>An invoice that can't be worked on, whatever is the matter with it, stays alone with its trouble.</summary>
public sealed class StuckInvoiceTests
{
    private static readonly string Demo = Partition.Of(TenantId.Parse("demo"));

    [Theory]
    [InlineData("body:evt-2", "unexpected")]
    [InlineData("event:evt-2", "unexpected")]
    [InlineData("invoice:2", null)]
    public async Task Invoice_that_misses_a_row_is_set_aside_and_the_others_are_booked(string missing, string? reason)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Throttled) { Operation = "GetRelaties", Times = 3 });
        var sent = new JsonArray(Events.Invoice("1"), Events.Invoice("2"), Events.Invoice("3"));
        Assert.Equal(202, (await host.SendAsync(sent)).Status);
        await host.DeleteRowAsync(Demo, missing);

        await world.PassMinutesAsync(host, 3);
        var later = await host.SendAsync(Events.Invoice("4"));

        Assert.Equal("booked", later.Outcome);
        Assert.Equal(("booked", "booked"), (await host.StateAsync("1"), await host.StateAsync("3")));
        Assert.Equal(
            ["1", "3", "4"],
            world.Books.Mutations.Select(mutation => mutation.InvoiceNumber).Where(number => number != "2").Order(StringComparer.Ordinal));
        Assert.Equal(reason, (await host.InvoiceAsync("2"))?["reason"]!["code"]!.GetValue<string>());
        Assert.NotEqual(0, Failures(host));

        // Not tried every minute, and not forgotten either.
        var failures = Failures(host);
        await world.PassMinutesAsync(host, 240);
        Assert.InRange(Failures(host) - failures, 3, 12);
        Assert.NotEmpty(await host.DueRowsAsync());
        Assert.InRange(world.Books.Mutations.Count(mutation => mutation.InvoiceNumber == "2"), 0, 1);
    }

    [Fact]
    public async Task Damaged_invoice_is_set_aside_and_booked_once_when_it_is_mended()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.CommitLater) { Operation = "AddMutatie", Delay = TimeSpan.FromSeconds(60) });
        await host.SendAsync(Events.Invoice("1"));
        var sound = (await host.RowsAsync(Demo, "invoice:"))[0].Values.ToDictionary();
        var name = sound.Keys.Single(key => sound[key] is byte[] && key.StartsWith("facts", StringComparison.Ordinal));
        await host.ChangeRowAsync(Demo, "invoice:1", values => values[name] = "{"u8.ToArray());

        await world.PassMinutesAsync(host, 30);
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("2"))).Outcome);

        await host.ChangeRowAsync(Demo, "invoice:1", values => values[name] = sound[name]);
        await world.PassMinutesAsync(host, 70);
        Assert.Equal("booked", await host.StateAsync("1"));
        Assert.Equal(2, world.Books.Mutations.Count);
        Assert.Equal(2, world.Sandbox.Books.Calls.Count("AddMutatie") - ExpiredSessions(world));
    }

    private static int ExpiredSessions(World world) =>
        world.Sandbox.Books.Calls.Log.Count(call => call.Operation == "AddMutatie" && call.Outcome.StartsWith("E002", StringComparison.Ordinal));

    private static int Failures(Host host) =>
        host.Logs.Lines.Count(line => line.Contains("invoice 2 of demo failed", StringComparison.Ordinal));
}
