using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Backup;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.Testing;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Recovery;

/// <summary>A backup is its owner's alone, and a restore that fails before it replaced anything leaves everything as it was.</summary>
public sealed class BackupTests
{
    [Fact]
    public async Task Backup_into_a_folder_that_was_there_and_empty_is_readable_by_its_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var world = await World.CreateOnFileAsync();
        await world.AddHostAsync();
        await world.AddTenantAsync("demo");
        using var folder = new TemporaryFolder();
        var made = Directory.CreateDirectory(folder.File("backup"));
        made.UnixFileMode = (UnixFileMode)0b111_101_101;

        var backup = await world.BackUpAsync(folder);

        made.Refresh();
        Assert.Equal((UnixFileMode)0b111_000_000, made.UnixFileMode);
        Assert.Equal((UnixFileMode)0b111_000_000, new DirectoryInfo(backup.SecretsFolder).UnixFileMode);
    }

    [Fact]
    public async Task Backup_of_a_folder_without_secrets_says_so_and_makes_none()
    {
        await using var world = await World.CreateOnFileAsync();
        await world.RemoveHostAsync(await world.AddHostAsync());
        var settings = new LocalHostSettings { Data = world.Folder };
        Directory.Delete(settings.SecretsFolder, recursive: true);
        using var folder = new TemporaryFolder();

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => world.BackUpAsync(folder));

        Assert.Contains(settings.SecretsFolder, refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(settings.SecretsFolder));
    }

    [Fact]
    public async Task Restore_that_is_broken_off_before_it_replaces_anything_keeps_no_host_from_starting()
    {
        await using var world = await World.CreateOnFileAsync();
        var host = await world.AddHostAsync();
        await world.AddTenantAsync("demo");
        Assert.Equal("booked", (await host.SendAsync(Events.Invoice("1"))).Outcome);
        using var folder = new TemporaryFolder();
        var backup = await world.BackUpAsync(folder);
        await world.RemoveHostAsync(host);
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Restoring.RunAsync(
            backup, new LocalHostSettings { Data = world.Folder }, new StopsWhenAsked(stop), stop.Token));

        host = await world.AddHostAsync();
        Assert.Equal("booked", await host.StateAsync("1"));
    }

    /// <summary>A clock that has everything cancelled once it is looked at: between the check of a backup and the copying.</summary>
    private sealed class StopsWhenAsked(CancellationTokenSource stop) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            stop.Cancel();
            return base.GetUtcNow();
        }
    }
}
