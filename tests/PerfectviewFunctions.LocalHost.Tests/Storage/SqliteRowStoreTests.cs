using Microsoft.Data.Sqlite;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.LocalHost.Storage;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.LocalHost.Tests.Storage;

public sealed class SqliteRowStoreTests : IDisposable
{
    private const string Partition = StoreProcess.Partition;

    private readonly TemporaryFolder folder = new();

    private string File => folder.File("data/store.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Rows_after_reopening_are_all_there()
    {
        Row? written;
        using (var store = SqliteRowStore.Open(File))
        {
            await store.TryInsertAsync(Partition, "row", new RowValues { { "text", "NUL \0 and € stay" } }, default);
            written = await store.GetAsync(Partition, "row", default);
        }

        using var reopened = SqliteRowStore.Open(File);
        var row = await reopened.GetAsync(Partition, "row", default);
        Assert.Equal(("NUL \0 and € stay", written!.ETag), (row!.Values.Text("text"), row.ETag));
        Assert.NotNull(await reopened.TryReplaceAsync(written, [], default));
    }

    [Fact]
    public async Task Two_stores_on_one_file_see_each_others_writes()
    {
        using var one = SqliteRowStore.Open(File);
        using var other = SqliteRowStore.Open(File);

        Assert.True(await one.TryInsertAsync(Partition, "row", [], default));
        Assert.False(await other.TryInsertAsync(Partition, "row", [], default));
        var read = await other.GetAsync(Partition, "row", default);
        Assert.NotNull(await other.TryReplaceAsync(read!, [], default));
        Assert.Null(await one.TryReplaceAsync(read!, [], default));
    }

    [Fact]
    public async Task New_file_opened_by_many_at_once_is_one_store()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SqliteRowStore.Open(File))));

        var won = await Task.WhenAll(stores.Select(store => store.TryInsertAsync(Partition, "row", [], default)));

        Assert.Single(won, true);
        Array.ForEach(stores, store => store.Dispose());
    }

    [Fact]
    public async Task Query_does_not_hold_the_file_while_its_caller_works()
    {
        using var store = SqliteRowStore.Open(File);
        await store.WriteAsync(Partition, [new RowWrite.Insert("a", []), new RowWrite.Insert("b", [])], default);

        await using var rows = store.QueryAsync(Partition, "a", "z", default).GetAsyncEnumerator();
        Assert.True(await rows.MoveNextAsync());

        // A full checkpoint answers busy = 1 while any reading is open.
        await store.TryInsertAsync(Partition, "c", [], default);
        Assert.Equal(0L, Execute("PRAGMA wal_checkpoint(TRUNCATE);"));
    }

    [Theory]
    [InlineData("PRAGMA journal_mode;", "wal")]
    [InlineData("PRAGMA synchronous;", 2L)] // FULL: no test can cut the power, so the setting itself is held
    [InlineData("PRAGMA busy_timeout;", 1_500L)]
    [InlineData("PRAGMA user_version;", 1L)]
    public void Connection_has_the_settings_that_keep_what_is_answered(string pragma, object expected)
    {
        using var file = new SqliteStoreFile(File, TimeSpan.FromMilliseconds(1_500));
        file.Prepare();
        using var connection = file.Connect();
        using var other = file.Connect();

        Assert.Equal(expected, Execute(connection, pragma));
        Assert.Equal(expected, Execute(other, pragma));

        // Given again by the pool.
        connection.Close();
        using var again = file.Connect();
        Assert.Equal(expected, Execute(again, pragma));
    }

    [Fact]
    public void Connection_made_after_the_pool_was_cleared_has_the_settings_too()
    {
        using var file = new SqliteStoreFile(File, TimeSpan.FromMilliseconds(1_500));
        file.Prepare();
        using (var first = file.Connect())
        {
            SqliteConnection.ClearPool(first);
        }

        using var connection = file.Connect();

        Assert.Equal(1_500L, Execute(connection, "PRAGMA busy_timeout;"));
    }

    [Fact]
    public async Task File_locked_for_too_long_is_unavailable_then_serves_again()
    {
        using var store = SqliteRowStore.Open(File, TimeSpan.FromMilliseconds(20));
        await using (var holder = Connect())
        {
            await using var transaction = holder.BeginTransaction(deferred: false);

            var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.TryInsertAsync(Partition, "row", [], default));

            Assert.Contains(File, refused.Message, StringComparison.Ordinal);
            Assert.Contains("locked", refused.Message, StringComparison.Ordinal);
            Assert.Null(await store.GetAsync(Partition, "row", default));
        }

        Assert.True(await store.TryInsertAsync(Partition, "row", [], default));
    }

    [Fact]
    public async Task File_that_is_no_database_is_unavailable_and_kept()
    {
        Directory.CreateDirectory(folder.File("data"));
        var text = new string('x', 5_000);
        await System.IO.File.WriteAllTextAsync(File, text);

        var refused = Assert.Throws<StoreUnavailableException>(() => SqliteRowStore.Open(File));

        Assert.Contains(File, refused.Message, StringComparison.Ordinal);
        Assert.Equal(text, await System.IO.File.ReadAllTextAsync(File));
    }

    [Fact]
    public void File_of_another_layout_is_refused()
    {
        SqliteRowStore.Open(File).Dispose();
        Execute("PRAGMA user_version = 99;");

        var refused = Assert.Throws<InvalidDataException>(() => SqliteRowStore.Open(File));

        Assert.Contains("99", refused.Message, StringComparison.Ordinal);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private object? Execute(string sql)
    {
        using var connection = Connect();
        return Execute(connection, sql);
    }

    private static object? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of these tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
