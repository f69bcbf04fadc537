using Microsoft.Data.Sqlite;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.LocalHost.Storage;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>The file that a local host makes by itself in its folder.</summary>
internal sealed class SqliteFile(string folder) : RowPlace
{
    private readonly string file = new LocalHostSettings { Data = folder }.StoreFile;

    public override IRowStore Open() => SqliteRowStore.Open(file);

    public override IReadOnlyList<string> Dump()
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT partition || ' ' || key || ' ' || etag || ' ' || content FROM rows ORDER BY partition, key;";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
