namespace PerfectviewFunctions.Core.Tests.Simulation.Hosts;

/// <summary>The clock of one host.</summary>
internal sealed class SkewedClock(TimeProvider time, TimeSpan ahead) : TimeProvider
{
    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + ahead;

    public override long GetTimestamp() => time.GetTimestamp();
}
