using Microsoft.Data.Sqlite;

namespace PerfectviewFunctions.LocalHost.Storage;

/// <summary>A store file as a whole: copied while others write in it, and checked.</summary>
internal static class SqliteCopy
{
    /// <summary>Copies a store as it stands at one moment into a file of its own, without the two that SQLite puts beside one in use.</summary>
    public static void Take(string from, string to) => SqliteFault.Translate(from, () =>
    {
        using var source = Open(from, SqliteOpenMode.ReadWrite);
        using var copy = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(copy);
        Ask(copy, "PRAGMA journal_mode = DELETE;");
        return true;
    });

    /// <summary>What SQLite finds wrong with a file; empty when it is sound.</summary>
    /// <param name="isQuick">Whether it is enough to look at the pages, not at whether index and table agree.</param>
    public static IReadOnlyList<string> FaultsOf(string file, bool isQuick) => SqliteFault.Translate(file, () =>
    {
        using var store = Open(file, SqliteOpenMode.ReadWrite);
        var found = Ask(store, isQuick ? "PRAGMA quick_check(20);" : "PRAGMA integrity_check(20);");
        return found is ["ok"] ? [] : found;
    });

    /// <summary>The layout that a file has, as <see cref="SqliteStoreFile"/> writes it.</summary>
    public static string LayoutOf(string file) => SqliteFault.Translate(file, () =>
    {
        using var store = Open(file, SqliteOpenMode.ReadWrite);
        return Ask(store, "PRAGMA user_version;")[0];
    });

    private static SqliteConnection Open(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false, DefaultTimeout = 30 }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static List<string> Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var answers = new List<string>();
        while (reader.Read())
        {
            answers.Add(reader.GetValue(0).ToString() ?? "");
        }

        return answers;
    }
}
