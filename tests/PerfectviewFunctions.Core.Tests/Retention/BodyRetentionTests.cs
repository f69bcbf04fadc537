using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Retention;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Retention;

public sealed class BodyRetentionTests
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    private readonly Bench bench = new();

    [Fact]
    public async Task Run_body_goes_when_its_days_are_over_and_the_facts_stay()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
        var before = await bench.EventAsync(tenant, "e1");
        bench.Clock.Advance(Kept - Tick);
        Assert.True(await bench.NewRetention().RunAsync(default));
        Assert.Equal(["e1"], await BodiesAsync(tenant));
        bench.Clock.Advance(Tick);

        Assert.True(await bench.NewRetention().RunAsync(default));

        Assert.Empty(await BodiesAsync(tenant));
        Assert.Empty(await PlacesAsync(tenant));
        Assert.Equal(before, await bench.EventAsync(tenant, "e1"));
        Assert.True((await bench.Desk.PlaceAsync(tenant.Id, bench.Events.Valid("e1", "F1"), default)).IsRepeated);
        Assert.Contains(bench.Logs.Lines, line => line.Contains("1 events of demo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_body_of_an_ignored_and_of_a_refused_event_goes_too()
    {
        var tenant = await SetAsync(await bench.AddTenantAsync(), settings => settings with { BookingsOn = false });
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
        await bench.Desk.PlaceAsync(tenant.Id, Arriving.Faulty("e2", "F2"), default);
        await bench.Desk.PlaceAsync(tenant.Id, bench.Events.Valid("e1", "F1", net: 200m), default);
        Assert.Equal(3, (await BodiesAsync(tenant)).Count);
        bench.Clock.Advance(Kept);

        await bench.NewRetention().RunAsync(default);

        Assert.Empty(await BodiesAsync(tenant));
        Assert.Equal(EventState.Ignored, (await bench.EventAsync(tenant, "e1"))!.State);
        Assert.Equal(EventState.Refused, (await bench.EventAsync(tenant, "e2"))!.State);
    }

    [Fact]
    public async Task Run_body_of_what_is_open_or_needs_a_person_stays()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
        await bench.TakeOneAsync(tenant, bench.Events.Valid("changed", "F1", minute: 1, net: 200m));
        await bench.PlaceAsync(tenant, bench.Events.Valid("open", "F2"));
        Assert.Equal(EventState.NeedsAttention, (await bench.EventAsync(tenant, "changed"))!.State);
        bench.Clock.Advance(10 * Kept);

        await bench.NewRetention().RunAsync(default);

        Assert.Equal(["changed", "open"], await BodiesAsync(tenant));
    }

    [Fact]
    public async Task Run_each_tenant_keeps_its_own_days_and_a_retired_one_too()
    {
        var day = TimeSpan.FromDays(1);
        var shortly = await SetAsync(await bench.AddTenantAsync("shortly"), settings => settings with { RetentionDays = 10 });
        var gone = await SetAsync(await bench.AddTenantAsync("gone", state: TenantState.Retired), settings => settings with { RetentionDays = 10 });
        var longer = await bench.AddTenantAsync("longer");
        foreach (var tenant in new[] { shortly, gone, longer })
        {
            await bench.Desk.PlaceAsync(tenant.Id, Arriving.Faulty("e1", "F1"), default);
        }

        bench.Clock.Advance(10 * day);
        await bench.NewRetention().RunAsync(default);

        Assert.Empty(await BodiesAsync(shortly));
        Assert.Empty(await BodiesAsync(gone));
        Assert.Equal(["e1"], await BodiesAsync(longer));
    }

    [Fact]
    public async Task Run_takes_so_many_at_once_the_oldest_first_and_an_hour_later_the_rest()
    {
        var tenant = await bench.AddTenantAsync();
        for (var number = 0; number < BodyRetention.MostPerTenant + 2; number++)
        {
            await bench.Desk.PlaceAsync(tenant.Id, Arriving.Faulty(Bench.Numbered("e", 9999 - number), null), default);
            bench.Clock.Advance(Tick);
        }

        bench.Clock.Advance(Kept);
        var retention = bench.NewRetention();
        await retention.RunIfDueAsync(default);
        Assert.Equal(["e9498", "e9499"], await BodiesAsync(tenant));

        bench.Clock.Advance(TimeSpan.FromMinutes(60) - Tick);
        await retention.RunIfDueAsync(default);
        Assert.Equal(2, (await BodiesAsync(tenant)).Count);
        bench.Clock.Advance(Tick);
        await retention.RunIfDueAsync(default);

        Assert.Empty(await BodiesAsync(tenant));
    }

    [Fact]
    public async Task Run_if_due_runs_once_a_day()
    {
        var tenant = await bench.AddTenantAsync();
        var retention = bench.NewRetention();
        await retention.RunIfDueAsync(default);
        await bench.Desk.PlaceAsync(tenant.Id, Arriving.Faulty("e1", "F1"), default);
        await SetAsync(tenant, settings => settings with { RetentionDays = 0 });

        bench.Clock.Advance(TimeSpan.FromDays(1) - Tick);
        bench.Store.ForgetCounts();
        await retention.RunIfDueAsync(default);
        Assert.Equal(0, bench.Store.Gets + bench.Store.Queries);
        bench.Clock.Advance(Tick);
        await retention.RunIfDueAsync(default);

        Assert.Empty(await BodiesAsync(tenant));
    }

    [Fact]
    public async Task Run_nothing_to_delete_writes_nothing()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
        bench.Store.ForgetCounts();

        await bench.NewRetention().RunAsync(default);

        Assert.Equal((2, 2, 0), (bench.Store.Gets, bench.Store.Queries, bench.Store.Writes));
    }

    [Fact]
    public async Task Run_event_that_was_opened_again_keeps_its_body_until_it_ends_again()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
        var ended = await bench.EventAsync(tenant, "e1");
        bench.Clock.Advance(Kept);
        await StoreAsync(tenant, ended! with { State = EventState.Received, EndedAt = null });

        await bench.NewRetention().RunAsync(default);

        Assert.Equal(["e1"], await BodiesAsync(tenant));
        Assert.Empty(await PlacesAsync(tenant));
    }

    [Fact]
    public async Task Run_event_that_ended_again_later_keeps_its_body_until_then()
    {
        var tenant = await SetAsync(await bench.AddTenantAsync(), settings => settings with { BookingsOn = false });
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
        bench.Clock.Advance(TimeSpan.FromDays(1));
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e2", "F1", minute: 1));
        Assert.Equal(3, (await PlacesAsync(tenant)).Count);

        bench.Clock.Advance(Kept - TimeSpan.FromDays(1));
        await bench.NewRetention().RunAsync(default);
        Assert.Equal(["e1", "e2"], await BodiesAsync(tenant));
        Assert.Equal(2, (await PlacesAsync(tenant)).Count);
        bench.Clock.Advance(TimeSpan.FromDays(1));
        await bench.NewRetention().RunAsync(default);

        Assert.Empty(await BodiesAsync(tenant));
    }

    /// <summary>Whoever opens an event again has seen its body: it must still be there afterwards.</summary>
    [Fact]
    public async Task Run_event_that_is_opened_again_at_that_moment_keeps_its_body()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
        bench.Clock.Advance(Kept);
        bench.Store.Before = async call =>
        {
            if (call is StoreCall.Write)
            {
                bench.Store.Before = null;
                await StoreAsync(tenant, (await bench.EventAsync(tenant, "e1"))! with { State = EventState.Received, EndedAt = null });
            }
        };

        await bench.NewRetention().RunAsync(default);

        Assert.Equal(["e1"], await BodiesAsync(tenant));
        Assert.Equal(EventState.Received, (await bench.EventAsync(tenant, "e1"))!.State);
    }

    [Theory]
    [InlineData("body:")]
    [InlineData("event:")]
    public async Task Run_place_of_what_is_gone_already_goes_too(string gone)
    {
        var tenant = await bench.AddTenantAsync();
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
        await bench.Store.TryDeleteAsync((await bench.Store.GetAsync(Partition.Of(tenant.Id), gone + "e1", default))!, default);
        bench.Clock.Advance(Kept);

        Assert.True(await bench.NewRetention().RunAsync(default));

        Assert.Empty(await PlacesAsync(tenant));
    }

    /// <summary>The process dies at the second of three bodies, before or after it is deleted.</summary>
    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task Run_that_died_halfway_is_finished_by_the_next(bool after, int left)
    {
        var tenant = await bench.AddTenantAsync();
        foreach (var id in new[] { "e1", "e2", "e3" })
        {
            await bench.Desk.PlaceAsync(tenant.Id, Arriving.Faulty(id, null), default);
        }

        bench.Clock.Advance(Kept);
        bench.Store.ForgetCounts();
        Func<StoreCall, Task> dying = call =>
            call is StoreCall.Write && bench.Store.Writes >= 2 ? throw new StoreUnavailableException("down") : Task.CompletedTask;
        (bench.Store.Before, bench.Store.After) = after ? (null, dying) : (dying, (Func<StoreCall, Task>?)null);
        Assert.False(await bench.NewRetention().RunAsync(default));
        (bench.Store.Before, bench.Store.After) = (null, null);
        Assert.Equal(left, (await BodiesAsync(tenant)).Count);
        Assert.Equal(left, (await PlacesAsync(tenant)).Count);

        Assert.True(await bench.NewRetention().RunAsync(default));

        Assert.Empty(await BodiesAsync(tenant));
        Assert.Empty(await PlacesAsync(tenant));
    }

    [Theory]
    [InlineData("tenant", false)]
    [InlineData("event:e1", true)]
    [InlineData("ended:", true)]
    public async Task Run_damaged_row_of_one_tenant_stops_nothing_else(string damaged, bool othersOfIt)
    {
        var bad = await bench.AddTenantAsync("bad");
        var good = await bench.AddTenantAsync("good");
        foreach (var (tenant, id) in new[] { (bad, "e1"), (bad, "e2"), (good, "e1") })
        {
            await bench.Desk.PlaceAsync(tenant.Id, Arriving.Faulty(id, null), default);
            bench.Clock.Advance(Tick);
        }

        var row = (await bench.RowsAsync(Partition.Of(bad.Id))).First(row => row.Key.StartsWith(damaged, StringComparison.Ordinal));
        await bench.Store.TryReplaceAsync(row, [], default);
        bench.Clock.Advance(Kept);

        Assert.Equal(othersOfIt, await bench.NewRetention().RunAsync(default));

        Assert.Empty(await BodiesAsync(good));
        Assert.Equal(othersOfIt ? ["e1"] : ["e1", "e2"], await BodiesAsync(bad));
        Assert.Contains(bench.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("bad", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_partition_that_is_away_stops_no_other()
    {
        var bad = await bench.AddTenantAsync("bad");
        var good = await bench.AddTenantAsync("good");
        await bench.Desk.PlaceAsync(bad.Id, Arriving.Faulty("e1", null), default);
        await bench.Desk.PlaceAsync(good.Id, Arriving.Faulty("e1", null), default);
        bench.Clock.Advance(Kept);
        bench.Store.Before = call => call is StoreCall.Get get && get.Partition == Partition.Of(bad.Id)
            ? throw new StoreUnavailableException("this partition is down")
            : Task.CompletedTask;

        Assert.False(await bench.NewRetention().RunAsync(default));

        Assert.Empty(await BodiesAsync(good));
        Assert.Equal(["e1"], await BodiesAsync(bad));
    }

    [Fact]
    public async Task Run_store_that_is_away_is_logged_and_left_for_later()
    {
        bench.Store.Before = _ => throw new StoreUnavailableException("down");

        Assert.False(await bench.NewRetention().RunAsync(default));

        Assert.Contains(bench.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_cancelled_stops()
    {
        await bench.AddTenantAsync();
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bench.NewRetention().RunAsync(cancel.Token));
    }

    /// <summary>A clock that ticks slowly: opened again and ended again in one instant, an event has its place already.</summary>
    [Fact]
    public async Task Event_that_ends_twice_in_one_instant_has_one_place()
    {
        var tenant = await SetAsync(await bench.AddTenantAsync(), settings => settings with { BookingsOn = false });
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e2", "F1", minute: 1));

        Assert.Equal("replaced-by-newer", (await bench.EventAsync(tenant, "e1"))!.Reason!.Code);
        Assert.Equal(2, (await PlacesAsync(tenant)).Count);
    }

    private async Task<Tenant> SetAsync(Tenant tenant, Func<TenantSettings, TenantSettings> change)
    {
        var read = (await bench.Tenants.ReadAsync(tenant.Id, default))!;
        var next = read.Tenant with { Settings = change(read.Tenant.Settings) };
        Assert.True(await bench.Tenants.TryChangeAsync(
            read, next, new HistoryEntry(bench.Clock.GetUtcNow(), "operator", HistoryKind.SettingsChanged, []), default));
        return next;
    }

    private async Task StoreAsync(Tenant tenant, StoredEvent next)
    {
        var row = (await bench.Store.GetAsync(Partition.Of(tenant.Id), EventRows.KeyOf(next.Key), default))!;
        Assert.NotNull(await bench.Store.TryReplaceAsync(row, EventRows.ToValues(next), default));
    }

    private Task<IReadOnlyList<string>> BodiesAsync(Tenant tenant) => AfterAsync(tenant, "body:");

    private Task<IReadOnlyList<string>> PlacesAsync(Tenant tenant) => AfterAsync(tenant, "ended:");

    private async Task<IReadOnlyList<string>> AfterAsync(Tenant tenant, string prefix) =>
    [
        .. (await bench.RowsAsync(Partition.Of(tenant.Id)))
            .Select(row => row.Key)
            .Where(key => key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(key => key[prefix.Length..]),
    ];
}
