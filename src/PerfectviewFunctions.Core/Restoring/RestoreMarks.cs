using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Core.Restoring;

/// <summary>Keeps whether this store was put back from a backup. That happens only while no host runs, so a host asks once.</summary>
public sealed class RestoreMarks(IRowStore store)
{
    private const string Partition = "deployment";
    private const string Key = "restored";

    private volatile bool isRead; // written behind what was read: who sees it sees that too
    private RestoreMark? known;

    /// <returns>Null when it never was.</returns>
    public async Task<RestoreMark?> FindAsync(CancellationToken cancellationToken)
    {
        if (!isRead)
        {
            known = await store.GetAsync(Partition, Key, cancellationToken) is { } row
                ? new RestoreMark(row.Values.Instant("takenAt"), row.Values.Instant("restoredAt"))
                : null;
            isRead = true;
        }

        return known;
    }

    /// <summary>Marks a store that is being put back, before any host works on it; a mark that came with the backup is replaced.</summary>
    public static async Task SetAsync(IRowStore store, RestoreMark mark, CancellationToken cancellationToken)
    {
        var values = new RowValues { { "takenAt", mark.TakenAt }, { "restoredAt", mark.RestoredAt } };
        var isWritten = await store.GetAsync(Partition, Key, cancellationToken) is { } row
            ? await store.TryReplaceAsync(row, values, cancellationToken) is not null
            : await store.TryInsertAsync(Partition, Key, values, cancellationToken);
        if (!isWritten)
        {
            throw new InvalidOperationException("Somebody else writes in a store that is being put back.");
        }
    }
}
