using PerfectviewFunctions.Core.Storage;
using Xunit;

namespace PerfectviewFunctions.Testing.Storage;

public abstract partial class RowStoreContract
{
    [Fact]
    public async Task Query_range_over_several_pages_gives_each_row_once_in_order()
    {
        var store = await CreateAsync();
        var keys = await InsertManyAsync(store);
        await store.TryInsertAsync("tenant-2", "row:00007", State("other partition"), default);

        Assert.Equal(keys, await KeysAsync(store.QueryAsync(Partition, "row:", "row;", default)));
        Assert.Equal(keys[3..1_101], await KeysAsync(store.QueryAsync(Partition, keys[3], keys[1_101], default)));
        await foreach (var row in store.QueryAsync(Partition, keys[600], keys[610], default))
        {
            Assert.Equal((Partition, row.Key), (row.Partition, row.Values.Text("state")));
            Assert.Equal((await ReadAsync(store, row.Key)).ETag, row.ETag);
        }
    }

    [Fact]
    public async Task Query_while_rows_are_inserted_gives_each_row_that_was_there_once_in_order()
    {
        var store = await CreateAsync();
        var keys = await InsertManyAsync(store);
        var seen = new List<string>();

        await foreach (var row in store.QueryPrefixAsync(Partition, "row:", default))
        {
            if (seen.Count % 100 == 0)
            {
                // Before, at and after the place of the reading.
                string[] places = ["row:", row.Key, keys[^1]];
                await InsertAllAsync(store, [.. places.Select(place => $"{place}:{seen.Count}")]);
            }

            seen.Add(row.Key);
        }

        Assert.Equal(seen.Order(StringComparer.Ordinal).Distinct(), seen);
        Assert.Equal(keys, seen.Intersect(keys));
    }

    [Fact]
    public async Task Query_bounds_are_inclusive_below_and_exclusive_above()
    {
        var store = await CreateAsync();
        await InsertAllAsync(store, "a", "b", "b:1", "c");

        Assert.Equal(["b", "b:1"], await KeysAsync(store.QueryAsync(Partition, "b", "c", default)));
        Assert.Equal(["a", "b", "b:1"], await KeysAsync(store.QueryAsync(Partition, "", "c", default)));
        Assert.Empty(await KeysAsync(store.QueryAsync(Partition, "b", "b", default)));
        Assert.Empty(await KeysAsync(store.QueryAsync(Partition, "c", "b", default)));
        Assert.Empty(await KeysAsync(store.QueryAsync("tenant-2", "a", "z", default)));
    }

    [Fact]
    public async Task Query_order_is_ordinal()
    {
        var store = await CreateAsync();
        string[] keys = [" ", "!", "-", ".", "0", "10", "2", ":", ";", "A", "Z", "_", "a", "a-b", "a:", "aa", "z", "~"];
        await InsertAllAsync(store, [.. keys.Reverse()]);

        Assert.Equal(keys.Order(StringComparer.Ordinal), keys);
        Assert.Equal(keys, await KeysAsync(store.QueryAsync(Partition, " ", "~~", default)));
    }

    [Fact]
    public async Task Query_prefix_gives_only_the_rows_below_it()
    {
        var store = await CreateAsync();
        await InsertAllAsync(store, "invoice", "invoice:", "invoice:1", "invoice:1:line", "invoice;", "invoice-note:1", "invoices:1", "Invoice:1");

        Assert.Equal(["invoice:", "invoice:1", "invoice:1:line"], await KeysAsync(store.QueryPrefixAsync(Partition, "invoice:", default)));
    }

    [Fact]
    public async Task Query_while_its_rows_are_deleted_ends_and_gives_each_row_at_most_once()
    {
        var store = await CreateAsync();
        await InsertAllAsync(store, [.. Enumerable.Range(0, 30).Select(i => $"row:{i:D2}")]);
        var seen = new List<string>();

        await foreach (var row in store.QueryPrefixAsync(Partition, "row:", default))
        {
            seen.Add(row.Key);
            Assert.True(await store.TryDeleteAsync(row, default));
        }

        Assert.Equal(30, seen.Distinct().Count());
        Assert.Empty(await KeysAsync(store.QueryPrefixAsync(Partition, "row:", default)));
    }

    /// <summary>More rows than any store reads at once, the last first.</summary>
    private static async Task<List<string>> InsertManyAsync(IRowStore store)
    {
        var keys = Enumerable.Range(0, 1_205).Select(i => $"row:{i:D5}").ToList();
        foreach (var chunk in keys.AsEnumerable().Reverse().Chunk(RowLimits.BatchRows))
        {
            await store.WriteAsync(Partition, [.. chunk.Select(key => new RowWrite.Insert(key, State(key)))], default);
        }

        return keys;
    }

    private static async Task InsertAllAsync(IRowStore store, params string[] keys) =>
        Assert.IsType<WriteResult.Written>(
            await store.WriteAsync(Partition, [.. keys.Select(key => new RowWrite.Insert(key, State(key)))], default));

    private static async Task<List<string>> KeysAsync(IAsyncEnumerable<Row> rows) => [.. (await RowsAsync(rows)).Select(row => row.Key)];

    private static async Task<List<Row>> RowsAsync(IAsyncEnumerable<Row> rows)
    {
        var all = new List<Row>();
        await foreach (var row in rows)
        {
            all.Add(row);
        }

        return all;
    }
}
