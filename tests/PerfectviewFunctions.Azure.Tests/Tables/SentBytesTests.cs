using PerfectviewFunctions.Azure.Tests.Support;
using PerfectviewFunctions.Core.Storage;
using Xunit;

namespace PerfectviewFunctions.Azure.Tests.Tables;

/// <summary>What <see cref="RowLimits"/> lets through Table Storage takes: 4 MiB as sent, however much the way of writing adds to what is stored.</summary>
public sealed class SentBytesTests
{
    private const int MostSent = 4 * 1024 * 1024;

    public static TheoryData<string, string> Batches => new()
    {
        { "text of letters", "a" },
        { "text that is escaped", "\u20AC" },
        { "text that is escaped", "\"<" },
        { "text in pairs of surrogates", "\uD83E\uDDFE" },
        { "bytes", "" },
        { "bytes under long keys", "" },
        { "many values with long names", "" },
    };

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task Largest_batch_that_is_let_through_is_taken(string kind, string text)
    {
        await using var table = await FaultyTable.CreateAsync();
        var partition = kind.EndsWith("long keys", StringComparison.Ordinal) ? new string('\'', RowLimits.KeyLength) : FaultyTable.Partition;
        var (fits, fitsNot) = (0, 64);
        while (fitsNot - fits > 1)
        {
            var middle = (fits + fitsNot) / 2;
            (fits, fitsNot) = IsLetThrough(partition, Batch(kind, text, middle)) ? (middle, fitsNot) : (fits, middle);
        }

        Assert.NotEqual(0, fits);
        Assert.IsType<WriteResult.Written>(await table.Store.WriteAsync(partition, Batch(kind, text, fits), default));
        Assert.InRange(table.Way.MostBytes, 1, MostSent);
    }

    /// <summary>A hundred rows; the larger the number, the larger each.</summary>
    private static List<RowWrite> Batch(string kind, string text, int size) => [.. Enumerable.Range(0, RowLimits.BatchRows).Select(i =>
    {
        var values = new RowValues();
        for (var v = 0; v < size; v++)
        {
            values.Add(
                kind.StartsWith("many", StringComparison.Ordinal) ? $"{new string('n', RowLimits.NameLength - 3)}{v:D3}" : $"v{v:D3}",
                kind switch
                {
                    _ when text.Length > 0 => string.Concat(Enumerable.Repeat(text, 512 / text.Length)),
                    "many values with long names" => (long)v,
                    _ => Enumerable.Repeat((byte)0xFB, 1024).ToArray(),
                });
        }

        var key = kind.EndsWith("long keys", StringComparison.Ordinal) ? new string('\'', RowLimits.KeyLength - 3) : "row";
        return new RowWrite.Insert($"{key}{i:D3}", values);
    })];

    private static bool IsLetThrough(string partition, IReadOnlyList<RowWrite> batch)
    {
        try
        {
            RowLimits.CheckBatch(partition, batch);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
