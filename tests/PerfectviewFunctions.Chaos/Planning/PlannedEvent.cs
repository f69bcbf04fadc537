using System.Globalization;
using System.Text.Json.Nodes;

namespace PerfectviewFunctions.Chaos.Planning;

/// <summary>An event as its sender has it.</summary>
internal abstract record PlannedEvent(string Id, DateTimeOffset OccurredAt)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    protected abstract string Type { get; }

    public static DateTimeOffset At(int second) => Start.AddSeconds(second);

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["type"] = Type,
        ["occurredAt"] = OccurredAt.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        ["data"] = Data(),
    };

    public bool IsLaterThan(PlannedEvent other) =>
        OccurredAt != other.OccurredAt ? OccurredAt > other.OccurredAt : string.CompareOrdinal(Id, other.Id) > 0;

    protected abstract JsonObject Data();
}
