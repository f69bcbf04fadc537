using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Storage;

public sealed class InMemoryRowStoreTests : RowStoreContract
{
    [Fact]
    public async Task Write_with_a_fault_before_it_is_not_done()
    {
        var store = new InMemoryRowStore
        {
            Before = call => call is StoreCall.Write ? throw new StoreUnavailableException("down") : Task.CompletedTask,
        };

        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.TryInsertAsync(Partition, "row", [], default));

        Assert.Null(await store.GetAsync(Partition, "row", default));
        Assert.Equal((1, 1, 0), (store.Writes, store.Gets, store.Queries));
    }

    [Fact]
    public async Task Write_with_a_fault_after_it_is_done()
    {
        var store = new InMemoryRowStore { After = _ => throw new StoreUnavailableException("connection lost") };

        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.TryInsertAsync(Partition, "row", [], default));

        store.After = null;
        Assert.NotNull(await store.GetAsync(Partition, "row", default));
    }

    protected override Task<IRowStore> CreateAsync() => Task.FromResult<IRowStore>(new InMemoryRowStore());
}
