using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Web.KeyRing;

/// <summary>The key under which the ring stands in the store: a <see cref="GuardedKey"/>.</summary>
internal sealed class KeyRingKey(ISecretStore secrets, IRowStore store, TimeProvider time) : IDisposable
{
    private readonly GuardedKey key = new("key-ring-key", secrets, store, time);

    /// <remarks>
    /// Blocks, as the interfaces of Data Protection leave no choice. It does so at the first use of a host, and no request waits on a thread that is
    /// needed to end the wait: neither host has a synchronization context.
    /// </remarks>
    /// <exception cref="SecretsUnavailableException">As <see cref="GuardedKey.GetAsync"/> says.</exception>
    public byte[] Get() => key.GetAsync(CancellationToken.None).GetAwaiter().GetResult();

    public void Dispose() => key.Dispose();
}
