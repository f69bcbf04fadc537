namespace PerfectviewFunctions.Chaos.Judging;

/// <summary>The real clock, so much later.</summary>
internal sealed class LaterClock(TimeSpan later) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + later;
}
