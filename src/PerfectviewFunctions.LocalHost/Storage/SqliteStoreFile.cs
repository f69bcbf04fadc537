using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PerfectviewFunctions.LocalHost.Storage;

/// <summary>The database file: how it is laid out, and connections to it that are safe to share it with other processes.</summary>
internal sealed class SqliteStoreFile : IDisposable
{
    private const long LayoutVersion = 1;

    private readonly string connectionString;
    private readonly string settings;

    /// <summary>The connections that have the settings: the pool gives them again as they were.</summary>
    private readonly ConditionalWeakTable<sqlite3, string> set = [];

    public SqliteStoreFile(string path, TimeSpan busyTimeout)
    {
        Path = System.IO.Path.GetFullPath(path);
        connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Pooling = true,
            DefaultTimeout = Math.Max(1, (int)busyTimeout.TotalSeconds),
        }.ConnectionString;

        // SQLite's own wait reacts within milliseconds, the driver's only every 150. FULL in WAL mode syncs at each commit.
        settings = string.Create(
            CultureInfo.InvariantCulture,
            $"PRAGMA synchronous = FULL; PRAGMA busy_timeout = {(long)busyTimeout.TotalMilliseconds};");
    }

    public string Path { get; }

    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            if (!set.TryGetValue(connection.Handle!, out _))
            {
                Execute(connection, settings);
                set.Add(connection.Handle!, settings);
            }

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Creates the table where there is none. Several processes may do so at once.</summary>
    /// <returns>The layout version, now that of this program.</returns>
    /// <exception cref="InvalidDataException">The file was laid out by another version of this program.</exception>
    public long Prepare()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        using var connection = Connect();
        if (Execute(connection, "PRAGMA journal_mode = WAL;") is not "wal")
        {
            throw new InvalidDataException($"The store '{Path}' stands on a disk that can't share it between processes; move it to a local disk.");
        }

        using var transaction = connection.BeginTransaction(deferred: false);
        if (Execute(connection, "PRAGMA user_version;") is var found and not (0L or LayoutVersion))
        {
            throw new InvalidDataException(
                $"The store '{Path}' has layout {found}, this program knows {LayoutVersion}: use the program version that wrote it.");
        }

        Execute(connection, $"""
            CREATE TABLE IF NOT EXISTS rows (
                partition TEXT NOT NULL,
                key TEXT NOT NULL,
                etag TEXT NOT NULL,
                content TEXT NOT NULL,
                PRIMARY KEY (partition, key)
            ) STRICT;
            PRAGMA user_version = {LayoutVersion};
            """);
        transaction.Commit();
        return LayoutVersion;
    }

    /// <summary>Closes the pooled connections; the last one to close moves the log into the file.</summary>
    public void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static object? Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
