using PerfectviewFunctions.Core.Storage;
using Xunit;

namespace PerfectviewFunctions.Testing.Storage;

public abstract partial class RowStoreContract
{
    /// <summary>Every character that a key may have.</summary>
    private static readonly char[] KeyCharacters =
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Where(c => c is not ('/' or '\\' or '#' or '?'))];

    [Fact]
    public async Task Keys_of_every_character_are_written_read_replaced_and_deleted()
    {
        var store = await CreateAsync();
        var partition = "p" + new string(KeyCharacters);
        var keys = KeyCharacters.Select(c => $"a{c}b").Concat(["%41", "a''b", "a%2Fb", "a+b%20c", "'", "eq 'x' or PartitionKey ne '"]).ToList();

        foreach (var key in keys)
        {
            Assert.True(await store.TryInsertAsync(partition, key, State(key), default), key);
        }

        Assert.Equal(keys.Distinct().Order(StringComparer.Ordinal), await KeysAsync(store.QueryAsync(partition, " ", "~~", default)));
        foreach (var key in keys)
        {
            var read = Assert.Single(await RowsAsync(store.QueryAsync(partition, key, key + "!", default)), row => row.Key == key);
            Assert.Equal((partition, key), (read.Partition, read.Values.Text("state")));
            Assert.NotNull(await store.TryReplaceAsync(read, State("replaced"), default));
            var replaced = await store.GetAsync(partition, key, default);
            Assert.Equal("replaced", replaced!.Values.Text("state"));
            Assert.True(await store.TryDeleteAsync(replaced, default), key);
        }

        Assert.Empty(await KeysAsync(store.QueryAsync(partition, " ", "~~", default)));
    }

    [Fact]
    public async Task Keys_that_are_long_are_told_apart_at_their_last_character()
    {
        var store = await CreateAsync();
        var stem = new string('k', 511);

        await InsertAllAsync(store, stem + "b", stem + "a");

        Assert.Equal([stem + "b"], await KeysAsync(store.QueryAsync(Partition, stem + "b", stem + "c", default)));
        Assert.Equal(stem + "a", await StateAsync(store, stem + "a"));
    }

    [Fact]
    public async Task Row_of_the_most_bytes_is_read_back()
    {
        var store = await CreateAsync();
        var values = Full(RowLimits.RowBytes);

        Assert.True(await store.TryInsertAsync(Partition, "row", values, default));

        AssertEqual(values, (await ReadAsync(store, "row")).Values);
    }

    [Fact]
    public async Task Batch_of_the_most_bytes_is_written()
    {
        var store = await CreateAsync();
        var batch = Enumerable.Range(0, RowLimits.BatchRows)
            .Select(i => new RowWrite.Insert($"row:{i:D3}", Full(RowLimits.BatchBytes / RowLimits.BatchRows)))
            .ToList();

        Assert.IsType<WriteResult.Written>(await store.WriteAsync(Partition, batch, default));

        var read = await RowsAsync(store.QueryPrefixAsync(Partition, "row:", default));
        Assert.Equal(batch.Count, read.Count);
        Assert.All(read.Zip(batch), pair => AssertEqual(pair.Second.Values, pair.First.Values));
    }

    /// <summary>Values that take this many bytes, as <see cref="RowLimits"/> counts them.</summary>
    private static RowValues Full(int bytes)
    {
        const int NameAndEnvelope = (2 * 3) + 8;
        var values = new RowValues();
        for (var i = 0; bytes > NameAndEnvelope; i++)
        {
            var length = Math.Min(bytes - NameAndEnvelope, RowLimits.ValueBytes);
            values.Add($"b{i:D2}", Enumerable.Range(i, length).Select(b => (byte)(b * 31)).ToArray());
            bytes -= length + NameAndEnvelope;
        }

        return values;
    }

    private static void AssertEqual(RowValues expected, RowValues actual)
    {
        Assert.Equal(expected.Select(value => value.Key), actual.Select(value => value.Key));
        Assert.All(expected, value => Assert.True(((byte[])value.Value).AsSpan().SequenceEqual(actual.BytesOrNull(value.Key)), value.Key));
    }
}
