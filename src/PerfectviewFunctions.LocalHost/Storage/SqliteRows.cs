using Microsoft.Data.Sqlite;
using PerfectviewFunctions.Core.Storage;
using static SQLitePCL.raw;

namespace PerfectviewFunctions.LocalHost.Storage;

/// <summary>
/// Reads rows. Keys are ASCII (<see cref="RowLimits.CheckKey"/>), so SQLite's order of bytes is the ordinal order of the port.
/// </summary>
internal static class SqliteRows
{
    public static Row? Read(SqliteConnection connection, string partition, string key)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT key, etag, content FROM rows WHERE partition = $partition AND key = $key;";
        command.Parameters.AddWithValue("$partition", partition);
        command.Parameters.AddWithValue("$key", key);
        using var reader = command.ExecuteReader();
        return reader.Read() ? Map(reader, partition) : null;
    }

    /// <summary>At most <paramref name="limit"/> rows with <paramref name="from"/> &lt;= key &lt; <paramref name="to"/>, in order.</summary>
    public static List<Row> ReadPage(SqliteConnection connection, string partition, string from, string to, int limit)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT key, etag, content FROM rows
            WHERE partition = $partition AND key >= $from AND key < $to
            ORDER BY key LIMIT $limit;
            """;
        command.Parameters.AddWithValue("$partition", partition);
        command.Parameters.AddWithValue("$from", from);
        command.Parameters.AddWithValue("$to", to);
        command.Parameters.AddWithValue("$limit", limit);
        using var reader = command.ExecuteReader();
        var page = new List<Row>();
        while (reader.Read())
        {
            page.Add(Map(reader, partition));
        }

        return page;
    }

    // The content as SQLite holds it, which is UTF-8: as text it would be copied, doubled and turned back.
    private static Row Map(SqliteDataReader reader, string partition) =>
        new(partition, reader.GetString(0), RowValuesJson.Read(sqlite3_column_blob(reader.Handle, 2)), reader.GetString(1));
}
