using PerfectviewFunctions.Core.Storage;
using Xunit;

namespace PerfectviewFunctions.Testing.Storage;

public abstract partial class RowStoreContract
{
    [Fact]
    public async Task Batch_of_all_kinds_is_written_with_ETags_in_order()
    {
        var store = await CreateAsync();
        var changed = await InsertAsync(store, "b", "old");
        var deleted = await InsertAsync(store, "c", "old");

        var result = await store.WriteAsync(
            Partition,
            [new RowWrite.Insert("a", State("new")), new RowWrite.Delete("c", deleted), new RowWrite.Replace("b", State("new"), changed)],
            default);

        var eTags = Assert.IsType<WriteResult.Written>(result).ETags;
        Assert.Equal([(await ReadAsync(store, "a")).ETag, null, (await ReadAsync(store, "b")).ETag], eTags);
        Assert.Equal("new", await StateAsync(store, "b"));
        Assert.Null(await store.GetAsync(Partition, "c", default));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Batch_with_a_write_that_fails_writes_nothing_and_names_it(int failing)
    {
        var store = await CreateAsync();
        var eTag = await InsertAsync(store, "kept", "old");
        await InsertAsync(store, "taken", "old");
        List<RowWrite> batch = [new RowWrite.Insert("new", State("new")), new RowWrite.Replace("kept", State("new"), eTag)];
        batch.Insert(failing, new RowWrite.Insert("taken", State("new")));

        var result = await store.WriteAsync(Partition, batch, default);

        Assert.Equal(new WriteResult.Conflict(failing, ConflictKind.AlreadyExists), result);
        Assert.Null(await store.GetAsync(Partition, "new", default));
        Assert.Equal(("old", eTag), (await StateAsync(store, "kept"), (await ReadAsync(store, "kept")).ETag));
        Assert.Equal("old", await StateAsync(store, "taken"));
    }

    [Fact]
    public async Task Batch_with_two_writes_that_fail_names_the_first()
    {
        var store = await CreateAsync();
        var stale = await InsertAsync(store, "changed", "old");
        await ReplaceAsync(store, "changed", stale);
        await InsertAsync(store, "taken", "old");

        var result = await store.WriteAsync(
            Partition,
            [
                new RowWrite.Insert("new", State("new")),
                new RowWrite.Delete("changed", stale),
                new RowWrite.Insert("taken", State("new")),
            ],
            default);

        Assert.Equal(new WriteResult.Conflict(1, ConflictKind.Changed), result);
        Assert.Equal("replaced", await StateAsync(store, "changed"));
    }

    [Fact]
    public async Task Batch_of_100_rows_is_written()
    {
        var store = await CreateAsync();
        var batch = Enumerable.Range(0, RowLimits.BatchRows).Select(i => new RowWrite.Insert($"row:{i:D3}", State("new"))).ToList();

        var result = await store.WriteAsync(Partition, batch, default);

        // Rows written together may share an ETag: it tells the versions of one row apart, not rows.
        var read = await RowsAsync(store.QueryPrefixAsync(Partition, "row:", default));
        Assert.Equal(Assert.IsType<WriteResult.Written>(result).ETags, read.Select(row => row.ETag));
        Assert.Equal(batch.Select(insert => insert.Key), read.Select(row => row.Key));
    }

    [Fact]
    public async Task Batch_beyond_the_limits_is_refused_and_writes_nothing()
    {
        var store = await CreateAsync();
        var insert = new RowWrite.Insert("row", State("new"));
        var large = new RowValues { { "body", new byte[RowLimits.ValueBytes] } };

        await RefusedAsync();
        await RefusedAsync([.. Enumerable.Range(0, RowLimits.BatchRows + 1).Select(i => new RowWrite.Insert($"row:{i}", State("new")))]);
        await RefusedAsync([.. Enumerable.Range(0, RowLimits.BatchRows).Select(i => new RowWrite.Insert($"row:{i}", large))]);
        await RefusedAsync(insert, new RowWrite.Delete("row", "1"));
        await RefusedAsync(insert, new RowWrite.Insert("in/valid", State("new")));
        await RefusedAsync(insert, new RowWrite.Delete("any-version", "*"));

        Assert.Empty(await KeysAsync(store.QueryAsync(Partition, " ", "~", default)));

        Task RefusedAsync(params RowWrite[] batch) =>
            Assert.ThrowsAnyAsync<ArgumentException>(() => store.WriteAsync(Partition, batch, default));
    }
}
