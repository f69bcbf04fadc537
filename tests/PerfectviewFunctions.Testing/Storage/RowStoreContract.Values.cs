using PerfectviewFunctions.Core.Storage;
using Xunit;

namespace PerfectviewFunctions.Testing.Storage;

public abstract partial class RowStoreContract
{
    public static TheoryData<string, object> ExactValues => new()
    {
        { "empty text", "" },
        { "longest text", new string('x', RowLimits.ValueBytes / 2) },
        { "emoji", "Café 🧾 €1.210,00 – 👩‍👩‍👧 \u202Eöé" },
        { "JSON-like text", """{"instant":"x\u0041","a":["\\"]}""" },
        { "line ends and blanks", " a\r\nb\tc " },
        { "text of a number", "007" },
        { "text of an instant", "2026-03-02T09:00:00.0000000+00:00" },
        { "smallest number", long.MinValue },
        { "largest number", long.MaxValue },
        { "number beyond a double", (1L << 53) + 1 },
        { "zero", 0L },
        { "yes", true },
        { "no", false },
        { "instant to the tick", new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero).AddTicks(1_234_567) },
        { "instant with an offset", new DateTimeOffset(2026, 7, 1, 0, 30, 0, TimeSpan.FromHours(2)).AddTicks(1) },
        { "earliest instant", RowLimits.EarliestInstant },
        { "latest instant", DateTimeOffset.MaxValue },
        { "one byte", new byte[] { 0 } },
        { "64 KiB of every byte", Enumerable.Range(0, RowLimits.ValueBytes).Select(i => (byte)(i * 7)).ToArray() },
    };

    [Theory]
    [MemberData(nameof(ExactValues), DisableDiscoveryEnumeration = true)]
    public async Task Value_of_each_type_is_read_back_exactly(string name, object value)
    {
        var store = await CreateAsync();

        Assert.True(await store.TryInsertAsync(Partition, "row", new RowValues { { "value", value } }, default), name);

        var (_, read) = Assert.Single((await ReadAsync(store, "row")).Values);
        Assert.IsType(value.GetType(), read);
        Assert.Equal(value, read);
        Assert.True(read is not DateTimeOffset instant || instant.Offset == TimeSpan.Zero, "instants are read in UTC");
    }

    [Fact]
    public async Task Row_of_the_most_values_is_read_back_and_one_more_refused()
    {
        var store = await CreateAsync();
        var values = new RowValues();
        foreach (var i in Enumerable.Range(0, RowLimits.ValuesPerRow))
        {
            values.Add($"v{i}", i);
        }

        Assert.True(await store.TryInsertAsync(Partition, "row", values, default));
        Assert.Equal(values, (await ReadAsync(store, "row")).Values);

        values.Add("more", 1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.TryInsertAsync(Partition, "other", values, default));
    }

    [Fact]
    public async Task Row_changed_by_its_reader_is_unchanged_in_the_store()
    {
        var store = await CreateAsync();
        var bytes = new byte[] { 1, 2, 3 };
        await store.TryInsertAsync(Partition, "row", new RowValues { { "body", bytes } }, default);

        bytes[0] = 9;
        var read = await ReadAsync(store, "row");
        read.Values.BytesOrNull("body")![1] = 9;
        read.Values.Add("more", 1);

        Assert.Equal([1, 2, 3], Assert.IsType<byte[]>(Assert.Single((await ReadAsync(store, "row")).Values).Value));
    }

    [Fact]
    public async Task Keys_of_awkward_text_are_taken_when_encoded()
    {
        var store = await CreateAsync();
        var texts = Enumerable.Range(0, 0x100).Select(c => ((char)c).ToString())
            .Concat(["", "🧾", "2026/0001", "a:b;c", "..", "~41", "'; --", "%2F+%", "\uFFFE", "\uD83E"])
            .ToList();

        foreach (var chunk in texts.Chunk(RowLimits.BatchRows))
        {
            var batch = chunk.Select(text => new RowWrite.Insert("x:" + StorageKey.Encode(text), State("new"))).ToList();
            Assert.IsType<WriteResult.Written>(await store.WriteAsync(Partition, batch, default));
        }

        foreach (var text in texts)
        {
            Assert.NotNull(await store.GetAsync(Partition, "x:" + StorageKey.Encode(text), default));
        }

        Assert.Equal(texts.Count, (await KeysAsync(store.QueryPrefixAsync(Partition, "x:", default))).Count);
    }
}
