using System.Runtime.InteropServices;

namespace PerfectviewFunctions.Core.Bookkeeping;

/// <summary>
/// Until when a call may go on: a moment and no duration, so that whoever is paused between looking at his lease and making the call finds its time over. By time
/// of day, by which leases run, and by time passed, which nobody sets back.
/// </summary>
/// <param name="Begun">The time of day from which it counts.</param>
/// <param name="Timestamp">The same of the clock for time passed.</param>
/// <param name="Length">How long it is in all.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CallDeadline(DateTimeOffset Begun, long Timestamp, TimeSpan Length)
{
    /// <summary>So long from now on.</summary>
    public static CallDeadline In(TimeSpan length, TimeProvider clock)
    {
        var timestamp = clock.GetTimestamp();
        return new CallDeadline(clock.GetUtcNow(), timestamp, length);
    }

    /// <summary>How long the call may still take; zero when its time is over.</summary>
    public TimeSpan Left(TimeProvider clock)
    {
        var (byDay, byPassing) = (Begun + Length - clock.GetUtcNow(), Length - clock.GetElapsedTime(Timestamp));
        var left = byDay < byPassing ? byDay : byPassing;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
