using System.Collections.Concurrent;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>A store that remembers which partitions were asked for.</summary>
internal sealed class RecordingStore(IRowStore inner) : IRowStore
{
    public ConcurrentBag<string> Partitions { get; } = [];

    public Task<Row?> GetAsync(string partition, string key, CancellationToken cancellationToken)
    {
        Partitions.Add(partition);
        return inner.GetAsync(partition, key, cancellationToken);
    }

    public IAsyncEnumerable<Row> QueryAsync(string partition, string from, string to, CancellationToken cancellationToken)
    {
        Partitions.Add(partition);
        return inner.QueryAsync(partition, from, to, cancellationToken);
    }

    public Task<WriteResult> WriteAsync(string partition, IReadOnlyList<RowWrite> batch, CancellationToken cancellationToken)
    {
        Partitions.Add(partition);
        return inner.WriteAsync(partition, batch, cancellationToken);
    }
}

/// <summary>A secret store that remembers which names were asked for.</summary>
internal sealed class RecordingSecrets(ISecretStore inner) : ISecretStore
{
    public ConcurrentBag<string> Names { get; } = [];

    public Task<string?> GetAsync(SecretName name, TimeSpan maxAge, CancellationToken cancellationToken)
    {
        Names.Add(name.Value);
        return inner.GetAsync(name, maxAge, cancellationToken);
    }

    public Task SetAsync(SecretName name, string value, CancellationToken cancellationToken)
    {
        Names.Add(name.Value);
        return inner.SetAsync(name, value, cancellationToken);
    }

    public Task DeleteAsync(SecretName name, CancellationToken cancellationToken)
    {
        Names.Add(name.Value);
        return inner.DeleteAsync(name, cancellationToken);
    }
}
