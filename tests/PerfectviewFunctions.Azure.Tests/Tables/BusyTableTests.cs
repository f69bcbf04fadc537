using PerfectviewFunctions.Azure.Tests.Support;
using PerfectviewFunctions.Core.Storage;
using Xunit;

namespace PerfectviewFunctions.Azure.Tests.Tables;

/// <summary>The service turns calls away for a while, or does not answer at all.</summary>
public sealed class BusyTableTests
{
    private static readonly Dictionary<string, TableFaultKind> Throttles = new()
    {
        ["503"] = TableFaultKind.Refused("503 Service Unavailable", "ServerBusy"),
        ["429"] = TableFaultKind.Refused("429 Too Many Requests", "TooManyRequests"),
        ["429 with a wait"] = TableFaultKind.Refused("429 Too Many Requests", "TooManyRequests", "Retry-After: 0\r\n"),
        ["503 in a transaction"] = TableFaultKind.RefusedInBatch("503 Service Unavailable", "ServerBusy"),
    };

    public static TheoryData<string, string> ThrottledWrites { get; } = TableCall.With(TableCall.Writes, Throttles.Keys);

    public static TheoryData<string, string> ThrottledReadings { get; } = TableCall.With(TableCall.Readings, Throttles.Keys.Take(3));

    public static TheoryData<string> Calls { get; } = [.. TableCall.All];

    public static TheoryData<string> Writes { get; } = [.. TableCall.Writes];

    [Theory]
    [MemberData(nameof(ThrottledWrites))]
    public async Task Write_that_is_throttled_twice_is_done_by_the_third_try(string call, string throttle)
    {
        await using var table = await FaultyTable.CreateAsync();
        var write = await TableCall.WriteAsync(table, call);
        table.Way.Next(Throttles[throttle], Throttles[throttle]);

        Assert.IsType<WriteResult.Written>(await write());

        Assert.Equal(TableCall.After(call), await table.StandingAsync());
        Assert.Equal(3, table.Way.Calls.Count);
    }

    [Theory]
    [MemberData(nameof(ThrottledReadings))]
    public async Task Reading_that_is_throttled_twice_is_done_by_the_third_try(string call, string throttle)
    {
        await using var table = await FaultyTable.CreateAsync();
        table.Way.Next(Throttles[throttle], Throttles[throttle]);

        Assert.Equal(TableCall.Before, await TableCall.ReadAsync(table, call));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_that_is_throttled_for_ever_is_unavailable_after_its_tries(string call)
    {
        await using var table = await FaultyTable.CreateAsync();
        table.Way.Always(Throttles["503"]);

        var exception = await TableCall.FailsAsync(table, call);

        Assert.Equal("The table store is busy and takes no more calls for the moment.", exception.Message);
        Assert.Equal(FaultyTable.Tries, table.Way.Calls.Count);
        Assert.Equal(TableCall.Before, await table.StandingAsync());
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_that_is_told_to_wait_longer_than_it_may_take_is_unavailable_at_once(string call)
    {
        await using var table = await FaultyTable.CreateAsync();
        table.Way.Always(TableFaultKind.Refused("503 Service Unavailable", "ServerBusy", "Retry-After: 3600\r\n"));

        await TableCall.FailsAsync(table, call);

        Assert.Single(table.Way.Calls);
    }

    [Theory]
    [InlineData("insert", ConflictKind.AlreadyExists)]
    [InlineData("replace", ConflictKind.Changed)]
    [InlineData("delete", ConflictKind.Changed)]
    public async Task Conflict_after_a_try_that_was_turned_away_is_a_conflict(string call, ConflictKind expected)
    {
        await using var table = await FaultyTable.CreateAsync();
        var write = await TableCall.WriteAsync(table, call);
        await table.Truth.TryInsertAsync(FaultyTable.Partition, "new", FaultyTable.State("other"), default);
        foreach (var key in new[] { "kept", "doomed" })
        {
            var row = await table.Truth.GetAsync(FaultyTable.Partition, key, default);
            await table.Truth.TryReplaceAsync(row!, FaultyTable.State("other"), default);
        }

        table.Way.Next(Throttles["503"]);

        Assert.Equal(new WriteResult.Conflict(0, expected), await write());
        Assert.Equal("doomed=other kept=other new=other", await table.StandingAsync());
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Call_that_is_never_answered_is_unavailable(string call)
    {
        await using var table = await FaultyTable.CreateAsync(tryTime: TimeSpan.FromMilliseconds(300));
        table.Way.Always(TableFaultKind.Hanging);

        var exception = await TableCall.FailsAsync(table, call);

        Assert.Equal("The table store did not answer in time.", exception.Message);
        Assert.Equal(TableCall.Before, await table.StandingAsync());
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task Write_that_was_done_and_is_never_answered_is_unavailable_and_no_conflict(string call)
    {
        await using var table = await FaultyTable.CreateAsync(tryTime: TimeSpan.FromSeconds(2));
        var write = await TableCall.WriteAsync(table, call);
        table.Way.Next(TableFaultKind.HangingAfter);

        await Assert.ThrowsAsync<StoreUnavailableException>(write);

        Assert.Equal(TableCall.After(call), await table.StandingAsync());
    }

    [Fact]
    public async Task Call_that_its_caller_gives_up_is_cancelled_and_not_unavailable()
    {
        await using var table = await FaultyTable.CreateAsync();
        using var gone = new CancellationTokenSource();
        table.Way.Always(TableFaultKind.Hanging);

        var write = table.Store.TryInsertAsync(FaultyTable.Partition, "new", FaultyTable.State("new"), gone.Token);
        var reading = table.Store.GetAsync(FaultyTable.Partition, "kept", gone.Token);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }
}
