using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Payments;

/// <summary>How far a run over all administrations is; spares the timer from looking at each of them every minute.</summary>
/// <param name="Slot">The planned time it was for.</param>
/// <param name="AgainAt">When something is to be done for it still; null when nothing is.</param>
internal sealed record RunRow(DateTimeOffset Slot, DateTimeOffset? AgainAt)
{
    private const string Key = "run";

    /// <summary>A planned time further ahead than this comes from a clock that was wrong, and says nothing.</summary>
    public static readonly TimeSpan MostAhead = TimeSpan.FromHours(1);

    public bool IsDone(DateTimeOffset slot, DateTimeOffset now) => Slot >= slot && Slot <= now + MostAhead && !(AgainAt <= now);

    public static async Task<RunRow?> ReadAsync(IRowStore store, CancellationToken cancellationToken) =>
        await store.GetAsync(Partition.Payments, Key, cancellationToken) is { } row ? Read(row) : null;

    /// <summary>Of two hosts that run at the same time the one that ends last counts: it has seen what the other did.</summary>
    public static Task SaveAsync(IRowStore store, RunRow run, DateTimeOffset now, CancellationToken cancellationToken) =>
        SaveAsync(store, stored => stored is null || stored.Slot <= run.Slot || stored.Slot > now + MostAhead ? run : null, cancellationToken);

    /// <summary>Has something done still that no planned time asked for; when no run was ever made, the first does it anyway.</summary>
    public static Task SaveAgainAsync(IRowStore store, DateTimeOffset at, CancellationToken cancellationToken) =>
        SaveAsync(store, stored => stored is null || stored.AgainAt <= at ? null : stored with { AgainAt = at }, cancellationToken);

    /// <param name="next">What to store instead of what is there; null for nothing.</param>
    private static async Task SaveAsync(IRowStore store, Func<RunRow?, RunRow?> next, CancellationToken cancellationToken)
    {
        while (true)
        {
            var row = await store.GetAsync(Partition.Payments, Key, cancellationToken);
            if (next(row is null ? null : Read(row)) is not { } run
                || (row is null
                    ? await store.TryInsertAsync(Partition.Payments, Key, ToValues(run), cancellationToken)
                    : await store.TryReplaceAsync(row, ToValues(run), cancellationToken) is not null))
            {
                return;
            }
        }
    }

    private static RowValues ToValues(RunRow run) => new() { { "slot", run.Slot }, { "againAt", run.AgainAt } };

    private static RunRow Read(Row row) => new(row.Values.Instant("slot"), row.Values.InstantOrNull("againAt"));
}
