using Azure.Data.Tables;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Azure.Tables;

/// <summary>A row as an entity. Text, Edm.Int64, Edm.Boolean, Edm.DateTime (100 ns) and Edm.Binary hold the five types exactly.</summary>
internal static class TableRows
{
    public static TableEntity ToEntity(string partition, string key, RowValues values)
    {
        var entity = new TableEntity(partition, key);
        foreach (var (name, value) in values)
        {
            entity.Add(name, value);
        }

        return entity;
    }

    public static Row ToRow(TableEntity entity)
    {
        var values = new RowValues();
        foreach (var (name, value) in entity)
        {
            if (!IsSystem(name))
            {
                values.Add(name, value is DateTime instant ? new DateTimeOffset(instant.ToUniversalTime()) : value);
            }
        }

        return new Row(entity.PartitionKey, entity.RowKey, values, entity.ETag.ToString());
    }

    /// <summary>What the service keeps of itself, and what it says about an entity.</summary>
    private static bool IsSystem(string name) =>
        name is "PartitionKey" or "RowKey" or "Timestamp" || name.StartsWith("odata.", StringComparison.Ordinal);
}
