using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Core.Tenants;

/// <summary>The key under which administrations are named: a <see cref="GuardedKey"/>.</summary>
public sealed class DeploymentKey(ISecretStore secrets, IRowStore store, TimeProvider time) : IDisposable
{
    private readonly GuardedKey key = new("administration-key", secrets, store, time);

    /// <exception cref="SecretsUnavailableException">As <see cref="GuardedKey.GetAsync"/> says.</exception>
    public Task<byte[]> GetAsync(CancellationToken cancellationToken) => key.GetAsync(cancellationToken);

    public void Dispose() => key.Dispose();
}
