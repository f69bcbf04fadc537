using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Intake;

public sealed class BacklogsTests
{
    private const int Limit = 5;

    private readonly Bench bench = new();
    private readonly Backlogs backlogs;

    public BacklogsTests() =>
        backlogs = new Backlogs(bench.Store, bench.Clock, new IntakeOptions { PendingPerTenant = Limit }, bench.Logs.For<Backlogs>());

    [Fact]
    public async Task Tenant_whose_events_are_all_done_at_once_is_never_counted()
    {
        var tenant = await bench.AddTenantAsync();
        bench.Store.ForgetCounts();

        for (var request = 0; request < 100; request++)
        {
            Assert.True(await SendAsync(tenant, events: 4, undone: 0));
            bench.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        Assert.Equal((0, 0, 0), (bench.Store.Gets, bench.Store.Queries, bench.Store.Writes));
    }

    [Fact]
    public async Task Tenant_that_has_as_many_waiting_as_it_may_is_turned_away_with_the_setting_by_name()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PlaceAsync(tenant, Invoices(Limit));
        Assert.True(await SendAsync(tenant, events: 1, undone: 1));

        var (entry, reason) = await backlogs.EnterAsync(tenant.Id, 1, default);

        Assert.Null(entry);
        Assert.Equal((ReasonCode.TooManyPending, "5"), (reason!.Code, reason.Values["waiting"]));
        Assert.Contains("Intake:PendingPerTenant", ReasonText.Render(reason).ActionNl, StringComparison.Ordinal);
        Assert.Contains(bench.Logs.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains("demo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Senders_who_are_turned_away_cost_one_count_in_five_seconds()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PlaceAsync(tenant, Invoices(Limit));
        await SendAsync(tenant, events: 1, undone: 1);
        bench.Store.ForgetCounts();

        for (var request = 0; request < 100; request++)
        {
            Assert.False(await SendAsync(tenant, events: 1, undone: 1));
        }

        Assert.Equal(1, bench.Store.Queries);
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.False(await SendAsync(tenant, events: 1, undone: 1));
        Assert.Equal(2, bench.Store.Queries);
    }

    [Fact]
    public async Task Tenant_gets_in_again_when_its_events_are_done()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PlaceAsync(tenant, Invoices(Limit));
        await SendAsync(tenant, events: 1, undone: 1);
        Assert.False(await SendAsync(tenant, events: 1, undone: 0));

        await bench.WorkAsync(TimeSpan.FromMinutes(1));
        bench.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.True(await SendAsync(tenant, events: 1, undone: 0));
        bench.Store.ForgetCounts();
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await SendAsync(tenant, events: 1, undone: 0));
        Assert.Equal(0, bench.Store.Queries);
    }

    [Fact]
    public async Task Request_may_go_beyond_by_what_it_holds_and_the_next_one_waits()
    {
        var tenant = await bench.AddTenantAsync();

        Assert.True(await SendAsync(tenant, events: 1, undone: 1));
        await bench.PlaceAsync(tenant, Invoices(1));
        Assert.True(await SendAsync(tenant, events: 100, undone: 100));
        Assert.False(await SendAsync(tenant, events: 1, undone: 1));
    }

    [Fact]
    public async Task Requests_at_the_same_time_count_with_what_they_hold()
    {
        var tenant = await bench.AddTenantAsync();

        var (first, _) = await backlogs.EnterAsync(tenant.Id, Limit, default);
        Assert.False(await SendAsync(tenant, events: 1, undone: 0));

        first!.LeftUndone(0);
        first.Dispose();
        Assert.True(await SendAsync(tenant, events: 1, undone: 0));
    }

    /// <summary>A store that fails half-way: what came in may all be there.</summary>
    [Fact]
    public async Task Request_that_fails_counts_as_stored_until_it_is_counted()
    {
        var tenant = await bench.AddTenantAsync();
        var (failing, _) = await backlogs.EnterAsync(tenant.Id, Limit, default);
        failing!.Dispose();
        bench.Store.ForgetCounts();

        Assert.True(await SendAsync(tenant, events: 1, undone: 0));
        Assert.Equal(1, bench.Store.Queries);
    }

    [Fact]
    public async Task Events_that_wait_for_a_person_do_not_count()
    {
        var tenant = await bench.AddTenantAsync();
        for (var number = 1; number <= 2 * Limit; number++)
        {
            await bench.Store.TryInsertAsync(
                Partition.Of(tenant.Id), Bench.Numbered("open:~~r:", number), new RowValues { { "event", "e" }, { "relation", "r" } }, default);
        }

        await SendAsync(tenant, events: 1, undone: 1);

        Assert.True(await SendAsync(tenant, events: 1, undone: 0));
    }

    [Fact]
    public async Task Damaged_row_of_the_open_list_keeps_nobody_out()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PlaceAsync(tenant, Invoices(2));
        var row = (await bench.RowsAsync(Partition.Of(tenant.Id))).First(row => row.Key.StartsWith("open:", StringComparison.Ordinal));
        await bench.Store.TryReplaceAsync(row, [], default);
        await SendAsync(tenant, events: 1, undone: 1);

        Assert.True(await SendAsync(tenant, events: 1, undone: 0));
    }

    [Fact]
    public async Task Clock_that_is_set_back_keeps_nobody_out_until_it_has_caught_up()
    {
        var clock = new SettableClock(bench.Clock);
        var own = new Backlogs(bench.Store, clock, new IntakeOptions { PendingPerTenant = Limit }, bench.Logs.For<Backlogs>());
        var tenant = await bench.AddTenantAsync();
        await bench.PlaceAsync(tenant, Invoices(Limit));
        (await own.EnterAsync(tenant.Id, 1, default)).Entry!.Dispose();
        Assert.NotNull((await own.EnterAsync(tenant.Id, 1, default)).Reason);

        clock.SetBack = TimeSpan.FromHours(1);
        await bench.WorkAsync(TimeSpan.FromMinutes(1));
        bench.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Null((await own.EnterAsync(tenant.Id, 1, default)).Reason);
    }

    [Fact]
    public async Task Tenants_do_not_count_for_each_other()
    {
        var (noisy, quiet) = (await bench.AddTenantAsync("noisy"), await bench.AddTenantAsync("quiet"));
        await bench.PlaceAsync(noisy, Invoices(Limit));
        await SendAsync(noisy, events: 1, undone: 1);

        Assert.False(await SendAsync(noisy, events: 1, undone: 1));
        Assert.True(await SendAsync(quiet, events: 1, undone: 1));
    }

    private sealed class SettableClock(TimeProvider clock) : TimeProvider
    {
        public TimeSpan SetBack { get; set; }

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() - SetBack;

        public override long GetTimestamp() => clock.GetTimestamp();
    }

    private async Task<bool> SendAsync(Tenant tenant, int events, int undone)
    {
        var (entry, _) = await backlogs.EnterAsync(tenant.Id, events, default);
        entry?.LeftUndone(undone);
        entry?.Dispose();
        return entry is not null;
    }

    private EventRead[] Invoices(int count) =>
        [.. Enumerable.Range(1, count).Select(number => bench.Events.Valid(Bench.Numbered("e", number), Bench.Numbered("F", number)))];
}
