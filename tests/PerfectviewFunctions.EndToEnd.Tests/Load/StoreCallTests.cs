using System.Globalization;
using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Hostile;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Load;

/// <summary>How often the store is called for an invoice: on Azure each call is a network away, and costs money.</summary>
public sealed class StoreCallTests
{
    private static readonly TimeSpan BooksTake = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Invoice_that_waits_for_another_is_stored_and_answered_202_within_three_calls()
    {
        var (world, host, store) = await StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.SlowBefore) { Operation = "AddMutatie", Delay = BooksTake });
        var slow = host.SendAsync(Events.Invoice("2"));
        await Passing.UntilAsync(() => world.Sandbox.Books.Calls.Count("AddMutatie") == 2);
        store.Partitions.Clear();

        var reply = await host.SendAsync(Events.Invoice("3"));

        Assert.Equal(202, reply.Status);
        Assert.InRange(store.Partitions.Count, 1, 3);

        // Who is at it looks once more when he is done.
        world.Clock.Advance(BooksTake);
        Assert.Equal(200, (await slow).Status);
        Assert.Equal(["1", "2", "3"], world.Books.Mutations.Select(booked => booked.InvoiceNumber));
    }

    [Fact]
    public async Task Invoice_is_booked_within_24_calls_and_a_duplicate_costs_four()
    {
        var (world, host, store) = await StartAsync();
        await using var _ = world;
        store.Partitions.Clear();

        await host.SendAsync(Events.Invoice("2"));
        var booking = store.Partitions.Count;
        store.Partitions.Clear();
        await host.SendAsync(Events.Invoice("2"));

        Assert.InRange(booking, 1, 24);
        Assert.InRange(store.Partitions.Count, 1, 4);
    }

    [Fact]
    public async Task Ten_invoices_in_one_request_are_booked_within_151_calls()
    {
        var (world, host, store) = await StartAsync();
        await using var _ = world;
        store.Partitions.Clear();

        var reply = await host.SendAsync(new JsonArray(
            [.. Enumerable.Range(2, 10).Select(number => Events.Invoice(number.ToString(CultureInfo.InvariantCulture)))]));

        Assert.Equal(200, reply.Status);
        Assert.Equal(11, world.Books.Mutations.Count);
        Assert.InRange(store.Partitions.Count, 1, 151);
    }

    /// <summary>A host that has booked an invoice of its tenant: its debtor is known, and a session open.</summary>
    private static async Task<(World World, Host Host, RecordingStore Store)> StartAsync()
    {
        var world = await World.CreateAsync();
        var store = new RecordingStore(world.Rows.Open());
        var host = await world.AddHostAsync(builder => builder.Services.AddSingleton<Core.Storage.IRowStore>(store));
        await world.AddTenantAsync("demo");
        Assert.Equal(200, (await host.SendAsync(Events.Invoice("1"))).Status);
        return (world, host, store);
    }
}
