using PerfectviewFunctions.Core.Storage;
using Xunit;

namespace PerfectviewFunctions.Testing.Storage;

public abstract partial class RowStoreContract
{
    private const int Writers = 50;

    [Fact]
    public async Task Parallel_writers_of_one_row_lose_no_increment()
    {
        var store = await CreateAsync();
        await store.TryInsertAsync(Partition, "counter", new RowValues { { "count", 0 } }, default);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(IncrementAsync)));

        Assert.Equal(Writers, (await ReadAsync(store, "counter")).Values.Number("count"));

        async Task IncrementAsync()
        {
            string? eTag;
            do
            {
                var row = await ReadAsync(store, "counter");
                eTag = await store.TryReplaceAsync(row, new RowValues { { "count", row.Values.Number("count") + 1 } }, default);
            }
            while (eTag is null);
        }
    }

    [Fact]
    public async Task Parallel_inserts_of_one_key_have_one_winner()
    {
        var store = await CreateAsync();

        var won = await Task.WhenAll(Enumerable.Range(0, Writers).Select(
            i => Task.Run(() => store.TryInsertAsync(Partition, "lease", State($"owner {i}"), default))));

        Assert.Equal($"owner {Array.IndexOf(won, true)}", await StateAsync(store, "lease"));
        Assert.Single(won, true);
    }

    [Fact]
    public async Task Parallel_batches_over_the_same_rows_leave_the_rows_of_one()
    {
        var store = await CreateAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => Task.Run(() => store.WriteAsync(
            Partition,
            [new RowWrite.Insert($"own:{i}", State("x")), new RowWrite.Insert("a", State($"{i}")), new RowWrite.Insert("b", State($"{i}"))],
            default))));

        var winner = Array.FindIndex(results, result => result is WriteResult.Written);
        Assert.Equal([$"own:{winner}"], await KeysAsync(store.QueryPrefixAsync(Partition, "own:", default)));
        Assert.Equal(($"{winner}", $"{winner}"), (await StateAsync(store, "a"), await StateAsync(store, "b")));
        Assert.Equal(Writers - 1, results.Count(result => result == new WriteResult.Conflict(1, ConflictKind.AlreadyExists)));
    }
}
