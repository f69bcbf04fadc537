namespace PerfectviewFunctions.Core.Storage;

/// <summary>The forms in which the port is used most.</summary>
public static class RowStoreExtensions
{
    /// <summary>The rows whose key begins with <paramref name="prefix"/>, which must end in ':'.</summary>
    public static IAsyncEnumerable<Row> QueryPrefixAsync(
        this IRowStore store, string partition, string prefix, CancellationToken cancellationToken) =>
        prefix.EndsWith(':')
            ? store.QueryAsync(partition, prefix, prefix[..^1] + ';', cancellationToken)
            : throw new ArgumentException("A prefix ends in ':'.", nameof(prefix));

    /// <summary>As <see cref="QueryPrefixAsync"/>, for a list in pages.</summary>
    /// <param name="after">The end of the key after which to go on; null for the start.</param>
    public static IAsyncEnumerable<Row> QueryPageAsync(
        this IRowStore store, string partition, string prefix, string? after, CancellationToken cancellationToken) =>
        after is null
            ? store.QueryPrefixAsync(partition, prefix, cancellationToken)
            : store.QueryAsync(partition, prefix + after + "!", prefix[..^1] + ';', cancellationToken);

    /// <summary>Inserts one row; false when the key is taken.</summary>
    public static async Task<bool> TryInsertAsync(
        this IRowStore store, string partition, string key, RowValues values, CancellationToken cancellationToken) =>
        await store.WriteAsync(partition, [new RowWrite.Insert(key, values)], cancellationToken) is WriteResult.Written;

    /// <summary>Replaces the row that was read; the new ETag, or null when it has changed since.</summary>
    public static async Task<string?> TryReplaceAsync(
        this IRowStore store, Row read, RowValues values, CancellationToken cancellationToken) =>
        await store.WriteAsync(read.Partition, [new RowWrite.Replace(read.Key, values, read.ETag!)], cancellationToken)
            is WriteResult.Written written ? written.ETags[0] : null;

    /// <summary>Deletes the row that was read; false when it has changed since.</summary>
    public static async Task<bool> TryDeleteAsync(this IRowStore store, Row read, CancellationToken cancellationToken) =>
        await store.WriteAsync(read.Partition, [new RowWrite.Delete(read.Key, read.ETag!)], cancellationToken) is WriteResult.Written;
}
