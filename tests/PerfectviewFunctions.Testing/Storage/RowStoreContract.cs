using PerfectviewFunctions.Core.Storage;
using Xunit;

namespace PerfectviewFunctions.Testing.Storage;

/// <summary>
/// What every <see cref="IRowStore"/> promises. An adapter joins by deriving and overriding <see cref="CreateAsync"/>. Only what
/// Table Storage promises is asked.
/// </summary>
public abstract partial class RowStoreContract
{
    protected const string Partition = "tenant-1";

    /// <summary>A new, empty store. Called once or more by each test; the derived class cleans up.</summary>
    protected abstract Task<IRowStore> CreateAsync();

    [Fact]
    public async Task Get_missing_row_is_null()
    {
        var store = await CreateAsync();

        Assert.Null(await store.GetAsync(Partition, "event:1", default));
    }

    [Fact]
    public async Task Insert_new_row_is_read_back_with_its_ETag()
    {
        var store = await CreateAsync();

        var eTag = await InsertAsync(store, "event:1", "received");

        var row = await store.GetAsync(Partition, "event:1", default);
        Assert.NotNull(row);
        Assert.Equal((Partition, "event:1", eTag), (row.Partition, row.Key, row.ETag));
        Assert.Equal("received", row.Values.Text("state"));
    }

    [Fact]
    public async Task Insert_taken_key_conflicts_and_keeps_the_row()
    {
        var store = await CreateAsync();
        await InsertAsync(store, "event:1", "received");

        var result = await store.WriteAsync(Partition, [new RowWrite.Insert("event:1", State("other"))], default);

        Assert.Equal(new WriteResult.Conflict(0, ConflictKind.AlreadyExists), result);
        Assert.Equal("received", await StateAsync(store, "event:1"));
    }

    [Fact]
    public async Task Insert_keys_that_differ_in_case_or_partition_are_different_rows()
    {
        var store = await CreateAsync();

        await InsertAsync(store, "invoice:a", "small");
        await InsertAsync(store, "invoice:A", "capital");
        Assert.True(await store.TryInsertAsync("Tenant-1", "invoice:a", State("elsewhere"), default));

        Assert.Equal("small", await StateAsync(store, "invoice:a"));
        Assert.Equal("capital", await StateAsync(store, "invoice:A"));
        Assert.Equal("elsewhere", (await store.GetAsync("Tenant-1", "invoice:a", default))!.Values.Text("state"));
    }

    [Fact]
    public async Task Replace_current_version_replaces_all_values_and_changes_the_ETag()
    {
        var store = await CreateAsync();
        var first = await InsertAsync(store, "event:1", "received");

        var second = await store.TryReplaceAsync(
            await ReadAsync(store, "event:1"), new RowValues { { "attempts", 1 } }, default);

        var row = await ReadAsync(store, "event:1");
        Assert.NotEqual(first, second);
        Assert.Equal(second, row.ETag);
        Assert.Null(row.Values.TextOrNull("state"));
        Assert.Equal(1, row.Values.Number("attempts"));
    }

    [Fact]
    public async Task Replace_with_the_same_values_changes_the_ETag_too()
    {
        var store = await CreateAsync();
        var first = await InsertAsync(store, "event:1", "received");

        var second = await store.TryReplaceAsync(await ReadAsync(store, "event:1"), State("received"), default);

        Assert.NotEqual(first, second);
        Assert.Equal(new WriteResult.Conflict(0, ConflictKind.Changed), await ReplaceAsync(store, "event:1", first));
    }

    [Fact]
    public async Task Replace_stale_version_conflicts_and_keeps_the_row()
    {
        var store = await CreateAsync();
        await InsertAsync(store, "event:1", "received");
        var stale = await ReadAsync(store, "event:1");
        await store.TryReplaceAsync(stale, State("done"), default);

        Assert.Null(await store.TryReplaceAsync(stale, State("lost"), default));
        Assert.Equal("done", await StateAsync(store, "event:1"));
    }

    [Fact]
    public async Task Delete_current_version_removes_the_row()
    {
        var store = await CreateAsync();
        var eTag = await InsertAsync(store, "event:1", "received");

        var result = await store.WriteAsync(Partition, [new RowWrite.Delete("event:1", eTag)], default);

        Assert.Null(Assert.Single(Assert.IsType<WriteResult.Written>(result).ETags));
        Assert.Null(await store.GetAsync(Partition, "event:1", default));
    }

    [Fact]
    public async Task Delete_stale_version_conflicts_and_keeps_the_row()
    {
        var store = await CreateAsync();
        await InsertAsync(store, "event:1", "received");
        var stale = await ReadAsync(store, "event:1");
        await store.TryReplaceAsync(stale, State("done"), default);

        Assert.False(await store.TryDeleteAsync(stale, default));
        Assert.Equal("done", await StateAsync(store, "event:1"));
    }

    [Fact]
    public async Task Write_to_a_deleted_row_conflicts()
    {
        var store = await CreateAsync();
        var eTag = await InsertAsync(store, "event:1", "received");
        await store.WriteAsync(Partition, [new RowWrite.Delete("event:1", eTag)], default);

        Assert.Equal(new WriteResult.Conflict(0, ConflictKind.Changed), await ReplaceAsync(store, "event:1", eTag));
        Assert.Equal(
            new WriteResult.Conflict(0, ConflictKind.Changed),
            await store.WriteAsync(Partition, [new RowWrite.Delete("event:1", eTag)], default));
        Assert.Null(await store.GetAsync(Partition, "event:1", default));
    }

    [Fact]
    public async Task Write_to_a_row_deleted_and_inserted_again_conflicts()
    {
        var store = await CreateAsync();
        var eTag = await InsertAsync(store, "event:1", "received");
        await store.WriteAsync(Partition, [new RowWrite.Delete("event:1", eTag)], default);
        var again = await InsertAsync(store, "event:1", "received");

        Assert.NotEqual(eTag, again);
        Assert.Equal(new WriteResult.Conflict(0, ConflictKind.Changed), await ReplaceAsync(store, "event:1", eTag));
        Assert.Equal(again, (await ReadAsync(store, "event:1")).ETag);
    }

    [Fact]
    public async Task Call_cancelled_beforehand_throws_and_writes_nothing()
    {
        var store = await CreateAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => store.TryInsertAsync(Partition, "event:1", State("received"), cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.GetAsync(Partition, "event:1", cancelled.Token));

        Assert.Null(await store.GetAsync(Partition, "event:1", default));
    }

    private static RowValues State(string state) => new() { { "state", state } };

    private static async Task<string> InsertAsync(IRowStore store, string key, string state)
    {
        var result = await store.WriteAsync(Partition, [new RowWrite.Insert(key, State(state))], default);
        return Assert.Single(Assert.IsType<WriteResult.Written>(result).ETags)!;
    }

    private static Task<WriteResult> ReplaceAsync(IRowStore store, string key, string eTag) =>
        store.WriteAsync(Partition, [new RowWrite.Replace(key, State("replaced"), eTag)], default);

    private static async Task<Row> ReadAsync(IRowStore store, string key) =>
        await store.GetAsync(Partition, key, default) ?? throw new InvalidOperationException($"There is no row '{key}'.");

    private static async Task<string> StateAsync(IRowStore store, string key) => (await ReadAsync(store, key)).Values.Text("state");
}
