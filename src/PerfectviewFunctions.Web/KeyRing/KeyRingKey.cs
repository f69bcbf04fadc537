using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Web.KeyRing;

/// <summary>The key under which the ring stands in the store: a <see cref="GuardedKey"/>.</summary>
internal sealed class KeyRingKey(ISecretStore secrets, IRowStore store, TimeProvider time) : IDisposable
{
    private readonly GuardedKey key = new("key-ring-key", secrets, store, time);

    /// <remarks>
    /// Blocks at the first use of a host; see <see cref="Blocking"/>.
    /// </remarks>
    /// <exception cref="SecretsUnavailableException">As <see cref="GuardedKey.GetAsync"/> says.</exception>
    public byte[] Get() => Blocking.Wait(() => key.GetAsync(CancellationToken.None));

    public void Dispose() => key.Dispose();
}
