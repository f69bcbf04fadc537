using PerfectviewFunctions.LocalHost.Backup;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.Testing;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>Backups of a world's store, and going back to one.</summary>
internal static class Restores
{
    /// <summary>Backs up while the hosts run.</summary>
    public static async Task<BackupFolder> BackUpAsync(this World world, TemporaryFolder folder, string name = "backup")
    {
        var backup = new BackupFolder(folder.File(name));
        await backup.TakeAsync(new LocalHostSettings { Data = world.Folder }, world.Clock, CancellationToken.None);
        return backup;
    }

    /// <summary>The disk is lost: the host ends, the backup is put back, and a new host starts an hour later.</summary>
    public static async Task<Host> GoBackAsync(this World world, Host host, BackupFolder backup)
    {
        await world.RemoveHostAsync(host);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await Restoring.RunAsync(backup, new LocalHostSettings { Data = world.Folder }, world.Clock, CancellationToken.None);
        world.Sandbox.Books.Calls.Clear();
        return await world.AddHostAsync();
    }
}
