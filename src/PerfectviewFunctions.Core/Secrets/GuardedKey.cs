using System.Security.Cryptography;
using PerfectviewFunctions.Core.Storage;

namespace PerfectviewFunctions.Core.Secrets;

/// <summary>
/// A key of the deployment of 256 bits, kept as a secret, made at its first use and never rotated. A row in the store holds its fingerprint, so
/// that two hosts starting at once agree on one, and a lost or exchanged key is noticed before anything is done under a wrong one.
/// </summary>
/// <param name="kind">The kind of the secret and the key of the row, such as <c>administration-key</c>.</param>
/// <remarks>Once found it is kept in memory for good: what it opened stays open while the secret store is away.</remarks>
public sealed class GuardedKey(string kind, ISecretStore secrets, IRowStore store, TimeProvider time) : IDisposable
{
    private const string RowPartition = "deployment";

    /// <summary>Longer than a maker that lives needs to write row and secret: a vault that brings a deleted name back takes a minute and a half.</summary>
    private static readonly TimeSpan OtherHostNeeds = TimeSpan.FromMinutes(3);

    private readonly SecretName name = SecretName.ForDeployment(kind);
    private readonly SemaphoreSlim oneAtATime = new(1, 1);
    private byte[]? known;

    /// <exception cref="SecretsUnavailableException">
    /// The key is not the one this store was filled under, or is being made by another host, or the secret store is away.
    /// </exception>
    public async Task<byte[]> GetAsync(CancellationToken cancellationToken)
    {
        if (known is not null)
        {
            return known;
        }

        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            return known ??= await FindOrMakeAsync(cancellationToken);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<byte[]> FindOrMakeAsync(CancellationToken cancellationToken)
    {
        var guard = await store.GetAsync(RowPartition, kind, cancellationToken);
        var text = await secrets.GetAsync(name, SecretAge.Now, cancellationToken);
        if (text is null && (guard is null || IsAbandoned(guard)))
        {
            return await MakeAsync(guard, cancellationToken);
        }

        // Another host may have made both between the two reads.
        guard ??= await store.GetAsync(RowPartition, kind, cancellationToken) ?? throw OfAnEmptyStore();

        if (text is null || Read(text) is not { } key || !IsOf(guard, key))
        {
            throw Wrong();
        }

        if (!guard.Values.Flag("kept"))
        {
            await MarkKeptAsync(guard, key, cancellationToken);
        }

        return key;
    }

    /// <summary>Whether its maker died before the key was kept. A key that was kept once and is gone is lost, and no other may take its place.</summary>
    private bool IsAbandoned(Row guard) =>
        !guard.Values.Flag("kept") && time.GetUtcNow() - guard.Values.Instant("madeAt") > OtherHostNeeds;

    private async Task<byte[]> MakeAsync(Row? abandoned, CancellationToken cancellationToken)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var values = new RowValues { { "fingerprint", Fingerprint(key) }, { "madeAt", time.GetUtcNow() } };
        RowWrite write = abandoned is null ? new RowWrite.Insert(kind, values) : new RowWrite.Replace(kind, values, abandoned.ETag!);
        if (await store.WriteAsync(RowPartition, [write], cancellationToken) is not WriteResult.Written written)
        {
            throw new SecretsUnavailableException($"Another host is making the deployment's key '{name}' at this moment. Try again.");
        }

        await secrets.SetAsync(name, Convert.ToBase64String(key), cancellationToken);
        await MarkKeptAsync(new Row(RowPartition, kind, values, written.ETags[0]), key, cancellationToken);
        return key;
    }

    /// <summary>
    /// Another host may have marked it meanwhile, which is as good. Or it took the maker for dead and made a key of its own: to go on with this one
    /// would give every administration two names, and two leases.
    /// </summary>
    private async Task MarkKeptAsync(Row guard, byte[] key, CancellationToken cancellationToken)
    {
        var values = new RowValues { { "fingerprint", Fingerprint(key) }, { "madeAt", guard.Values.Instant("madeAt") }, { "kept", true } };
        if (await store.TryReplaceAsync(guard, values, cancellationToken) is null
            && !IsOf(await store.GetAsync(RowPartition, kind, cancellationToken), key))
        {
            throw Wrong();
        }
    }

    private static bool IsOf(Row? guard, byte[] key) => guard?.Values.Text("fingerprint") == Fingerprint(key);

    private SecretsUnavailableException Wrong() => new(
        $"The deployment's key ('{name}') is not the one this store was filled under. Put the right key back; if this is the first start, start again.");

    /// <summary>The row always stands before the secret does. Making it anew would let a host begin that was given a wrong store.</summary>
    private SecretsUnavailableException OfAnEmptyStore() => new(
        $"The secret '{name}' is there, but the store knows nothing of it: it is another store, or was emptied. Put the right store back; only if the empty one is meant, delete this secret.");

    private static byte[]? Read(string text)
    {
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out var length) ? key[..length] : null;
    }

    private static string Fingerprint(byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, "fingerprint"u8));
}
