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

    private LookupQuota Quota(TimeProvider time, int perMonth) => new(store, time, new EngineOptions { LookupsPerMonth = perMonth }, new Measures(new Meters()));
}
