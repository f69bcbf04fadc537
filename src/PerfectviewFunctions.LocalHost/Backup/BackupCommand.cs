using PerfectviewFunctions.LocalHost.Hosting;

namespace PerfectviewFunctions.LocalHost.Backup;

/// <summary><c>backup FOLDER</c>: copies the store and the secrets of a host, which may run meanwhile.</summary>
internal static class BackupCommand
{
    public const string Usage = "backup FOLDER [--Data .data]";

    public static async Task<int> RunAsync(string folder, LocalHostSettings settings, TextWriter output, CancellationToken cancellationToken)
    {
        var backup = new BackupFolder(folder);
        var manifest = await backup.TakeAsync(settings, TimeProvider.System, cancellationToken);
        await output.WriteLineAsync($"""
            The backup of {Path.GetFullPath(settings.Data)} as of {manifest.TakenAt:u} stands in {backup.Path}, and is sound.
            It holds the credentials of the books and the key that opens them: whoever can read it can book. Only you can, for now.
            """);
        return 0;
    }
}
