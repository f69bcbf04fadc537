using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.LocalHost.Storage;

/// <summary>Runs a batch as one transaction: each write is a statement that touches its row only if the write holds.</summary>
internal static class SqliteBatch
{
    private const string Insert =
        "INSERT INTO rows (partition, key, etag, content) VALUES ($partition, $key, $new, $content) ON CONFLICT DO NOTHING;";

    private const string Replace =
        "UPDATE rows SET etag = $new, content = $content WHERE partition = $partition AND key = $key AND etag = $old;";

    private const string Delete =
        "DELETE FROM rows WHERE partition = $partition AND key = $key AND etag = $old;";

    public static WriteResult Run(SqliteConnection connection, string partition, IReadOnlyList<RowWrite> batch)
    {
        // Immediate: the lock is taken before the first statement, so that no reading turns out to be stale half-way.
        using var transaction = connection.BeginTransaction(deferred: false);
        var eTags = new string?[batch.Count];
        for (var i = 0; i < batch.Count; i++)
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.Parameters.AddWithValue("$partition", partition);
            command.Parameters.AddWithValue("$key", batch[i].Key);
            eTags[i] = Prepare(command, batch[i]);
            if (command.ExecuteNonQuery() == 0)
            {
                var kind = batch[i] is RowWrite.Insert ? ConflictKind.AlreadyExists : ConflictKind.Changed;
                return new WriteResult.Conflict(i, kind);
            }
        }

        transaction.Commit();
        return new WriteResult.Written(eTags);
    }

    /// <summary>Gives the command its statement; returns the ETag the row will have.</summary>
    private static string? Prepare(SqliteCommand command, RowWrite write)
    {
        switch (write)
        {
            case RowWrite.Insert insert:
                command.CommandText = Insert;
                return AddContent(command, insert.Values);
            case RowWrite.Replace replace:
                command.CommandText = Replace;
                command.Parameters.AddWithValue("$old", replace.ETag);
                return AddContent(command, replace.Values);
            case RowWrite.Delete delete:
                command.CommandText = Delete;
                command.Parameters.AddWithValue("$old", delete.ETag);
                return null;
            default:
                throw new ArgumentException($"There is no write of type {write.GetType().Name}.", nameof(write));
        }
    }

    private static string AddContent(SqliteCommand command, RowValues values)
    {
        // Random, so that a row that was deleted and inserted again never has a version it had before.
        var eTag = RandomNumberGenerator.GetHexString(16, lowercase: true);
        command.Parameters.AddWithValue("$new", eTag);
        command.Parameters.AddWithValue("$content", RowValuesJson.Write(values));
        return eTag;
    }
}
