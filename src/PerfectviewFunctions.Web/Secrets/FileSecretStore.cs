using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using PerfectviewFunctions.Core.Secrets;

namespace PerfectviewFunctions.Web.Secrets;

/// <summary>
/// All secrets in one file, encrypted with ASP.NET Core Data Protection. The key ring stands beside it, so what really guards
/// the secrets is who may read the folder. Several processes may share it.
/// </summary>
/// <remarks>
/// The file is replaced as a whole: after a crash it holds the old or the new secrets, never half. It is read anew at each call;
/// whoever reads often keeps the value for a while.
/// </remarks>
public sealed class FileSecretStore : ISecretStore, IDisposable
{
    private readonly SecretsFolder folder;
    private readonly SecretsLock gate;
    private readonly IDataProtector protector;

    private FileSecretStore(SecretsFolder folder, TimeSpan lockTimeout)
    {
        this.folder = folder;
        gate = new SecretsLock(folder.Lock, lockTimeout);
        protector = DataProtectionProvider
            .Create(new DirectoryInfo(folder.Keys), builder => builder.SetApplicationName("PerfectviewFunctions"))
            .CreateProtector("PerfectviewFunctions.Secrets.v1");
    }

    /// <summary>Opens the store, and creates its folder and first key where there are none.</summary>
    /// <param name="path">A folder for the secrets alone: all rights of others on it are taken away.</param>
    /// <param name="lockTimeout">How long a change waits for other processes; 10 seconds if null.</param>
    /// <exception cref="SecretsUnavailableException">The folder can't be used.</exception>
    public static async Task<FileSecretStore> OpenAsync(
        string path, TimeSpan? lockTimeout = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var store = new FileSecretStore(new SecretsFolder(path), lockTimeout ?? TimeSpan.FromSeconds(10));
            await store.gate.RunAsync(store.PrepareKeys, cancellationToken);
            return store;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SecretsUnavailableException($"The secrets folder '{path}' can't be used: {exception.Message}", exception);
        }
    }

    public Task<string?> GetAsync(SecretName name, TimeSpan maxAge, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Load().GetValueOrDefault(name.Value));
    }

    public Task SetAsync(SecretName name, string value, CancellationToken cancellationToken)
    {
        SecretLimits.CheckValue(value);
        return gate.RunAsync(
            () =>
            {
                var secrets = Load();
                secrets[name.Value] = value;
                Save(secrets);
            },
            cancellationToken);
    }

    public Task DeleteAsync(SecretName name, CancellationToken cancellationToken) => gate.RunAsync(
        () =>
        {
            var secrets = Load();
            if (secrets.Remove(name.Value))
            {
                Save(secrets);
            }
        },
        cancellationToken);

    /// <summary>Copies the secrets, as encrypted as they are, and the keys that open them, into a folder of their own.</summary>
    /// <param name="path">A folder that is not there yet, or empty: all rights of others on it are taken away.</param>
    /// <exception cref="SecretsUnavailableException">Something can't be read or written.</exception>
    public async Task CopyToAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var copy = new SecretsFolder(path);
            await gate.RunAsync(() => folder.CopyTo(copy), cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SecretsUnavailableException($"The secrets can't be copied to '{path}': {exception.Message}", exception);
        }
    }

    public void Dispose() => gate.Dispose();

    /// <summary>The first use makes a key. Under the lock, so that of two processes the second finds the key of the first.</summary>
    private void PrepareKeys() => protector.Protect([]);

    private SortedDictionary<string, string> Load()
    {
        try
        {
            var json = protector.Unprotect(File.ReadAllBytes(folder.Secrets));
            return JsonSerializer.Deserialize(json, SecretsJson.Default.SortedDictionaryStringString)!;
        }
        catch (FileNotFoundException)
        {
            return new(StringComparer.Ordinal);
        }
        catch (CryptographicException exception)
        {
            throw new SecretsUnavailableException(
                $"The secrets file '{folder.Secrets}' can't be decrypted: it is damaged, or '{folder.Keys}' lacks the key it was written with. "
                + "Put both back from the same backup, or delete the file and enter the secrets again.",
                exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SecretsUnavailableException($"The secrets file '{folder.Secrets}' can't be read: {exception.Message}", exception);
        }
    }

    private void Save(SortedDictionary<string, string> secrets)
    {
        var temporary = folder.Secrets + ".new";
        try
        {
            using (var file = SecretsFolder.OpenPrivate(temporary, FileMode.Create))
            {
                file.Write(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(secrets, SecretsJson.Default.SortedDictionaryStringString)));
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, folder.Secrets, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SecretsUnavailableException($"The secrets file '{folder.Secrets}' can't be written: {exception.Message}", exception);
        }
    }
}
