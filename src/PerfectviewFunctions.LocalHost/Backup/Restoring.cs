using System.Globalization;
using PerfectviewFunctions.Core.Restoring;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.LocalHost.Storage;
using PerfectviewFunctions.Web.Secrets;

namespace PerfectviewFunctions.LocalHost.Backup;

/// <summary>
/// Puts a backup in the place of a host's store and secrets. All is made ready beside them first, with the mark in it that has everything looked up
/// before it is booked. Failing leaves what was there; dying half-way leaves a folder because of which no host starts, until it is done once more.
/// </summary>
internal static class Restoring
{
    /// <summary>The endings of the files that a store consists of while it is in use.</summary>
    private static readonly string[] StoreParts = ["", "-wal", "-shm"];

    /// <exception cref="InvalidDataException">The backup is not sound, or a host uses the folder.</exception>
    public static async Task<Restored> RunAsync(
        BackupFolder backup, LocalHostSettings settings, TimeProvider time, CancellationToken cancellationToken)
    {
        var manifest = await backup.CheckAsync(cancellationToken);
        using var alone = HostLock.Alone(settings.Data) ?? throw new InvalidDataException(
            $"'{Path.GetFullPath(settings.Data)}' is in use: stop every host on it first. Nothing was changed.");
        var mark = new RestoreMark(manifest.TakenAt, time.GetUtcNow());
        var ready = settings with { Data = DataFolder.Unfinished(settings.Data) };
        if (Directory.Exists(ready.Data))
        {
            Directory.Delete(ready.Data, recursive: true);
        }

        DataFolder.Prepare(ready.Data);
        try
        {
            await MakeReadyAsync(backup, ready, mark, cancellationToken);
        }
        catch
        {
            // Nothing was replaced: what is there is whole, and a host may go on with it.
            Directory.Delete(ready.Data, recursive: true);
            throw;
        }

        // From here on nothing is cancelled: half of one and half of the other would be neither.
        var aside = MoveAside(settings, mark);
        foreach (var part in StoreParts.Where(part => File.Exists(ready.StoreFile + part)))
        {
            // Somebody may have looked at it meanwhile: then the mark stands in the log, not in the file.
            File.Move(ready.StoreFile + part, settings.StoreFile + part);
        }

        Directory.Move(ready.SecretsFolder, settings.SecretsFolder);
        Directory.Delete(ready.Data, recursive: true);
        return new Restored(mark, aside);
    }

    private static async Task MakeReadyAsync(BackupFolder backup, LocalHostSettings ready, RestoreMark mark, CancellationToken cancellationToken)
    {
        SqliteCopy.Take(backup.StoreFile, ready.StoreFile);
        using (var store = SqliteRowStore.Open(ready.StoreFile))
        {
            await RestoreMarks.SetAsync(store, mark, cancellationToken);
        }

        using var secrets = await FileSecretStore.OpenAsync(backup.SecretsFolder, cancellationToken: cancellationToken);
        await secrets.CopyToAsync(ready.SecretsFolder, cancellationToken);
    }

    /// <returns>Where what was there stands now; null when nothing was.</returns>
    private static string? MoveAside(LocalHostSettings settings, RestoreMark mark)
    {
        string[] files = [.. StoreParts.Select(part => settings.StoreFile + part)];
        if (!files.Any(File.Exists) && !Directory.Exists(settings.SecretsFolder))
        {
            return null;
        }

        var name = "before-restore-" + mark.RestoredAt.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var aside = Enumerable.Range(0, int.MaxValue)
            .Select(number => Path.Combine(settings.Data, number == 0 ? name : FormattableString.Invariant($"{name}-{number}")))
            .First(path => !Directory.Exists(path));
        DataFolder.Prepare(aside);
        foreach (var file in files.Where(File.Exists))
        {
            File.Move(file, Path.Combine(aside, Path.GetFileName(file)));
        }

        if (Directory.Exists(settings.SecretsFolder))
        {
            Directory.Move(settings.SecretsFolder, Path.Combine(aside, Path.GetFileName(settings.SecretsFolder)));
        }

        return aside;
    }
}

/// <summary>What was done.</summary>
/// <param name="Aside">Where what was there before stands now; null when nothing was.</param>
internal sealed record Restored(RestoreMark Mark, string? Aside);
