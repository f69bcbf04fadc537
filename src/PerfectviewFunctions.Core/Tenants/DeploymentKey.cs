using System.Security.Cryptography;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Core.Tenants;

/// <summary>
/// The key under which administrations are named, made at the first start and never rotated. A row in the store holds its fingerprint, so
/// that two hosts starting at once agree on one, and a lost or exchanged key is noticed before anything is filed under a wrong name.
/// </summary>
public sealed class DeploymentKey(ISecretStore secrets, IRowStore store, TimeProvider time)
{
    private const string RowPartition = "deployment";
    private const string RowKey = "administration-key";
    private static readonly SecretName Name = SecretName.ForDeployment("administration-key");
    private static readonly TimeSpan OtherHostNeeds = TimeSpan.FromSeconds(30);

    private byte[]? known;

    /// <exception cref="SecretsUnavailableException">The key is not the one this store was filled under, or is being made by another host.</exception>
    public async Task<byte[]> GetAsync(CancellationToken cancellationToken)
    {
        if (known is not null)
        {
            return known;
        }

        var guard = await store.GetAsync(RowPartition, RowKey, cancellationToken);
        var key = await secrets.GetAsync(Name, cancellationToken) is { } text ? Convert.FromBase64String(text) : null;
        if (key is null && (guard is null || time.GetUtcNow() - guard.Values.Instant("madeAt") > OtherHostNeeds))
        {
            return known = await MakeAsync(guard, cancellationToken);
        }

        return key is not null && guard?.Values.Text("fingerprint") == Fingerprint(key)
            ? known = key
            : throw new SecretsUnavailableException(
                $"The deployment key ('{Name}') is not the one this store was filled under. Put the right key back; if this is the first start, start again.");
    }

    private async Task<byte[]> MakeAsync(Row? abandoned, CancellationToken cancellationToken)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var values = new RowValues { { "fingerprint", Fingerprint(key) }, { "madeAt", time.GetUtcNow() } };
        var won = abandoned is null
            ? await store.TryInsertAsync(RowPartition, RowKey, values, cancellationToken)
            : await store.TryReplaceAsync(abandoned, values, cancellationToken) is not null;
        if (!won)
        {
            throw new SecretsUnavailableException("Another host is making the deployment key at this moment. Start again.");
        }

        await secrets.SetAsync(Name, Convert.ToBase64String(key), cancellationToken);
        return key;
    }

    private static string Fingerprint(byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, "fingerprint"u8));
}
