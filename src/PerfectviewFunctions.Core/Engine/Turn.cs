using PerfectviewFunctions.Core.Events;

namespace PerfectviewFunctions.Core.Engine;

/// <summary>One call's share of work: when it ends, and what it has seen, so that what can't be done now is not taken up again and again.</summary>
internal sealed class Turn(DateTimeOffset begun, TimeSpan budget)
{
    private readonly DateTimeOffset end = begun + budget;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private bool ended;

    public bool IsOver(TimeProvider time) => ended || time.GetUtcNow() >= end;

    public bool IsTimeUp(TimeProvider time) => !ended && time.GetUtcNow() >= end;

    public void End() => ended = true;

    /// <summary>How long one tenant is worked on before the others have their turn.</summary>
    public TimeSpan ForOne => budget / Share.PartsOfTurn;

    public void See(OpenEvent entry) => seen.Add(NameOf(entry));

    public bool HasSeen(OpenEvent entry) => seen.Contains(NameOf(entry));

    private static string NameOf(OpenEvent entry) => $"{entry.Row.Partition} {entry.Row.Key} {entry.Row.ETag}";
}
