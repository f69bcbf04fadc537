using PerfectviewFunctions.Core.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Storage;

public sealed class RowLimitsTests
{
    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\nb")]
    [InlineData("a\u007Fb")]
    [InlineData("é")]
    public void CheckKey_key_no_store_takes_throws(string key) => Assert.Throws<ArgumentException>(() => RowLimits.CheckKey(key));

    [Fact]
    public void CheckKey_length_is_limited()
    {
        RowLimits.CheckKey(new string('k', RowLimits.KeyLength));
        Assert.Throws<ArgumentException>(() => RowLimits.CheckKey(new string('k', RowLimits.KeyLength + 1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("due-at")]
    [InlineData("1st")]
    [InlineData("a.b")]
    [InlineData("é")]
    [InlineData("RowKey")]
    [InlineData("PartitionKey")]
    [InlineData("Timestamp")]
    public void CheckBatch_name_no_store_takes_throws(string name) => AssertRefused(name, "value");

    [Fact]
    public void CheckBatch_value_no_store_keeps_exactly_throws()
    {
        AssertRefused("body", new byte[RowLimits.ValueBytes + 1]);
        AssertRefused("text", new string('x', (RowLimits.ValueBytes / 2) + 1));
        AssertRefused("text", "cut in the middle of \uD83E");
        AssertRefused("text", "\uDDFE\uD83E");
        AssertRefused("at", RowLimits.EarliestInstant.AddTicks(-1));
        AssertRefused("at", default(DateTimeOffset));
    }

    [Fact]
    public void CheckBatch_row_over_1_MiB_throws()
    {
        var values = new RowValues();
        foreach (var i in Enumerable.Range(0, 16))
        {
            values.Add($"part{i}", new byte[RowLimits.ValueBytes]);
        }

        Assert.Throws<InvalidOperationException>(() => RowLimits.CheckBatch("p", [new RowWrite.Insert("k", values)]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    public void CheckBatch_write_to_any_version_throws(string eTag)
    {
        Assert.Throws<ArgumentException>(() => RowLimits.CheckBatch("p", [new RowWrite.Delete("k", eTag)]));
        Assert.Throws<ArgumentException>(() => RowLimits.CheckBatch("p", [new RowWrite.Replace("k", [], eTag)]));
    }

    private static void AssertRefused(string name, object value) =>
        Assert.Throws<InvalidOperationException>(
            () => RowLimits.CheckBatch("p", [new RowWrite.Insert("k", new RowValues { { name, value } })]));
}
