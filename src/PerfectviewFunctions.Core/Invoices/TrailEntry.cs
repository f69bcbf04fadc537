using System.Text.Json.Serialization;
using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Invoices;

/// <summary>One thing that happened to an invoice, or the same thing several times in a row.</summary>
/// <param name="At">When; the first time, if it happened more than once.</param>
public sealed record TrailEntry(TrailKind Kind, DateTimeOffset At)
{
    /// <summary>How often.</summary>
    public int Count { get; init; } = 1;

    /// <summary>The last time; null when it happened once.</summary>
    public DateTimeOffset? LastAt { get; init; }

    /// <summary>Why, or what the books answered.</summary>
    public Reason? Reason { get; init; }

    /// <summary>The person who did it.</summary>
    public string? By { get; init; }

    /// <summary>When it was to be tried next, the last time.</summary>
    public DateTimeOffset? NextAt { get; init; }

    public long? Mutation { get; init; }

    /// <summary>Whether both tell of the same thing, at whatever times.</summary>
    internal bool IsSameAs(TrailEntry other) =>
        Kind == other.Kind && By == other.By && Mutation == other.Mutation && IsSame(Reason, other.Reason);

    /// <summary>With a later time at which the same happened.</summary>
    internal TrailEntry And(TrailEntry later) =>
        later with { At = At, Count = Count + later.Count, LastAt = later.LastAt ?? later.At };

    private static bool IsSame(Reason? one, Reason? other) =>
        one?.Code == other?.Code
        && (one is null
            || (one.Values.Count == other!.Values.Count
                && one.Values.All(value => other.Values.TryGetValue(value.Key, out var same) && same == value.Value)));
}

[JsonConverter(typeof(TrailKindJson))]
public enum TrailKind
{
    /// <summary>Its first event was stored.</summary>
    Received,

    /// <summary>The booking was frozen, and the call to the books began.</summary>
    Sent,

    /// <summary>The books answered that they did not take it.</summary>
    Refused,

    /// <summary>The call ended, and nothing was booked by it; it is tried again.</summary>
    Failed,

    /// <summary>The call ended, or the service did, and nobody knew whether it was booked.</summary>
    Unclear,

    /// <summary>Nothing could be done yet; it is tried again.</summary>
    Waits,

    /// <summary>It was looked up, and proven not to be in the books.</summary>
    Absent,

    /// <summary>It was looked up, and found to be in the books as it was sent.</summary>
    Found,

    Booked,

    /// <summary>It waits for a person.</summary>
    HeldBack,

    /// <summary>By the settings, or by itself, there is nothing to book.</summary>
    LeftOut,

    /// <summary>One of its events gave way to one that happened later.</summary>
    Replaced,

    /// <summary>Another event of it came that repeats it, or says otherwise.</summary>
    OtherEvent,

    /// <summary>It was taken up again; without a person, since something it waited for was changed.</summary>
    Retried,

    /// <summary>A person set it aside.</summary>
    Ignored,

    /// <summary>What only a newer version, which wrote it, has a name for.</summary>
    Other,
}
