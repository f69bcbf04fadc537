using Azure.Core;
using Microsoft.Extensions.Logging;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Azure.Tables;

/// <summary>
/// The rows in one table of Azure Table Storage: a batch is one entity-group transaction. The table is made by the first write that
/// misses it.
/// </summary>
internal sealed class TableRowStore(TableReader reader, TableWriter writer) : IRowStore
{
    /// <param name="credential">As whom; asked for only when the settings name the account by its address.</param>
    /// <exception cref="InvalidOperationException">The settings name no account.</exception>
    public static TableRowStore Create(
        StorageSettings settings, Func<TokenCredential> credential, TimeProvider time, ILoggerFactory logs, TableTimes? times = null)
    {
        times ??= new TableTimes();
        var table = TableClients.Create(settings, credential, times);
        return new TableRowStore(
            new TableReader(table.Reader, times, time), new TableWriter(table.Writer, times, time, logs.CreateLogger<TableWriter>()));
    }

    public Task<Row?> GetAsync(string partition, string key, CancellationToken cancellationToken)
    {
        RowLimits.CheckKey(partition);
        RowLimits.CheckKey(key);
        return reader.GetAsync(partition, key, cancellationToken);
    }

    public IAsyncEnumerable<Row> QueryAsync(string partition, string from, string to, CancellationToken cancellationToken)
    {
        RowLimits.CheckKey(partition);
        return reader.QueryAsync(partition, from, to, cancellationToken);
    }

    public async Task<WriteResult> WriteAsync(string partition, IReadOnlyList<RowWrite> batch, CancellationToken cancellationToken)
    {
        RowLimits.CheckBatch(partition, batch);
        return await writer.WriteAsync(new TableBatch(partition, batch), cancellationToken);
    }
}
