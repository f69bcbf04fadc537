using System.Text.Json;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Json;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Payments.Reading;

/// <summary>How far the reading of an administration's payments is.</summary>
/// <param name="Slot">The last planned time for which it was begun.</param>
public sealed record ReadingState(DateTimeOffset Slot)
{
    /// <summary>When the last complete list was asked for.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>When it was last tried.</summary>
    public DateTimeOffset? TriedAt { get; init; }

    /// <summary>Why the last try gave no complete reading; null when it did.</summary>
    public Reason? Reason { get; init; }

    /// <summary>How often in a row it failed.</summary>
    public int Failures { get; init; }

    /// <summary>When it is tried again, or goes on with what is left, before the next planned time; null when nothing is left.</summary>
    public DateTimeOffset? AgainAt { get; init; }

    /// <summary>Never read.</summary>
    internal static ReadingState None { get; } = new(DateTimeOffset.MinValue);

    /// <summary>Whether something is to be done for a planned time.</summary>
    internal bool IsDue(DateTimeOffset slot, DateTimeOffset now) => Slot < slot || Slot > now + RunRow.MostAhead || AgainAt <= now;
}

/// <summary>Keeps how far the reading of each administration is.</summary>
public sealed class ReadingStates(IRowStore store)
{
    private const string Key = "payments";

    public async Task<ReadingState> OfAsync(AdministrationKey administration, CancellationToken cancellationToken) =>
        await store.GetAsync(Partition.Of(administration), Key, cancellationToken) is { } row ? Read(row) : ReadingState.None;

    /// <summary>Stores it; only who holds the administration's lease for payments does. Who lost it leaves what the next owner stored.</summary>
    internal async Task SaveAsync(AdministrationKey administration, ReadingState state)
    {
        var row = await store.GetAsync(Partition.Of(administration), Key, CancellationToken.None);
        if (row is null)
        {
            await store.TryInsertAsync(Partition.Of(administration), Key, ToValues(state), CancellationToken.None);
        }
        else
        {
            await store.TryReplaceAsync(row, ToValues(state), CancellationToken.None);
        }
    }

    private static RowValues ToValues(ReadingState state) => new()
    {
        { "slot", state.Slot < RowLimits.EarliestInstant ? null : state.Slot },
        { "readAt", state.ReadAt },
        { "triedAt", state.TriedAt },
        { "reason", state.Reason is null ? null : JsonSerializer.Serialize(state.Reason, StoredJson.Default.Reason) },
        { "failures", state.Failures },
        { "againAt", state.AgainAt },
    };

    private static ReadingState Read(Row row) => new(row.Values.InstantOrNull("slot") ?? DateTimeOffset.MinValue)
    {
        ReadAt = row.Values.InstantOrNull("readAt"),
        TriedAt = row.Values.InstantOrNull("triedAt"),
        Reason = row.Values.TextOrNull("reason") is { } reason ? JsonSerializer.Deserialize(reason, StoredJson.Default.Reason) : null,
        Failures = (int)row.Values.Number("failures"),
        AgainAt = row.Values.InstantOrNull("againAt"),
    };
}
