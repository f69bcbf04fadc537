namespace PerfectviewFunctions.Core.Storage;

/// <summary>
/// The one way to durable state: rows in partitions with optimistic concurrency. Azure Table Storage implements exactly this
/// (one batch = one entity-group transaction); any other store has to behave the same, which the contract suite checks.
/// </summary>
/// <remarks>
/// A write that is answered is durable. Trouble of the store itself (unreachable, throttled for too long) is thrown as
/// <see cref="StoreUnavailableException"/>; then nothing is known about the write.
/// </remarks>
public interface IRowStore
{
    /// <summary>Reads one row, or null when there is none.</summary>
    Task<Row?> GetAsync(string partition, string key, CancellationToken cancellationToken);

    /// <summary>Reads the rows of a partition with <paramref name="from"/> &lt;= key &lt; <paramref name="to"/>, in ordinal key order.</summary>
    IAsyncEnumerable<Row> QueryAsync(string partition, string from, string to, CancellationToken cancellationToken);

    /// <summary>
    /// Writes 1 to <see cref="RowLimits.BatchRows"/> rows of one partition, each row once: all of them or none.
    /// </summary>
    /// <returns>The new ETags, or the first write that did not hold; then nothing was written.</returns>
    Task<WriteResult> WriteAsync(string partition, IReadOnlyList<RowWrite> batch, CancellationToken cancellationToken);
}
