using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Engine;

public sealed class DueRowsTests
{
    private static readonly TenantId Tenant = TenantId.Parse("demo");
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly InMemoryRowStore store = new();
    private readonly ManualTimeProvider clock = new();
    private readonly DueRows due;

    public DueRowsTests() => due = new DueRows(store, clock);

    private DateTimeOffset Now => clock.GetUtcNow();

    [Fact]
    public async Task Announce_first_work_is_due_at_once()
    {
        await AnnounceAsync(Now);

        Assert.Equal(Now, (await SingleDueAsync()).Values.Instant("at"));
    }

    [Fact]
    public async Task Announce_later_work_is_not_due_before_its_time()
    {
        await AnnounceAsync(Now + Minute);
        Assert.Empty(await DueAsync());

        clock.Advance(Minute);

        Assert.Single(await DueAsync());
    }

    [Fact]
    public async Task Announce_earlier_work_moves_a_later_row_forward()
    {
        await AnnounceAsync(Now + (60 * Minute));

        await AnnounceAsync(Now + (2 * Minute));

        Assert.Equal(Now + (2 * Minute), await AtAsync());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public async Task Announce_later_work_never_moves_an_earlier_row_back(int earlierMinutes)
    {
        var earlier = Now + (earlierMinutes * Minute);
        await AnnounceAsync(earlier);

        await AnnounceAsync(Now + (60 * Minute));

        Assert.Equal(earlier, await AtAsync());
    }

    [Fact]
    public async Task Announce_later_work_over_an_old_due_row_leaves_it_due()
    {
        await AnnounceAsync(Now);
        clock.Advance(3 * Minute);

        await AnnounceAsync(Now + (60 * Minute));

        Assert.Equal(Now, await AtAsync());
    }

    [Fact]
    public async Task Announce_within_the_same_minute_writes_once()
    {
        await AnnounceAsync(Now);
        clock.Advance(Minute - TimeSpan.FromTicks(1));
        await AnnounceAsync(Now);
        Assert.Equal(1, store.Writes);

        clock.Advance(TimeSpan.FromTicks(1));
        await AnnounceAsync(Now);

        Assert.Equal(2, store.Writes);
    }

    [Fact]
    public async Task Announce_within_the_same_minute_does_not_read_what_it_has_seen()
    {
        await AnnounceAsync(Now);
        store.ForgetCounts();

        clock.Advance(Minute - TimeSpan.FromTicks(1));
        await AnnounceAsync(Now);
        Assert.Equal(0, store.Gets);

        clock.Advance(TimeSpan.FromTicks(1));
        await AnnounceAsync(Now);
        Assert.Equal(1, store.Gets);
    }

    /// <summary>Many announce within a minute without looking; meanwhile another process settles whenever it can.</summary>
    [Fact]
    public async Task Row_of_who_did_not_look_stands_for_minutes_whoever_settles()
    {
        var other = new DueRows(store, clock);
        for (var second = 0; second < 600; second++)
        {
            await AnnounceAsync(Now);
            await foreach (var row in other.DueAsync(default))
            {
                await other.SettleAsync(row, Now, null, default);
                await other.SettleAsync(row, Now, Now + (60 * Minute), default);
            }

            Assert.True(await AtAsync() > Now - Minute, $"second {second}");
            clock.Advance(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>The same moment as the row has: nothing to write while the row is fresh, and a row that is old is renewed and not left as it is.</summary>
    [Fact]
    public async Task Announce_of_the_very_moment_of_the_row_renews_it_only_when_it_is_old()
    {
        var at = Now;
        await AnnounceAsync(at);
        await AnnounceAsync(at);
        Assert.Equal(1, store.Writes);
        clock.Advance(3 * Minute);

        await AnnounceAsync(at);

        Assert.Equal(Now, await AtAsync());
    }

    [Fact]
    public async Task Announce_50_at_once_leaves_one_row()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => AnnounceAsync(Now))));

        Assert.Single(await DueAsync());
    }

    [Fact]
    public async Task Settle_row_due_less_than_five_minutes_stays()
    {
        await AnnounceAsync(Now);
        clock.Advance((5 * Minute) - TimeSpan.FromTicks(1));
        var row = await SingleDueAsync();

        await due.SettleAsync(row, Now, null, default);
        await due.SettleAsync(row, Now, Now + (60 * Minute), default);

        Assert.Equal(row.ETag, (await SingleDueAsync()).ETag);
    }

    [Fact]
    public async Task Settle_row_due_five_minutes_is_cleared_when_nothing_is_open()
    {
        await AnnounceAsync(Now);
        clock.Advance(5 * Minute);

        await due.SettleAsync(await SingleDueAsync(), Now, null, default);

        Assert.Null(await AtAsync());
    }

    [Fact]
    public async Task Settle_row_due_five_minutes_moves_to_the_next_work()
    {
        await AnnounceAsync(Now);
        clock.Advance(5 * Minute);

        await due.SettleAsync(await SingleDueAsync(), Now, Now + (7 * Minute), default);

        Assert.Equal(Now + (7 * Minute), await AtAsync());
    }

    [Fact]
    public async Task Settle_work_still_due_leaves_the_row()
    {
        await AnnounceAsync(Now);
        clock.Advance(5 * Minute);
        var row = await SingleDueAsync();

        await due.SettleAsync(row, Now, Now - Minute, default);

        Assert.Equal(row.ETag, (await SingleDueAsync()).ETag);
    }

    /// <summary>The race of the class's comment: the announcer found an old row, and only its renewal saves its event.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Settle_row_renewed_meanwhile_stays(bool moves)
    {
        await AnnounceAsync(Now);
        clock.Advance(5 * Minute);
        var row = await SingleDueAsync();

        await AnnounceAsync(Now);
        await due.SettleAsync(row, Now, moves ? Now + (60 * Minute) : null, default);

        Assert.Equal(Now, await AtAsync());
    }

    [Fact]
    public async Task Announce_row_cleared_between_its_look_and_its_write_writes_a_new_one()
    {
        await AnnounceAsync(Now);
        clock.Advance(5 * Minute);
        var row = await SingleDueAsync();
        store.After = async call =>
        {
            if (call is StoreCall.Get)
            {
                store.After = null;
                await due.SettleAsync(row, Now, null, default);
            }
        };

        await AnnounceAsync(Now);

        Assert.Equal(Now, await AtAsync());
    }

    /// <summary>
    /// What was open counts as of the moment it was asked for: when the row was not old enough then, an event announced by it may have come
    /// since, however long the settling takes.
    /// </summary>
    [Fact]
    public async Task Settle_open_work_asked_for_too_early_stays()
    {
        await AnnounceAsync(Now);
        var row = await SingleDueAsync();
        var askedAt = Now;
        clock.Advance(Minute / 2);
        await AnnounceAsync(Now); // Relies on the fresh row; its event is stored now.
        clock.Advance(5 * Minute);

        await due.SettleAsync(row, askedAt, null, default);

        Assert.Equal(row.ETag, (await SingleDueAsync()).ETag);
    }

    private Task AnnounceAsync(DateTimeOffset at) => due.AnnounceAsync(Tenant, at, default);

    private async Task<DateTimeOffset?> AtAsync() =>
        (await store.GetAsync(Partition.Due, Tenant.Value, default))?.Values.Instant("at");

    private async Task<Row> SingleDueAsync() => Assert.Single(await DueAsync());

    private async Task<List<Row>> DueAsync()
    {
        var rows = new List<Row>();
        await foreach (var row in due.DueAsync(default))
        {
            rows.Add(row);
        }

        return rows;
    }
}
