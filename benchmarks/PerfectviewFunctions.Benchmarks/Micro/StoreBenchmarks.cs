using System.Globalization;
using BenchmarkDotNet.Attributes;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Benchmarks.Micro;

/// <summary>
/// The storage port on each store, with rows of the size of an invoice. Table Storage, played by Azurite, is only there with
/// <c>PVF_STORE=azurite</c>, as in the tests; it needs Node.js with npm.
/// </summary>
public class StoreBenchmarks
{
    private const string Partition = "tenant:demo";
    private const string Prefix = "invoice:";
    private const int Listed = 100;

    private BenchedStore? opened;
    private Row? replaced;
    private int inserted;

    [ParamsSource(nameof(Stores))]
    public string Store { get; set; } = BenchedStore.Sqlite;

    private IRowStore Rows => opened!.Rows;

    public static IEnumerable<string> Stores()
    {
        yield return BenchedStore.Sqlite;
        if (Environment.GetEnvironmentVariable("PVF_STORE") == "azurite")
        {
            yield return BenchedStore.TableStorage;
        }
    }

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        opened = await BenchedStore.OpenAsync(Store);
        var batch = Enumerable.Range(0, Listed).Select(number => new RowWrite.Insert(KeyOf(Prefix, number), InvoiceValues.Create(number)));
        await WriteAsync([.. batch]);
        replaced = await GetAsync();
        Require.That(replaced?.Values.Number("mutation") == 7, "the row that is read is the one that was written");
        Require.That(await QueryAsync() == Listed, "every row is listed");
    }

    [GlobalCleanup]
    public async Task CleanUpAsync() => await opened!.DisposeAsync();

    [Benchmark]
    public Task<Row?> GetAsync() => Rows.GetAsync(Partition, KeyOf(Prefix, 7), CancellationToken.None);

    [Benchmark]
    public Task InsertAsync() => InsertBatchAsync(1);

    [Benchmark]
    public async Task ReplaceAsync()
    {
        var eTag = await Rows.TryReplaceAsync(replaced!, replaced!.Values, CancellationToken.None)
            ?? throw new InvalidOperationException("Nobody else writes this row, but it has changed.");
        replaced = replaced with { ETag = eTag };
    }

    [Benchmark]
    [Arguments(10)]
    [Arguments(100)]
    public async Task InsertBatchAsync(int rows)
    {
        var batch = Enumerable.Range(inserted, rows).Select(number => new RowWrite.Insert(KeyOf("new:", number), InvoiceValues.Create(number)));
        inserted += rows;
        await WriteAsync([.. batch]);
    }

    [Benchmark]
    public async Task<int> QueryAsync()
    {
        var count = 0;
        await foreach (var row in Rows.QueryPrefixAsync(Partition, Prefix, CancellationToken.None))
        {
            count += row.Values.Count > 0 ? 1 : 0;
        }

        return count;
    }

    private static string KeyOf(string prefix, int number) => prefix + number.ToString("D9", CultureInfo.InvariantCulture);

    private async Task WriteAsync(IReadOnlyList<RowWrite> batch) =>
        Require.That(await Rows.WriteAsync(Partition, batch, CancellationToken.None) is WriteResult.Written, "the batch was written");
}
