namespace PerfectviewFunctions.Benchmarks.Payments;

/// <summary>The real clock, which a call moves to the next hour.</summary>
internal sealed class HourlyClock : TimeProvider
{
    private TimeSpan ahead;

    public void NextHour() => ahead += TimeSpan.FromHours(1);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
