using System.Globalization;
using System.Runtime.CompilerServices;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Testing.Storage;

/// <summary>
/// The store for unit tests: keeps the same contract as the real ones, counts the calls and lets a test come between.
/// </summary>
/// <remarks>
/// To let the third write fail without being done: <c>store.Before = call => call is StoreCall.Write &amp;&amp; store.Writes == 3
/// ? throw new StoreUnavailableException("down") : Task.CompletedTask;</c> The same on <see cref="After"/>: it is done, but the
/// caller does not learn so. A hook may also write itself, as another process would.
/// </remarks>
public sealed class InMemoryRowStore : IRowStore
{
    private const int PageRows = 100;

    private readonly Lock gate = new();
    private readonly Dictionary<string, SortedList<string, Row>> partitions = [];
    private long version;
    private int gets;
    private int queries;
    private int writes;

    /// <summary>Runs before a call does anything; what it throws is the outcome of the call. The call is counted already.</summary>
    public Func<StoreCall, Task>? Before { get; set; }

    /// <summary>Runs after a call was done (a query: after its last row); what it throws takes the place of the answer.</summary>
    public Func<StoreCall, Task>? After { get; set; }

    /// <summary>Calls of <see cref="GetAsync"/> so far, failed ones included.</summary>
    public int Gets => Volatile.Read(ref gets);

    /// <summary>Enumerations of <see cref="QueryAsync"/> so far, failed ones included.</summary>
    public int Queries => Volatile.Read(ref queries);

    /// <summary>Calls of <see cref="WriteAsync"/> (batches, not rows) so far, failed ones included.</summary>
    public int Writes => Volatile.Read(ref writes);

    /// <summary>Counts from here on: what a test set up is not what it counts.</summary>
    public void ForgetCounts() => (gets, queries, writes) = (0, 0, 0);

    public async Task<Row?> GetAsync(string partition, string key, CancellationToken cancellationToken)
    {
        RowLimits.CheckKey(partition);
        RowLimits.CheckKey(key);
        cancellationToken.ThrowIfCancellationRequested();
        Interlocked.Increment(ref gets);
        var call = new StoreCall.Get(partition, key);
        await RunAsync(Before, call);
        Row? row;
        lock (gate)
        {
            row = RowsOf(partition).GetValueOrDefault(key);
        }

        await RunAsync(After, call);
        return row is null ? null : Copy(row);
    }

    public async IAsyncEnumerable<Row> QueryAsync(
        string partition, string from, string to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RowLimits.CheckKey(partition);
        Interlocked.Increment(ref queries);
        var call = new StoreCall.Query(partition, from, to);
        await RunAsync(Before, call);
        List<Row> page;
        do
        {
            // As in the real stores a query is not one moment: rows of later pages may change meanwhile.
            cancellationToken.ThrowIfCancellationRequested();
            page = ReadPage(partition, from, to);
            foreach (var row in page)
            {
                yield return Copy(row);
            }

            from = page.Count > 0 ? page[^1].Key + '\0' : to;
        }
        while (page.Count == PageRows);
        await RunAsync(After, call);
    }

    public async Task<WriteResult> WriteAsync(string partition, IReadOnlyList<RowWrite> batch, CancellationToken cancellationToken)
    {
        RowLimits.CheckBatch(partition, batch);
        cancellationToken.ThrowIfCancellationRequested();
        Interlocked.Increment(ref writes);
        var call = new StoreCall.Write(partition, batch);
        await RunAsync(Before, call);
        WriteResult result;
        lock (gate)
        {
            var rows = RowsOf(partition);
            result = FindConflict(rows, batch) is { } conflict ? conflict : Apply(rows, partition, batch);
        }

        await RunAsync(After, call);
        return result;
    }

    private static Task RunAsync(Func<StoreCall, Task>? hook, StoreCall call) => hook?.Invoke(call) ?? Task.CompletedTask;

    private SortedList<string, Row> RowsOf(string partition)
    {
        if (!partitions.TryGetValue(partition, out var rows))
        {
            partitions.Add(partition, rows = new(StringComparer.Ordinal));
        }

        return rows;
    }

    private List<Row> ReadPage(string partition, string from, string to)
    {
        lock (gate)
        {
            return RowsOf(partition).Values
                .SkipWhile(row => string.CompareOrdinal(row.Key, from) < 0)
                .TakeWhile(row => string.CompareOrdinal(row.Key, to) < 0)
                .Take(PageRows)
                .ToList();
        }
    }

    private static WriteResult.Conflict? FindConflict(SortedList<string, Row> rows, IReadOnlyList<RowWrite> batch)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            var stored = rows.GetValueOrDefault(batch[i].Key);
            switch (batch[i])
            {
                case RowWrite.Insert when stored is not null:
                    return new WriteResult.Conflict(i, ConflictKind.AlreadyExists);
                case RowWrite.Replace replace when stored?.ETag != replace.ETag:
                case RowWrite.Delete delete when stored?.ETag != delete.ETag:
                    return new WriteResult.Conflict(i, ConflictKind.Changed);
            }
        }

        return null;
    }

    private WriteResult.Written Apply(SortedList<string, Row> rows, string partition, IReadOnlyList<RowWrite> batch)
    {
        var eTags = new string?[batch.Count];
        for (var i = 0; i < batch.Count; i++)
        {
            var key = batch[i].Key;
            var values = batch[i] switch
            {
                RowWrite.Insert insert => insert.Values,
                RowWrite.Replace replace => replace.Values,
                _ => null,
            };
            if (values is null)
            {
                rows.Remove(key);
                continue;
            }

            eTags[i] = (++version).ToString(CultureInfo.InvariantCulture);
            rows[key] = Copy(new Row(partition, key, values, eTags[i]));
        }

        return new WriteResult.Written(eTags);
    }

    /// <summary>Values and byte arrays can change in place; what is stored shares neither with its callers.</summary>
    private static Row Copy(Row row)
    {
        var values = new RowValues();
        foreach (var (name, value) in row.Values)
        {
            values.Add(name, value is byte[] bytes ? bytes.ToArray() : value);
        }

        return row with { Values = values };
    }
}
