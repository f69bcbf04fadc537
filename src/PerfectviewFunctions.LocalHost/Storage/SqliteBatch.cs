using Microsoft.Data.Sqlite;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.LocalHost.Storage;

/// <summary>Runs a batch as one transaction: each write is a statement that touches its row only if the write holds.</summary>
internal static class SqliteBatch
{
    public static WriteResult Run(SqliteConnection connection, string partition, IReadOnlyList<RowWrite> batch)
    {
        // Immediate: the lock is taken before the first statement, so that no reading turns out to be stale half-way.
        using var transaction = connection.BeginTransaction(deferred: false);
        using var commands = new SqliteWrites(connection, transaction, partition);
        var eTags = new string?[batch.Count];
        for (var i = 0; i < batch.Count; i++)
        {
            if (!commands.TryRun(batch[i], out eTags[i]))
            {
                var kind = batch[i] is RowWrite.Insert ? ConflictKind.AlreadyExists : ConflictKind.Changed;
                return new WriteResult.Conflict(i, kind);
            }
        }

        transaction.Commit();
        return new WriteResult.Written(eTags);
    }
}
