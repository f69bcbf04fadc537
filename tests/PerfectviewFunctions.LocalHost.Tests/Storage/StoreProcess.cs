using System.Diagnostics;
using System.Globalization;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.LocalHost.Storage;

namespace PerfectviewFunctions.LocalHost.Tests.Storage;

/// <summary>Another process on the same store: how it is started, and what it does there.</summary>
internal static class StoreProcess
{
    public const string Partition = "tenant-1";
    public const int BatchRows = RowLimits.BatchRows;

    public static Process Start(params string[] args)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(StoreProcess).Assembly.Location);
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return Process.Start(start)!;
    }

    /// <summary>Adds one to the row "counter", again and again.</summary>
    public static async Task IncrementAsync(string file, int times)
    {
        using var store = SqliteRowStore.Open(file);
        for (var done = 0; done < times;)
        {
            var row = await store.GetAsync(Partition, "counter", default);
            var count = row!.Values.Number("count");
            done += await store.TryReplaceAsync(row, new RowValues { { "count", count + 1 } }, default) is null ? 0 : 1;
        }
    }

    /// <summary>Inserts batches until killed, and prints the number of each once it is answered.</summary>
    public static async Task InsertBatchesAsync(string file)
    {
        using var store = SqliteRowStore.Open(file);
        for (var batch = 0; ; batch++)
        {
            var body = new byte[16_000];
            var rows = Enumerable.Range(0, BatchRows).Select(i => new RowWrite.Insert(Key(batch, i), new RowValues { { "body", body } }));
            await store.WriteAsync(Partition, [.. rows], default);
            await Console.Out.WriteLineAsync(batch.ToString(CultureInfo.InvariantCulture));
        }
    }

    public static string Key(int batch, int row) => string.Create(CultureInfo.InvariantCulture, $"batch:{batch:D6}:{row:D2}");
}
