using System.Collections.Concurrent;
using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.Benchmarks.Payments;

/// <summary>Secrets without a file or a vault: these are not what is measured.</summary>
internal sealed class SecretsInMemory : ISecretStore
{
    private readonly ConcurrentDictionary<SecretName, string> values = new();

    public Task<string?> GetAsync(SecretName name, TimeSpan maxAge, CancellationToken cancellationToken) =>
        Task.FromResult(values.GetValueOrDefault(name));

    public Task SetAsync(SecretName name, string value, CancellationToken cancellationToken)
    {
        values[name] = value;
        return Task.CompletedTask;
    }

    public Task DeleteAsync(SecretName name, CancellationToken cancellationToken)
    {
        values.TryRemove(name, out _);
        return Task.CompletedTask;
    }
}
