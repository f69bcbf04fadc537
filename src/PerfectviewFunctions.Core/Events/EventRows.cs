using System.Text.Json;
using PerfectviewFunctions.Core.Json;
using PerfectviewFunctions.Core.Retention;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Core.Events;

/// <summary>The row form of events: one for the facts, one for the body, and one in the open list while work is left.</summary>
internal static class EventRows
{
    public const string OpenPrefix = "open:";

    public const string AttentionPrefix = "attention:";

    public static string KeyOf(string eventKey) => "event:" + eventKey;

    public static string BodyKeyOf(string eventKey) => "body:" + eventKey;

    /// <summary>Open events stand together per subject, in the order in which they happened (ties by id).</summary>
    public static string OpenKeyOf(Subject subject, DateTimeOffset occurredAt, string eventKey) =>
        OpenPrefixOf(subject) + StorageKey.Ascending(occurredAt) + ":" + eventKey;

    /// <summary>Events that a person has to see although no invoice shows them, newest first.</summary>
    public static string AttentionKeyOf(StoredEvent stored) =>
        AttentionPrefix + StorageKey.Descending(stored.ReceivedAt) + ":" + stored.Key;

    /// <summary>
    /// Relations stand behind all invoices: thousands of them, changed at once, keep no invoice waiting. No invoice number begins as they do once it
    /// is key text.
    /// </summary>
    public static string OpenPrefixOf(Subject subject) => OpenPrefix + subject switch
    {
        Subject.Invoice invoice => StorageKey.Encode(invoice.Number) + ":",
        Subject.Relation relation => "~~" + StorageKey.Encode(relation.Id) + ":",
        _ => throw new InvalidOperationException("A subject of an unknown kind."),
    };

    public static RowValues ToValues(StoredEvent stored)
    {
        var values = new RowValues
        {
            { "hash", stored.Hash },
            { "state", stored.State.ToString() },
            { "receivedAt", stored.ReceivedAt },
            { "id", stored.Id },
            { "type", stored.Type },
            { "occurredAt", stored.OccurredAt },
            { "invoice", stored.InvoiceNumber },
            { "relation", stored.RelationId },
            { "reason", stored.Reason is null ? null : JsonSerializer.Serialize(stored.Reason, StoredJson.Default.Reason) },
            { "attempts", stored.Attempts },
            { "nextAt", stored.NextAt },
            { "mutation", stored.MutationNumber },
            { "endedAt", stored.EndedAt },
        };
        if (stored.Faults.Count > 0)
        {
            // Fifty faults with long names and pointers are more than one value holds.
            values.AddChunked("faults", JsonSerializer.SerializeToUtf8Bytes(stored.Faults, StoredJson.Default.IReadOnlyListEventFault));
        }

        return values;
    }

    public static StoredEvent Read(Row row) => new(
        row.Key["event:".Length..],
        row.Values.Text("hash"),
        Enum.Parse<EventState>(row.Values.Text("state")),
        row.Values.Instant("receivedAt"))
    {
        Id = row.Values.TextOrNull("id"),
        Type = row.Values.TextOrNull("type"),
        OccurredAt = row.Values.InstantOrNull("occurredAt"),
        InvoiceNumber = row.Values.TextOrNull("invoice"),
        RelationId = row.Values.TextOrNull("relation"),
        Reason = row.Values.TextOrNull("reason") is { } reason ? JsonSerializer.Deserialize(reason, StoredJson.Default.Reason) : null,
        Faults = row.Values.ChunkedOrNull("faults") is { } faults
            ? JsonSerializer.Deserialize(faults, StoredJson.Default.IReadOnlyListEventFault)!
            : [],
        Attempts = (int)row.Values.Number("attempts"),
        NextAt = row.Values.InstantOrNull("nextAt"),
        MutationNumber = row.Values.NumberOrNull("mutation"),
        EndedAt = row.Values.InstantOrNull("endedAt"),
    };

    /// <param name="since">Since when it waits, where that is not when it came in.</param>
    public static RowValues ToOpenValues(StoredEvent stored, DateTimeOffset? since = null) =>
        ToOpenValues(stored.Key, stored.Subject!, stored.NextAt ?? stored.ReceivedAt, since ?? stored.ReceivedAt);

    /// <param name="dueAt">Null for one that waits for a person, or for what a later event says.</param>
    /// <param name="since">Since when it waits for what it waits for; null where that is not known.</param>
    public static RowValues ToOpenValues(string eventKey, Subject subject, DateTimeOffset? dueAt, DateTimeOffset? since) => new()
    {
        { "event", eventKey },
        { "invoice", (subject as Subject.Invoice)?.Number },
        { "relation", (subject as Subject.Relation)?.Id },
        { "dueAt", dueAt },
        { "since", since },
    };

    /// <summary>The writes that end an event: its row, its place in the open list if it has one, and, if it is listed, one among those for a person.</summary>
    public static IEnumerable<RowWrite> Ending(StoredEvent ended, Row row, Row? open, bool isListed)
    {
        yield return new RowWrite.Replace(row.Key, ToValues(ended), row.ETag!);
        if (open is not null)
        {
            yield return new RowWrite.Delete(open.Key, open.ETag!);
        }

        if (isListed)
        {
            yield return new RowWrite.Insert(AttentionKeyOf(ended), new RowValues { { "event", ended.Key } });
        }

        foreach (var place in EndedRows.ToWrites(ended))
        {
            yield return place;
        }
    }

    /// <summary>Whether a row of the open list waits for a person, told by no more of it than that takes: a damaged row is counted too.</summary>
    public static bool IsHeld(Row row) => row.Values.InstantOrNull("dueAt") is null;

    public static OpenEvent ReadOpen(Row row) => new(
        row.Values.Text("event"),
        row.Values.TextOrNull("relation") is { } relation ? new Subject.Relation(relation) : new Subject.Invoice(row.Values.Text("invoice")),
        row.Values.InstantOrNull("dueAt") ?? DateTimeOffset.MaxValue,
        row)
    {
        Since = row.Values.InstantOrNull("since"),
    };
}

/// <summary>An entry of the open list.</summary>
/// <param name="DueAt">The end of time for one that is held back.</param>
internal sealed record OpenEvent(string EventKey, Subject Subject, DateTimeOffset DueAt, Row Row)
{
    /// <summary>Since when it waits: when it came in, or a person set it going again. Null in a row of a version that did not write it.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Whether nothing is done with it by itself: a person, or a later event of its subject, sets it going.</summary>
    public bool IsHeld => DueAt == DateTimeOffset.MaxValue;
}
