using System.Globalization;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.LocalHost.Storage;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.LocalHost.Tests.Storage;

/// <summary>Several processes on one file, and one that dies.</summary>
public sealed class SqliteProcessTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string File => folder.File("store.db");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_processes_that_count_in_one_row_lose_nothing()
    {
        const int Times = 100;
        using var store = SqliteRowStore.Open(File);
        await store.TryInsertAsync(StoreProcess.Partition, "counter", new RowValues { { "count", 0 } }, default);

        using var other = StoreProcess.Start("increment", File, $"{Times}");
        await StoreProcess.IncrementAsync(File, Times);
        await other.WaitForExitAsync();

        Assert.Equal(0, other.ExitCode);
        var counter = await store.GetAsync(StoreProcess.Partition, "counter", default);
        Assert.Equal(2 * Times, counter!.Values.Number("count"));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 3)]
    [InlineData(12, 5)]
    public async Task Process_killed_while_writing_leaves_every_answered_batch_and_no_half_one(int answered, int millisecondsLater)
    {
        using var writer = StoreProcess.Start("insert-batches", File);
        var last = -1;
        while (last < answered)
        {
            last = int.Parse((await writer.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);
        }

        // Later by less than a batch takes, to hit the next one in the middle.
        await Task.Delay(millisecondsLater);
        writer.Kill();
        while (await writer.StandardOutput.ReadLineAsync() is { } line && int.TryParse(line, CultureInfo.InvariantCulture, out var number))
        {
            last = number;
        }

        await writer.WaitForExitAsync();
        using var store = SqliteRowStore.Open(File);
        var found = new Dictionary<string, int>();
        await foreach (var row in store.QueryPrefixAsync(StoreProcess.Partition, "batch:", default))
        {
            var batch = row.Key[..^3];
            found[batch] = found.GetValueOrDefault(batch) + 1;
        }

        Assert.All(found, batch => Assert.Equal(StoreProcess.BatchRows, batch.Value));
        Assert.InRange(found.Count, last + 1, last + 2); // the last one may have been written and not yet answered
    }
}
