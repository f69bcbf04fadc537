using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Sharing;

/// <summary>Two tenants, told apart by their prefixes, book in one administration.</summary>
public sealed class SharedAdministrationTests
{
    [Fact]
    public async Task Invoice_1_of_each_tenant_is_booked_under_its_prefix()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;

        var a = await host.SendAsync(Events.Invoice("1"), "a");
        var b = await host.SendAsync(Events.Invoice("1", 200m), "b");

        Assert.Equal(("booked", "booked"), (a.Outcome, b.Outcome));
        Assert.Equal(
            [("A-1", 121m), ("B-1", 242m)], world.Books.Mutations.Select(mutation => (mutation.InvoiceNumber, mutation.Total)));
        Assert.All(world.Books.Mutations, mutation => Assert.Equal("1", mutation.PaymentReference));
        Assert.Equal(a.MutationNumber, (await host.InvoiceAsync("1", "a"))!["mutationNumber"]!.GetValue<long>());
        Assert.Equal(b.MutationNumber, (await host.InvoiceAsync("1", "b"))!["mutationNumber"]!.GetValue<long>());
        Assert.Equal(["a 1", "b 1"], (await RowsOfAdministrationAsync(host, "claim:")).Select(row => row.Values.Text("owner")));
    }

    [Fact]
    public async Task Debtor_of_both_tenants_is_created_once()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;

        await host.SendAsync(Events.Invoice("1"), "a");
        await host.SendAsync(Events.Invoice("1"), "b");

        Assert.Single(world.Books.Relations);
        var steps = world.Sandbox.Books.Calls.Steps();
        Assert.Equal((ApiChoice.Said(1, 2), 1), (steps.Count(step => step == "GetRelaties"), steps.Count(step => step == "AddRelatie")));
    }

    [Fact]
    public async Task Lost_answers_of_both_tenants_are_each_adopted_by_their_own()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.CommitLater) { Operation = "AddMutatie", Times = 2, Delay = TimeSpan.FromSeconds(30) });

        await host.SendAsync(Events.Invoice("1"), "a");
        await host.SendAsync(Events.Invoice("1"), "b");
        await world.PassMinutesAsync(host, 10);

        foreach (var (tenant, number) in new[] { ("a", "A-1"), ("b", "B-1") })
        {
            var booked = Assert.Single(world.Books.Mutations, mutation => mutation.InvoiceNumber == number);
            Assert.Equal(booked.Number, (await host.InvoiceAsync("1", tenant))!["mutationNumber"]!.GetValue<long>());
        }

        Assert.Equal(2, world.Sandbox.Books.Calls.Count("AddMutatie"));
    }

    [Fact]
    public async Task Who_meets_the_lease_taken_is_answered_at_once_and_the_holder_works_for_both()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var second = await world.AddHostAsync();
        await host.SendAsync(Events.Invoice("first"), "a");
        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.SlowBefore) { Operation = "AddMutatie", Delay = TimeSpan.FromSeconds(5) });
        world.Sandbox.Books.Calls.Clear();

        var holder = host.SendAsync(Events.Invoice("1"), "a");
        await Passing.UntilAsync(() => world.Sandbox.Books.Calls.Count("AddMutatie") == 1);
        var visitor = await second.SendAsync(Events.Invoice("1"), "b");

        Assert.Equal((202, "accepted"), (visitor.Status, visitor.Outcome));
        Assert.Single(await RowsOfAdministrationAsync(host, "lease:"));

        // Not longer than the booking takes: the holder has ten seconds for both, however slow this machine is.
        await Passing.UntilAsync(() =>
        {
            if (world.Books.Mutations.Count < 2)
            {
                world.Clock.Advance(TimeSpan.FromSeconds(1));
            }

            return holder.IsCompleted;
        });
        Assert.Equal("booked", (await holder).Outcome);
        Assert.Equal("booked", await second.StateAsync("1", "b"));
        Assert.Equal(3, world.Books.Mutations.Count);
        Assert.Empty(await RowsOfAdministrationAsync(host, "lease:"));
    }

    [Fact]
    public async Task Many_invoices_of_both_tenants_at_once_over_two_hosts_are_each_booked_once()
    {
        var (world, host) = await StartAsync();
        await using var _ = world;
        var hosts = new[] { host, await world.AddHostAsync() };

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => hosts[i % 2].SendAsync(
            Events.Invoice($"{i / 4}", id: $"e{i % 4}-{i / 4}"), i / 2 % 2 == 0 ? "a" : "b")));
        await world.PassMinutesAsync(host, 7);

        Assert.Equal(20, world.Books.Mutations.Count);
        Assert.Equal(20, world.Books.Mutations.Select(mutation => mutation.InvoiceNumber).Distinct().Count());
        Assert.Single(world.Books.Relations);
        Assert.Empty(await host.DueRowsAsync());
    }

    private static async Task<(World World, Host Host)> StartAsync()
    {
        var world = await World.CreateAsync();
        var host = await world.AddHostAsync();
        await world.AddTenantAsync("a", World.Settings with { NumberPrefix = "A-" });
        await world.AddTenantAsync("b", World.Settings with { NumberPrefix = "B-" });
        world.Sandbox.Books.Calls.Clear();
        return (world, host);
    }

    private static async Task<IReadOnlyList<Row>> RowsOfAdministrationAsync(Host host, string prefix)
    {
        return await host.RowsAsync(Partition.Of(await host.World.KeyOfAsync(DemoTenant.Credentials)), prefix);
    }
}
