using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>A secret store that a test takes away.</summary>
internal sealed class BreakableSecrets(ISecretStore inner) : ISecretStore
{
    public Func<SecretName, Exception?> Fault { get; set; } = _ => null;

    public Task<string?> GetAsync(SecretName name, TimeSpan maxAge, CancellationToken cancellationToken) =>
        Fault(name) is { } exception ? throw exception : inner.GetAsync(name, maxAge, cancellationToken);

    public Task SetAsync(SecretName name, string value, CancellationToken cancellationToken) => inner.SetAsync(name, value, cancellationToken);

    public Task DeleteAsync(SecretName name, CancellationToken cancellationToken) => inner.DeleteAsync(name, cancellationToken);
}
