namespace PerfectviewFunctions.Core.Relations.Facts;

/// <summary>When, and by which event, something was said. The later one counts; of two at the same instant the one with the greater event id.</summary>
public sealed record Stamp(DateTimeOffset OccurredAt, string EventId) : IComparable<Stamp>
{
    public static bool operator >(Stamp left, Stamp right) => left.CompareTo(right) > 0;

    public static bool operator <(Stamp left, Stamp right) => left.CompareTo(right) < 0;

    public static bool operator >=(Stamp left, Stamp right) => left.CompareTo(right) >= 0;

    public static bool operator <=(Stamp left, Stamp right) => left.CompareTo(right) <= 0;

    public int CompareTo(Stamp? other) => other is null ? 1
        : OccurredAt.CompareTo(other.OccurredAt) is not 0 and var byTime ? byTime : string.CompareOrdinal(EventId, other.EventId);
}
