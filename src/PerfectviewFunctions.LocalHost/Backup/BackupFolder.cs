using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.LocalHost.Storage;
using PerfectviewFunctions.Web.Hosting;
using PerfectviewFunctions.Web.Secrets;

namespace PerfectviewFunctions.LocalHost.Backup;

/// <summary>A folder with a backup: the store, the secrets with their keys, and what it is.</summary>
internal sealed class BackupFolder(string path)
{
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    public string StoreFile => System.IO.Path.Combine(Path, "store.db");

    public string SecretsFolder => System.IO.Path.Combine(Path, "secrets");

    private string ManifestFile => System.IO.Path.Combine(Path, "backup.json");

    /// <summary>Backs up the store and the secrets of a host, which may run meanwhile.</summary>
    /// <exception cref="InvalidDataException">There is nothing to back up, something is there already, or the copy is not sound.</exception>
    public async Task<BackupManifest> TakeAsync(LocalHostSettings settings, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!File.Exists(settings.StoreFile))
        {
            throw new InvalidDataException($"There is no store '{System.IO.Path.GetFullPath(settings.StoreFile)}' to back up: name its folder with --Data.");
        }

        if (!Directory.Exists(settings.SecretsFolder))
        {
            throw new InvalidDataException($"There is no secrets folder '{settings.SecretsFolder}' beside the store: a backup without it opens no books.");
        }

        if (Directory.Exists(Path) && Directory.EnumerateFileSystemEntries(Path).Any())
        {
            throw new InvalidDataException($"'{Path}' holds something already: name a folder that is not there yet. Nothing was overwritten.");
        }

        using var inUse = HostLock.Share(settings.Data);
        DataFolder.MakePrivate(Path);
        var manifest = new BackupManifest(time.GetUtcNow(), ProductVersion.Text);
        using (var secrets = await FileSecretStore.OpenAsync(settings.SecretsFolder, cancellationToken: cancellationToken))
        {
            await secrets.CopyToAsync(SecretsFolder, cancellationToken);
        }

        SqliteCopy.Take(settings.StoreFile, StoreFile);
        BackupManifest.Save(ManifestFile, manifest);
        return await CheckAsync(cancellationToken);
    }

    /// <summary>Makes sure that a host could work with what is here.</summary>
    /// <exception cref="InvalidDataException">It could not; the message says why.</exception>
    public async Task<BackupManifest> CheckAsync(CancellationToken cancellationToken)
    {
        if (BackupManifest.Read(ManifestFile) is not { } manifest || !File.Exists(StoreFile))
        {
            throw new InvalidDataException($"'{Path}' holds no backup, or one that was broken off.");
        }

        try
        {
            if (SqliteCopy.FaultsOf(StoreFile, isQuick: false) is [var first, ..])
            {
                throw new InvalidDataException($"The store in the backup '{Path}' is damaged: {first}.");
            }

            using var secrets = await FileSecretStore.OpenAsync(SecretsFolder, cancellationToken: cancellationToken);
            if (await secrets.GetAsync(SecretName.ForDeployment("administration-key"), SecretAge.Now, cancellationToken) is null)
            {
                throw new InvalidDataException($"The secrets in the backup '{Path}' lack the key that names administrations.");
            }

            return manifest;
        }
        catch (Exception exception) when (exception is StoreUnavailableException or SecretsUnavailableException)
        {
            throw new InvalidDataException($"The backup '{Path}' can't be used: {exception.Message}", exception);
        }
    }
}
