using Microsoft.Extensions.Logging.Abstractions;
using PerfectviewFunctions.Azure.Tables;
using PerfectviewFunctions.Azure.Tests.Support;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.Azure.Tests.Tables;

/// <summary>The table is made by the first write that misses it, be it the first of all or the first after somebody deleted it.</summary>
public sealed class MissingTableTests
{
    public static TheoryData<string> Readings { get; } = [.. TableCall.Readings];

    [Theory]
    [MemberData(nameof(Readings))]
    public async Task Reading_without_a_table_finds_nothing_and_makes_none(string call)
    {
        await using var table = await FaultyTable.CreateAsync();
        await table.DropTableAsync();

        Assert.Equal(call == "get" ? "- -" : "", await TableCall.ReadAsync(table, call));

        Assert.All(table.Way.Calls, line => Assert.StartsWith("GET ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Insert_makes_the_table_again_once()
    {
        await using var table = await FaultyTable.CreateAsync();
        var write = await TableCall.WriteAsync(table, "insert");
        await table.DropTableAsync();

        Assert.IsType<WriteResult.Written>(await write());
        Assert.Equal("new=new", await table.StandingAsync());
        Assert.Equal(3, table.Way.Calls.Count);

        await table.Store.TryInsertAsync(FaultyTable.Partition, "more", FaultyTable.State("new"), default);
        Assert.Equal(4, table.Way.Calls.Count);
    }

    [Theory]
    [InlineData("replace", 0)]
    [InlineData("delete", 0)]
    [InlineData("batch", 1)]
    public async Task Write_to_a_row_that_went_with_its_table_conflicts(string call, int index)
    {
        await using var table = await FaultyTable.CreateAsync();
        var write = await TableCall.WriteAsync(table, call);
        await table.DropTableAsync();

        Assert.Equal(new WriteResult.Conflict(index, ConflictKind.Changed), await write());
        Assert.Equal("", await table.StandingAsync());
    }

    [Fact]
    public async Task Parallel_first_writes_make_one_table_and_all_hold()
    {
        var azurite = await Azurite.StartedAsync();
        var settings = new StorageSettings { ConnectionString = azurite.ConnectionString, Table = Azurite.NewTable() };
        var stores = Enumerable.Range(0, 20).Select(_ => TableRowStore.Create(
            settings, () => throw new InvalidOperationException(), TimeProvider.System, NullLoggerFactory.Instance)).ToList();

        var results = await Task.WhenAll(stores.Select((store, i) => Task.Run(
            () => store.TryInsertAsync(FaultyTable.Partition, $"row:{i}", FaultyTable.State("new"), default))));

        Assert.All(results, Assert.True);
        var rows = 0;
        await foreach (var row in stores[0].QueryPrefixAsync(FaultyTable.Partition, "row:", default))
        {
            rows++;
        }

        Assert.Equal(stores.Count, rows);
    }

    [Fact]
    public async Task Write_while_the_deleted_table_is_still_being_removed_is_unavailable()
    {
        await using var table = await FaultyTable.CreateAsync();
        var write = await TableCall.WriteAsync(table, "insert");
        table.Way.Next(TableFaultKind.Refused("404 Not Found", "TableNotFound"), TableFaultKind.Refused("409 Conflict", "TableBeingDeleted"));

        var exception = await Assert.ThrowsAsync<StoreUnavailableException>(write);

        Assert.Contains("still removing", exception.Message, StringComparison.Ordinal);
    }
}
