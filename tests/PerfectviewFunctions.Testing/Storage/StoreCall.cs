using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Testing.Storage;

/// <summary>A call to an <see cref="InMemoryRowStore"/>, as its hooks see it.</summary>
public abstract record StoreCall(string Partition)
{
    public sealed record Get(string Partition, string Key) : StoreCall(Partition);

    public sealed record Query(string Partition, string From, string To) : StoreCall(Partition);

    public sealed record Write(string Partition, IReadOnlyList<RowWrite> Batch) : StoreCall(Partition);
}
