using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.LocalHost.Storage;

/// <summary>
/// The rows in one SQLite file, which several processes may share. An answered write is on the disk; a process that dies at any
/// moment leaves whole batches only.
/// </summary>
/// <remarks>
/// SQLite has no asynchronous calls: a reading or a write holds the calling thread for as long as the disk takes. Only the wait
/// for other writers of this instance does not.
/// </remarks>
internal sealed class SqliteRowStore : IRowStore, IDisposable
{
    // Most callers stop after a screen of rows; one who reads on is soon given large pages.
    private const int FirstPageRows = 64;
    private const int MostPageRows = 512;

    private readonly SqliteStoreFile file;
    private readonly TimeSpan busyTimeout;
    private readonly SemaphoreSlim writer = new(1, 1);

    private SqliteRowStore(SqliteStoreFile file, TimeSpan busyTimeout)
    {
        this.file = file;
        this.busyTimeout = busyTimeout;
    }

    /// <summary>Opens the store, and creates its file and folder where there are none.</summary>
    /// <param name="path">The database file; SQLite puts two more beside it.</param>
    /// <param name="busyTimeout">How long a call waits while others hold the file; 10 seconds if null.</param>
    /// <exception cref="StoreUnavailableException">The file can't be opened.</exception>
    /// <exception cref="InvalidDataException">The file is not one this program can use.</exception>
    public static SqliteRowStore Open(string path, TimeSpan? busyTimeout = null)
    {
        var wait = busyTimeout ?? TimeSpan.FromSeconds(10);
        var store = new SqliteRowStore(new SqliteStoreFile(path, wait), wait);
        try
        {
            SqliteFault.Translate(store.file.Path, store.file.Prepare);
            return store;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    public Task<Row?> GetAsync(string partition, string key, CancellationToken cancellationToken)
    {
        RowLimits.CheckKey(partition);
        RowLimits.CheckKey(key);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Use(connection => SqliteRows.Read(connection, partition, key)));
    }

    public async IAsyncEnumerable<Row> QueryAsync(
        string partition, string from, string to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RowLimits.CheckKey(partition);
        List<Row> page;
        var limit = FirstPageRows / 2;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            limit = Math.Min(2 * limit, MostPageRows);

            // Page by page: no reading stays open while the caller works, which would keep SQLite's log from being folded in.
            var (start, rows) = (from, limit);
            page = Use(connection => SqliteRows.ReadPage(connection, partition, start, to, rows));
            foreach (var row in page)
            {
                yield return row;
            }

            // The least text after the last key.
            from = page.Count > 0 ? page[^1].Key + '\0' : to;
        }
        while (page.Count == limit);
    }

    public async Task<WriteResult> WriteAsync(string partition, IReadOnlyList<RowWrite> batch, CancellationToken cancellationToken)
    {
        RowLimits.CheckBatch(partition, batch);
        if (!await writer.WaitAsync(busyTimeout, cancellationToken))
        {
            throw new StoreUnavailableException($"The store '{file.Path}' had too many writes waiting.");
        }

        try
        {
            return Use(connection => SqliteBatch.Run(connection, partition, batch));
        }
        finally
        {
            writer.Release();
        }
    }

    public void Dispose()
    {
        writer.Dispose();
        file.Dispose();
    }

    private T Use<T>(Func<SqliteConnection, T> work) => SqliteFault.Translate(file.Path, () =>
    {
        using var connection = file.Connect();
        return work(connection);
    });
}
