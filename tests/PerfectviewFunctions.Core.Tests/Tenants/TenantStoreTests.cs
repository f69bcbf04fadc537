using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Mapping;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Tenants;

public sealed class TenantStoreTests
{
    private static readonly AdministrationKey Administration = new("a1");

    private static readonly Tenant Full = new(
        TenantId.Parse("demo"),
        TenantState.Linked,
        Administration,
        new TenantSettings
        {
            BookingsOn = true, BookingsFrom = new DateOnly(2026, 3, 1), NumberPrefix = "N-", DebtorAccount = "1310", PaymentTermDays = 30,
            Description = "Factuur {number} \"é\" 🧾", InclusiveRounding = InclusiveRounding.PerLine,
        },
        Sample.Mapping);

    private static readonly HistoryEntry Added = new(DateTimeOffset.UnixEpoch, "operator", HistoryKind.TenantCreated, []);

    private readonly InMemoryRowStore rows = new();
    private readonly TenantStore store;

    public TenantStoreTests() => store = new TenantStore(rows);

    [Fact]
    public async Task Find_what_was_added_comes_back_to_the_last_setting()
    {
        Assert.True(await store.AddAsync(Full, Added, default));

        Assert.Equivalent(Full, await store.FindAsync(Full.Id, default), strict: true);
    }

    [Theory]
    [InlineData(TenantState.Unlinked)]
    [InlineData(TenantState.Retired)]
    public async Task Find_tenant_never_linked_comes_back(TenantState state)
    {
        var tenant = new Tenant(TenantId.Parse("new"), state, null, new TenantSettings(), VatMapping.Empty);
        await store.AddAsync(tenant, Added, default);

        Assert.Equivalent(tenant, await store.FindAsync(tenant.Id, default), strict: true);
    }

    [Fact]
    public async Task Find_unknown_is_none() => Assert.Null(await store.FindAsync(TenantId.Parse("nobody"), default));

    [Fact]
    public async Task Add_taken_id_leaves_the_tenant_as_it_is()
    {
        await store.AddAsync(Full, Added, default);

        Assert.False(await store.AddAsync(Full with { Administration = new AdministrationKey("a2"), Settings = new() }, Added, default));

        Assert.Equal(Full.Settings, (await store.FindAsync(Full.Id, default))!.Settings);
        Assert.Empty(await store.MembersAsync(new AdministrationKey("a2"), default));
    }

    [Fact]
    public async Task Add_20_at_once_under_one_id_adds_one()
    {
        var added = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => store.AddAsync(Full, Added, default))));

        Assert.Single(added, ok => ok);
    }

    [Fact]
    public async Task Add_that_died_half_way_can_be_repeated()
    {
        rows.Before = call => call is StoreCall.Write { Partition: "tenant:demo" } ? throw new StoreUnavailableException("down") : Task.CompletedTask;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.AddAsync(Full, Added, default));
        rows.Before = null;

        Assert.True(await store.AddAsync(Full, Added, default));
        Assert.Equal([Full.Id], await store.MembersAsync(Administration, default));
    }

    [Fact]
    public async Task List_and_Members_give_each_tenant_once_in_order()
    {
        foreach (var name in new[] { "z", "-", "0", "a-b" })
        {
            await store.AddAsync(Full with { Id = TenantId.Parse(name), Administration = name == "z" ? new AdministrationKey("a2") : Administration }, Added, default);
        }

        var all = new List<string>();
        await foreach (var id in store.ListAsync(default))
        {
            all.Add(id.Value);
        }

        Assert.Equal(["-", "0", "a-b", "z"], all);
        Assert.Equal(["-", "0", "a-b"], (await store.MembersAsync(Administration, default)).Select(id => id.Value));
    }
}
