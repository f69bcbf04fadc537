using System.Text.Json;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Json;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Core.Callbacks;

/// <summary>
/// That Perfectview has not been told yet how the payment of an invoice stands. There is one per invoice at most: what is sent is the status as it
/// is then, so that of several that wait only the latest counts.
/// </summary>
/// <param name="Number">The invoice, as Perfectview has it.</param>
/// <param name="Since">Since when this status waits; once it was tried, since when it is tried.</param>
/// <param name="NextAt">When it is sent, or sent again; null once it was given up.</param>
public sealed record WaitingCallback(string Number, DateTimeOffset Since, DateTimeOffset? NextAt)
{
    public int Attempts { get; init; }

    /// <summary>Until when somebody is sending it; nobody else does meanwhile, so that an invoice's messages never overtake each other.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>What was wrong the last time.</summary>
    public Reason? Reason { get; init; }

    /// <summary>Whether it was tried for so long that a person has to look.</summary>
    public bool IsGivenUp => NextAt is null;
}

/// <summary>The row form of messages that wait.</summary>
internal static class CallbackRows
{
    public const string Prefix = "callback:";

    public static string KeyOf(string number) => Prefix + StorageKey.Encode(number);

    public static RowValues ToValues(WaitingCallback waiting) => new()
    {
        { "number", waiting.Number },
        { "since", waiting.Since },
        { "nextAt", waiting.NextAt },
        { "attempts", waiting.Attempts },
        { "claimedUntil", waiting.ClaimedUntil },
        { "reason", waiting.Reason is null ? null : JsonSerializer.Serialize(waiting.Reason, StoredJson.Default.Reason) },
    };

    public static WaitingCallback Read(Row row) =>
        new(row.Values.Text("number"), row.Values.Instant("since"), row.Values.InstantOrNull("nextAt"))
        {
            Attempts = (int)row.Values.Number("attempts"),
            ClaimedUntil = row.Values.InstantOrNull("claimedUntil"),
            Reason = row.Values.TextOrNull("reason") is { } reason ? JsonSerializer.Deserialize(reason, StoredJson.Default.Reason) : null,
        };
}
