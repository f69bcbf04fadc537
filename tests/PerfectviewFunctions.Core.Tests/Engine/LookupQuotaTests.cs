using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Telemetry;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Testing.Storage;
using PerfectviewFunctions.Testing.Telemetry;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Engine;

public sealed class LookupQuotaTests
{
    private static readonly AdministrationKey Administration = new("a1");

    private readonly InMemoryRowStore store = new();

    [Fact]
    public async Task TryTake_50_at_once_never_exceeds_the_month()
    {
        var quota = Quota(new ManualTimeProvider(), 20);

        var taken = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => quota.TryTakeAsync(Administration))));

        Assert.Equal(20, taken.Count(took => took));
        Assert.False(await quota.TryTakeAsync(Administration));
    }

    [Fact]
    public async Task TryTake_administrations_are_counted_apart()
    {
        var quota = Quota(new ManualTimeProvider(), 1);

        Assert.True(await quota.TryTakeAsync(Administration));
        Assert.True(await quota.TryTakeAsync(new AdministrationKey("a2")));
    }

    [Fact]
    public async Task TryTake_new_host_goes_on_counting()
    {
        Assert.True(await Quota(new ManualTimeProvider(), 1).TryTakeAsync(Administration));

        Assert.False(await Quota(new ManualTimeProvider(), 1).TryTakeAsync(Administration));
    }

    [Theory]
    [InlineData("2026-03-31T21:59:59Z")] // Summer time: the Dutch month ends two hours before UTC's.
    [InlineData("2026-12-31T22:59:59Z")] // Winter time: one hour before, and a new year.
    public async Task TryTake_new_month_begins_at_Dutch_midnight(string lastSecond)
    {
        var clock = new ManualTimeProvider(DateTimeOffset.Parse(lastSecond, System.Globalization.CultureInfo.InvariantCulture));
        var quota = Quota(clock, 1);
        Assert.True(await quota.TryTakeAsync(Administration));
        Assert.False(await quota.TryTakeAsync(Administration));

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(await quota.TryTakeAsync(Administration));
    }

    [Fact]
    public async Task TryTake_for_payments_ends_with_their_share_and_leaves_the_rest()
    {
        var quota = Quota(new ManualTimeProvider(), 3);

        Assert.True(await quota.TryTakeForPaymentsAsync(Administration, 2));
        Assert.True(await quota.TryTakeForPaymentsAsync(Administration, 2));
        Assert.False(await quota.TryTakeForPaymentsAsync(Administration, 2));

        Assert.Equal((2, 2), (await quota.UsedAsync(Administration, default), await quota.UsedByPaymentsAsync(Administration, default)));
        Assert.True(await quota.TryTakeAsync(Administration));
        Assert.Equal((3, 2), (await quota.UsedAsync(Administration, default), await quota.UsedByPaymentsAsync(Administration, default)));
    }

    [Fact]
    public async Task TryTake_for_payments_ends_with_the_month_whatever_their_share()
    {
        var quota = Quota(new ManualTimeProvider(), 1);
        Assert.True(await quota.TryTakeAsync(Administration));

        Assert.False(await quota.TryTakeForPaymentsAsync(Administration, 5));
        Assert.Equal(1, await quota.UsedAsync(Administration, default));
    }

    /// <summary>A tenth, rounded up: of 21 that is 3.</summary>
    [Fact]
    public async Task TryTake_for_comparison_ends_with_a_tenth()
    {
        var quota = Quota(new ManualTimeProvider(), 21);

        Assert.Equal([true, true, true, false], await ComparisonsAsync(quota, 4));
        Assert.Equal((3, 0), (await quota.UsedAsync(Administration, default), await quota.UsedByPaymentsAsync(Administration, default)));
    }

    [Fact]
    public async Task TryTake_for_comparison_leaves_the_last_tenth_to_bookings()
    {
        var quota = Quota(new ManualTimeProvider(), 20);
        for (var taken = 0; taken < 17; taken++)
        {
            Assert.True(await quota.TryTakeAsync(Administration));
        }

        Assert.Equal([true, false], await ComparisonsAsync(quota, 2));
        Assert.True(await quota.TryTakeAsync(Administration));
        Assert.True(await quota.TryTakeAsync(Administration));
        Assert.False(await quota.TryTakeAsync(Administration));
    }

    [Fact]
    public async Task Used_of_a_month_without_look_ups_is_none()
    {
        var quota = Quota(new ManualTimeProvider(), 1);

        Assert.Equal((0, 0), (await quota.UsedAsync(Administration, default), await quota.UsedByPaymentsAsync(Administration, default)));
    }

    [Fact]
    public async Task TryTake_is_measured_by_purpose_and_by_whether_it_was_counted()
    {
        using var meters = new Meters();
        using var measured = new Measured(meters);
        var quota = new LookupQuota(store, new ManualTimeProvider(), new EngineOptions { LookupsPerMonth = 3 }, new Measures(meters));

        await quota.TryTakeForPaymentsAsync(Administration, 1);
        await quota.TryTakeForPaymentsAsync(Administration, 1);
        await quota.TryTakeForComparisonAsync(Administration);
        await quota.TryTakeAsync(Administration);
        await quota.TryTakeAsync(Administration);

        Assert.Equal(5, measured.Of(Instruments.Lookups).Values.Sum());
        Assert.Equal(3, measured.Of(Instruments.Lookups).Where(one => one.Key.EndsWith("counted", StringComparison.Ordinal)).Sum(one => one.Value));
        Assert.Equal(5, measured.Of(Instruments.Lookups).Count);
        Assert.Equal([3], measured.Of(Instruments.LookupsUsed).Values);
    }

    private static async Task<IReadOnlyList<bool>> ComparisonsAsync(LookupQuota quota, int times)
    {
        var taken = new List<bool>();
        for (var time = 0; time < times; time++)
        {
            taken.Add(await quota.TryTakeForComparisonAsync(Administration));
        }

        return taken;
    }

    private LookupQuota Quota(TimeProvider time, int perMonth) => new(store, time, new EngineOptions { LookupsPerMonth = perMonth }, new Measures(new Meters()));
}
