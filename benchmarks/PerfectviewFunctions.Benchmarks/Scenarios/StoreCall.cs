using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>One operation on the store, without whose or which it was.</summary>
/// <param name="Operation">get, query or write.</param>
/// <param name="What">The kind of partition and of rows.</param>
/// <param name="Rows">Written; 0 of a reading.</param>
internal sealed record StoreCall(string Operation, string What, int Rows)
{
    public static StoreCall Get(string partition, string key) => new("get", $"{KindOf(partition)} {KindOf(key)}", 0);

    public static StoreCall Query(string partition, string from) => new("query", $"{KindOf(partition)} {KindOf(from)}", 0);

    public static StoreCall Write(string partition, IReadOnlyList<RowWrite> batch) => new(
        "write",
        $"{KindOf(partition)} {string.Join(", ", batch.Select(write => $"{write.GetType().Name.ToLowerInvariant()} {KindOf(write.Key)}"))}",
        batch.Count);

    /// <summary>Rows of a kind begin with its name and a colon; what has none is somebody's id.</summary>
    private static string KindOf(string key) => key switch
    {
        "due" or "tenants" or "callbacks" or "payments" => key,
        _ when key.StartsWith("lease:", StringComparison.Ordinal) => key,
        _ => key.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? key[..colon] : "(id)",
    };
}
