using System.Collections.Concurrent;
using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.Core.Tests.Support;

/// <summary>Secrets of one test.</summary>
internal sealed class MemorySecrets : ISecretStore
{
    private readonly ConcurrentDictionary<SecretName, string> values = new();

    /// <summary>Runs before a value is written; what it throws keeps the value from being written.</summary>
    public Func<SecretName, Task>? BeforeSet { get; set; }

    /// <summary>Runs before a value is read.</summary>
    public Func<SecretName, Task>? BeforeGet { get; set; }

    /// <summary>Runs before a value is deleted; what it throws keeps it.</summary>
    public Func<SecretName, Task>? BeforeDelete { get; set; }

    public IReadOnlyDictionary<SecretName, string> Values => values;

    public async Task<string?> GetAsync(SecretName name, TimeSpan maxAge, CancellationToken cancellationToken)
    {
        await (BeforeGet?.Invoke(name) ?? Task.CompletedTask);
        return values.GetValueOrDefault(name);
    }

    public async Task SetAsync(SecretName name, string value, CancellationToken cancellationToken)
    {
        await (BeforeSet?.Invoke(name) ?? Task.CompletedTask);
        values[name] = value;
    }

    public async Task DeleteAsync(SecretName name, CancellationToken cancellationToken)
    {
        await (BeforeDelete?.Invoke(name) ?? Task.CompletedTask);
        values.TryRemove(name, out _);
    }
}
