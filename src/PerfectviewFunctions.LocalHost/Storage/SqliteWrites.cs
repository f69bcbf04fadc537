using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.LocalHost.Storage;

/// <summary>The writes of one transaction. A kind of write has one command, which SQLite compiles for the first row of it.</summary>
internal sealed class SqliteWrites(SqliteConnection connection, SqliteTransaction transaction, string partition) : IDisposable
{
    private const string Insert =
        "INSERT INTO rows (partition, key, etag, content) VALUES ($partition, $key, $new, $content) ON CONFLICT DO NOTHING;";

    private const string Replace =
        "UPDATE rows SET etag = $new, content = $content WHERE partition = $partition AND key = $key AND etag = $old;";

    private const string Delete =
        "DELETE FROM rows WHERE partition = $partition AND key = $key AND etag = $old;";

    private SqliteCommand? insert;
    private SqliteCommand? replace;
    private SqliteCommand? delete;

    /// <param name="eTag">What the row has then; null where it is gone.</param>
    /// <returns>Whether the write holds.</returns>
    public bool TryRun(RowWrite write, out string? eTag)
    {
        // Random, so that a row that was deleted and inserted again never has a version it had before.
        eTag = write is RowWrite.Delete ? null : RandomNumberGenerator.GetHexString(16, lowercase: true);
        var command = write switch
        {
            RowWrite.Insert one => With(insert ??= Create(Insert, "$new", "$content"), eTag!, RowValuesJson.Write(one.Values)),
            RowWrite.Replace one => With(replace ??= Create(Replace, "$new", "$content", "$old"), eTag!, RowValuesJson.Write(one.Values), one.ETag),
            RowWrite.Delete one => With(delete ??= Create(Delete, "$old"), one.ETag),
            _ => throw new ArgumentException($"There is no write of type {write.GetType().Name}.", nameof(write)),
        };
        command.Parameters[0].Value = write.Key;
        return command.ExecuteNonQuery() > 0;
    }

    public void Dispose()
    {
        insert?.Dispose();
        replace?.Dispose();
        delete?.Dispose();
    }

    /// <summary>A command of the key, of the values that have these names, and of the partition.</summary>
    private SqliteCommand Create(string sql, params ReadOnlySpan<string> names)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.Parameters.Add("$key", SqliteType.Text);
        foreach (var name in names)
        {
            command.Parameters.Add(name, SqliteType.Text);
        }

        command.Parameters.Add("$partition", SqliteType.Text).Value = partition;
        return command;
    }

    private static SqliteCommand With(SqliteCommand command, params ReadOnlySpan<string> values)
    {
        for (var at = 0; at < values.Length; at++)
        {
            command.Parameters[at + 1].Value = values[at];
        }

        return command;
    }
}
