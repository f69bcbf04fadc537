using System.Globalization;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.LocalHost.Storage;

namespace PerfectviewFunctions.LocalHost.Doctor;

/// <summary>Looks at the files of a host.</summary>
internal static class FolderChecks
{
    private const long LeastFree = 512L * 1024 * 1024;

    private const UnixFileMode OfOthers = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static IEnumerable<Check> Of(LocalHostSettings settings) => [OfStore(settings.StoreFile), OfDisk(settings.Data), .. OfRights(settings)];

    private static Check OfStore(string file)
    {
        try
        {
            return SqliteCopy.FaultsOf(file, isQuick: true) is [var first, ..]
                ? new Check(CheckState.Broken, $"The store is damaged: {first}", "Keep the folder as it is, and put the last backup in its place: restore FOLDER.")
                : new Check(CheckState.Fine, FormattableString.Invariant(
                    $"The store is sound: layout {SqliteCopy.LayoutOf(file)}, {Megabytes(new FileInfo(file).Length)}."));
        }
        catch (StoreUnavailableException exception)
        {
            return new Check(CheckState.Broken, exception.Message, "See who holds it, and who may read it.");
        }
    }

    private static Check OfDisk(string folder)
    {
        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        return free < LeastFree
            ? new Check(CheckState.Wrong, $"The disk has {Megabytes(free)} left.", "Make room: without it nothing is taken in.")
            : new Check(CheckState.Fine, $"The disk has {Megabytes(free)} left.");
    }

    private static IEnumerable<Check> OfRights(LocalHostSettings settings)
    {
        if (OperatingSystem.IsWindows())
        {
            yield break;
        }

        foreach (var (path, what) in new[] { (settings.Data, "invoices and debtors"), (settings.SecretsFolder, "the credentials of the books") })
        {
            if (Directory.Exists(path) && (File.GetUnixFileMode(path) & OfOthers) != UnixFileMode.None)
            {
                // The secrets are the worse of the two; a data folder that others may enter was perhaps made so by its owner.
                yield return new Check(
                    path == settings.SecretsFolder ? CheckState.Wrong : CheckState.Doubtful,
                    $"Others on this machine have rights on {Path.GetFullPath(path)}, which holds {what}.",
                    $"chmod 700 \"{Path.GetFullPath(path)}\"");
            }
        }
    }

    private static string Megabytes(long bytes) => (bytes / (1024 * 1024)).ToString(CultureInfo.InvariantCulture) + " MiB";
}
