using PerfectviewFunctions.Azure.Tests.Support;
using PerfectviewFunctions.Core.Storage;
using Xunit;

namespace PerfectviewFunctions.Azure.Tests.Tables;

/// <summary>
/// The write was done and its answer was lost. A second try meets what the first one wrote; that echo must not be told as a conflict, which
/// says that nothing was written.
/// </summary>
public sealed class LostAnswerTests
{
    private static readonly Dictionary<string, TableFaultKind> Losses = new()
    {
        ["lost answer"] = TableFaultKind.LostAnswer,
        ["half answer"] = TableFaultKind.HalfAnswer,
        ["500 after it was done"] = TableFaultKind.FailedAfter("500 Internal Server Error", "OperationTimedOut"),
        ["503 after it was done"] = TableFaultKind.FailedAfter("503 Service Unavailable", "OperationTimedOut"),
        ["502 of a gateway"] = TableFaultKind.FailedAfter("502 Bad Gateway", ""),
    };

    public static TheoryData<string, string> LostWrites { get; } = TableCall.With(TableCall.Writes, Losses.Keys);

    [Theory]
    [MemberData(nameof(LostWrites))]
    public async Task Write_that_was_done_but_not_answered_is_unavailable_and_no_conflict(string call, string loss)
    {
        await using var table = await FaultyTable.CreateAsync();
        var write = await TableCall.WriteAsync(table, call);
        table.Way.Next(Losses[loss]);

        await Assert.ThrowsAsync<StoreUnavailableException>(write);

        Assert.Equal(TableCall.After(call), await table.StandingAsync());
    }

    [Theory]
    [MemberData(nameof(LostWrites))]
    public async Task Write_that_was_lost_and_then_throttled_is_unavailable_and_no_conflict(string call, string loss)
    {
        await using var table = await FaultyTable.CreateAsync();
        var write = await TableCall.WriteAsync(table, call);
        table.Way.Next(Losses[loss], TableFaultKind.Refused("503 Service Unavailable", "ServerBusy"));

        await Assert.ThrowsAsync<StoreUnavailableException>(write);

        Assert.Equal(TableCall.After(call), await table.StandingAsync());
    }

    [Theory]
    [InlineData("insert", 1)]
    [InlineData("replace", 2)]
    [InlineData("delete", 2)]
    [InlineData("batch", 2)]
    public async Task Write_is_tried_again_after_a_lost_answer_only_where_an_ETag_keeps_it_from_being_done_twice(string call, int tries)
    {
        await using var table = await FaultyTable.CreateAsync();
        var write = await TableCall.WriteAsync(table, call);
        table.Way.Next(TableFaultKind.LostAnswer);

        await Assert.ThrowsAsync<StoreUnavailableException>(write);

        Assert.Equal(tries, table.Way.Calls.Count);
    }

    [Theory]
    [InlineData("insert", false)]
    [InlineData("replace", true)]
    [InlineData("delete", true)]
    [InlineData("batch", true)]
    public async Task Write_that_was_cut_off_before_it_arrived_is_done_by_the_second_try_if_an_ETag_fences_it(string call, bool isDone)
    {
        await using var table = await FaultyTable.CreateAsync();
        var write = await TableCall.WriteAsync(table, call);
        table.Way.Next(TableFaultKind.CutBefore);

        if (isDone)
        {
            Assert.IsType<WriteResult.Written>(await write());
        }
        else
        {
            await Assert.ThrowsAsync<StoreUnavailableException>(write);
        }

        Assert.Equal(isDone ? TableCall.After(call) : TableCall.Before, await table.StandingAsync());
    }

    [Fact]
    public async Task Insert_whose_row_was_deleted_by_others_after_the_lost_answer_does_not_come_back()
    {
        await using var table = await FaultyTable.CreateAsync();
        var write = await TableCall.WriteAsync(table, "insert");
        table.Way.Next(TableFaultKind.LostAnswer);

        await Assert.ThrowsAsync<StoreUnavailableException>(write);
        Assert.True(await table.Truth.TryDeleteAsync((await table.Truth.GetAsync(FaultyTable.Partition, "new", default))!, default));

        Assert.Equal(TableCall.Before, await table.StandingAsync());
        Assert.Single(table.Way.Calls);
    }

    [Theory]
    [InlineData("get")]
    [InlineData("query")]
    public async Task Reading_whose_answer_is_lost_is_tried_again(string call)
    {
        foreach (var (name, loss) in Losses)
        {
            await using var table = await FaultyTable.CreateAsync();
            table.Way.Next(loss);

            Assert.True(TableCall.Before == await TableCall.ReadAsync(table, call), name);
        }
    }
}
