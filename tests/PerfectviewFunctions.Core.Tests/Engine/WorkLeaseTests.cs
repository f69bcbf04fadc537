using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Engine;

public sealed class WorkLeaseTests
{
    private static readonly AdministrationKey Administration = new("a1");

    private readonly InMemoryRowStore store = new();
    private readonly ManualTimeProvider clock = new();
    private readonly EngineOptions options = new();

    [Fact]
    public async Task TryTake_50_at_once_gives_it_to_one()
    {
        var takers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(TakeAsync)));

        Assert.Single(takers, lease => lease is not null);
    }

    [Fact]
    public async Task TryTake_all_having_seen_it_free_gives_it_to_one()
    {
        var read = 0;
        var allRead = new TaskCompletionSource();
        store.After = call =>
        {
            if (call is StoreCall.Get && Interlocked.Increment(ref read) == 5)
            {
                allRead.SetResult();
            }

            return call is StoreCall.Get ? allRead.Task : Task.CompletedTask;
        };

        var takers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => TakeAsync()));

        Assert.Single(takers, lease => lease is not null);
    }

    [Fact]
    public async Task TryTake_other_administration_is_free()
    {
        Assert.NotNull(await TakeAsync());

        Assert.NotNull(await WorkLease.TryTakeAsync(store, clock, options, new AdministrationKey("a2"), default));
    }

    [Fact]
    public async Task TryTake_held_to_its_last_tick_is_refused_then_given()
    {
        Assert.NotNull(await TakeAsync());

        clock.Advance(options.LeaseLength - TimeSpan.FromTicks(1));
        Assert.Null(await TakeAsync());
        clock.Advance(TimeSpan.FromTicks(1));

        Assert.NotNull(await TakeAsync());
    }

    [Fact]
    public async Task TryTake_released_one_is_free()
    {
        var lease = await TakenAsync();

        await lease.ReleaseAsync();

        Assert.NotNull(await TakeAsync());
    }

    [Fact]
    public async Task ReserveCall_enough_left_costs_no_write()
    {
        var lease = await TakenAsync();
        clock.Advance(options.LeaseLength - options.CallTimeout);
        var before = store.Writes;

        Assert.Equal(options.CallTimeout, (await lease.ReserveCallAsync())?.Length);
        Assert.Equal(before, store.Writes);
    }

    [Fact]
    public async Task ReserveCall_too_little_left_renews_before_the_call()
    {
        var lease = await TakenAsync();
        clock.Advance(options.LeaseLength - options.CallTimeout + TimeSpan.FromTicks(1));

        Assert.Equal(options.CallTimeout, (await lease.ReserveCallAsync())?.Length);

        clock.Advance(options.LeaseLength - TimeSpan.FromTicks(1));
        Assert.Null(await TakeAsync());
    }

    [Fact]
    public async Task ReserveCall_expired_is_never_revived_even_if_nobody_took_it()
    {
        var lease = await TakenAsync();
        clock.Advance(options.LeaseLength);

        Assert.Null(await lease.ReserveCallAsync());
        Assert.NotNull(await TakeAsync());
        Assert.Null(await lease.ReserveCallAsync());
    }

    [Fact]
    public async Task ReserveCall_taken_over_during_renewal_is_noticed()
    {
        var lease = await TakenAsync();
        clock.Advance(options.LeaseLength - TimeSpan.FromSeconds(1));
        store.Before = async call =>
        {
            if (call is StoreCall.Write)
            {
                // The renewal lingers on its way until the lease is somebody else's.
                store.Before = null;
                clock.Advance(TimeSpan.FromSeconds(2));
                Assert.NotNull(await TakeAsync());
            }
        };

        Assert.Null(await lease.ReserveCallAsync());
    }

    [Fact]
    public async Task ReserveCall_slow_renewal_gives_no_more_than_is_left()
    {
        var lease = await TakenAsync();
        clock.Advance(options.LeaseLength - TimeSpan.FromSeconds(1));
        store.After = call =>
        {
            clock.Advance(call is StoreCall.Write ? TimeSpan.FromSeconds(45) : TimeSpan.Zero);
            return Task.CompletedTask;
        };

        Assert.Equal(options.LeaseLength - TimeSpan.FromSeconds(45), (await lease.ReserveCallAsync())?.Length);
    }

    [Fact]
    public async Task ReserveCall_renewal_slower_than_the_lease_gives_nothing()
    {
        var lease = await TakenAsync();
        clock.Advance(options.LeaseLength - TimeSpan.FromSeconds(1));
        store.After = call =>
        {
            clock.Advance(call is StoreCall.Write ? options.LeaseLength : TimeSpan.Zero);
            return Task.CompletedTask;
        };

        Assert.Null(await lease.ReserveCallAsync());
    }

    /// <summary>However long a worker stops between this and his call, the call does not go on when the lease may be another's.</summary>
    [Fact]
    public async Task ReserveCall_gives_a_moment_within_the_lease_and_not_so_long_from_whenever()
    {
        var lease = await TakenAsync();
        clock.Advance(options.LeaseLength - options.CallTimeout);

        var deadline = await lease.ReserveCallAsync();
        clock.Advance(options.CallTimeout - TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(1), deadline!.Value.Left(clock));
        Assert.Null(await TakeAsync());
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, deadline.Value.Left(clock));
        Assert.NotNull(await TakeAsync());
    }

    [Fact]
    public async Task ReserveCall_lease_that_a_host_with_a_fast_clock_took_is_lost_with_time_left()
    {
        var lease = await TakenAsync();
        var ahead = new ManualTimeProvider(clock.GetUtcNow() + options.LeaseLength);
        Assert.NotNull(await WorkLease.TryTakeAsync(store, ahead, options, Administration, default));
        clock.Advance(options.LeaseLength - TimeSpan.FromSeconds(1));

        Assert.Null(await lease.ReserveCallAsync());
    }

    [Fact]
    public async Task Release_of_a_lost_lease_leaves_the_new_owners()
    {
        var lost = await TakenAsync();
        clock.Advance(options.LeaseLength);
        var held = await TakenAsync();

        await lost.ReleaseAsync();

        Assert.Null(await TakeAsync());
        Assert.NotNull(await held.ReserveCallAsync());
    }

    [Fact]
    public async Task Long_call_has_the_whole_lease_and_no_call_revives_a_lost_one()
    {
        var lease = await TakenAsync();
        clock.Advance(options.LeaseLength - TimeSpan.FromTicks(1));

        Assert.True(await lease.ReserveLongCallAsync());
        clock.Advance(options.LeaseLength - TimeSpan.FromTicks(1));
        Assert.Null(await TakeAsync());
        clock.Advance(TimeSpan.FromTicks(1));

        Assert.False(await lease.ReserveLongCallAsync());
    }

    [Fact]
    public async Task Keep_of_a_lost_lease_stops_the_work()
    {
        var lease = await TakenAsync();
        await lease.KeepAsync();
        clock.Advance(options.LeaseLength);

        await Assert.ThrowsAsync<StaleWorkException>(lease.KeepAsync);
    }

    [Fact]
    public async Task Reading_payments_and_booking_keep_each_other_from_nothing()
    {
        Assert.Null(await WorkLease.UntilAsync(store, Administration, default));
        Assert.NotNull(await TakeAsync());
        Assert.Equal(clock.GetUtcNow() + options.LeaseLength, await WorkLease.UntilAsync(store, Administration, default));
        Assert.Null(await WorkLease.UntilForPaymentsAsync(store, Administration, default));

        Assert.NotNull(await WorkLease.TryTakeForPaymentsAsync(store, clock, options, Administration, default));

        Assert.Equal(clock.GetUtcNow() + options.LeaseLength, await WorkLease.UntilForPaymentsAsync(store, Administration, default));
        Assert.Null(await WorkLease.TryTakeForPaymentsAsync(store, clock, options, Administration, default));
    }

    private Task<WorkLease?> TakeAsync() => WorkLease.TryTakeAsync(store, clock, options, Administration, default);

    private async Task<WorkLease> TakenAsync()
    {
        var lease = await TakeAsync();
        Assert.NotNull(lease);
        return lease;
    }
}
