using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Relations.Facts;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Intake;

/// <summary>
/// What a relation event costs in store operations (gets, queries, writes), with the due row fresh and the list of debtors read. Written down so that
/// later work can lower it and nothing raises it unseen.
/// </summary>
public sealed class RelationOperationsTests
{
    private readonly Bench bench = new();

    [Fact]
    public async Task Relation_event_costs_3_store_operations_until_it_is_durable()
    {
        var tenant = await AddTenantAsync();
        var before = Count();
        (int, int, int)? untilStored = null;
        bench.Store.After = call =>
        {
            if (call is StoreCall.Write write && write.Batch.Any(row => row.Key == "event:e1"))
            {
                untilStored ??= Since(before);
            }

            return Task.CompletedTask;
        };

        await TakeAsync(tenant, "e1", "r-1", "020-1");

        Assert.Equal((1, 0, 2), untilStored);
    }

    [Fact]
    public async Task New_relation_costs_23_store_operations()
    {
        var tenant = await AddTenantAsync();
        await TakeAsync(tenant, "e1", "r-1", "020-1");
        bench.Books.Forget();
        var before = Count();

        await TakeAsync(tenant, "e2", "r-2", "020-2");

        Assert.Equal(["add"], bench.Books.Calls.Select(call => call.Split(' ')[0]));
        Assert.Equal((11, 5, 7), Since(before));
    }

    [Fact]
    public async Task Changed_relation_costs_22_store_operations()
    {
        var tenant = await AddTenantAsync();
        await TakeAsync(tenant, "e1", "r-1", "020-1");
        bench.Books.Forget();
        var before = Count();

        await TakeAsync(tenant, "e2", "r-1", "020-2", minute: 1);

        Assert.Equal(["debtor", "update"], bench.Books.Calls.Select(call => call.Split(' ')[0]));
        Assert.Equal((10, 5, 7), Since(before));
    }

    [Fact]
    public async Task Relation_event_that_changes_nothing_costs_19_store_operations()
    {
        var tenant = await AddTenantAsync();
        await TakeAsync(tenant, "e1", "r-1", "020-1");
        bench.Books.Forget();
        var before = Count();

        await TakeAsync(tenant, "e2", "r-1", "020-1", minute: 1);

        Assert.Empty(bench.Books.Calls);
        Assert.Equal((9, 5, 5), Since(before));
    }

    [Fact]
    public async Task Relation_event_that_came_before_costs_3_store_operations()
    {
        var tenant = await AddTenantAsync();
        await TakeAsync(tenant, "e1", "r-1", "020-1");
        var before = Count();

        Assert.Equal(OutcomeKind.Duplicate, (await bench.TakeOneAsync(tenant, Event("e1", "r-1", "020-1", 0))).Kind);

        Assert.Equal((2, 0, 1), Since(before));
    }

    private Task<Tenant> AddTenantAsync() => bench.AddTenantAsync(settings: Bench.Settings with { RelationsOn = true });

    private async Task TakeAsync(Tenant tenant, string id, string relation, string phone, int minute = 0) =>
        Assert.Equal(OutcomeKind.Updated, (await bench.TakeOneAsync(tenant, Event(id, relation, phone, minute))).Kind);

    private EventRead.Valid Event(string id, string relation, string phone, int minute) => bench.Events.Changed(
        id,
        Arriving.Debtor(relation) with { Phone = phone },
        minute,
        RelationField.Type,
        RelationField.Name,
        RelationField.Phone);

    private (int Gets, int Queries, int Writes) Count() => (bench.Store.Gets, bench.Store.Queries, bench.Store.Writes);

    private (int Gets, int Queries, int Writes) Since((int Gets, int Queries, int Writes) before) =>
        (bench.Store.Gets - before.Gets, bench.Store.Queries - before.Queries, bench.Store.Writes - before.Writes);
}
