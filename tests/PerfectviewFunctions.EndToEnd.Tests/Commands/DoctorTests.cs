using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.LocalHost.Storage;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Commands;

/// <summary>What an operator types when something is wrong, and before it is.</summary>
public sealed class DoctorTests
{
    [Fact]
    public async Task Host_is_looked_at_backed_up_lost_and_restored()
    {
        await using var user = new UserFolder();
        var (exitCode, output) = await user.RunAsync("doctor");
        Assert.Equal((1, true), (exitCode, output.Contains("There is no store", StringComparison.Ordinal)));
        Assert.False(Directory.Exists(Path.Combine(user.Path, ".data")), "Looking left a folder behind.");

        var host = await user.ServeAsync();
        (exitCode, output) = await user.RunAsync("doctor", "--Compare=true", $"--SandboxPort={host.Sandbox.Port}");
        Assert.True(exitCode == 0, output);
        Assert.Contains("There is nothing to do.", output, StringComparison.Ordinal);
        Assert.Contains("Compared with e-Boekhouden", output, StringComparison.Ordinal);

        (exitCode, output) = await user.RunAsync("backup", "kept");
        Assert.True(exitCode == 0, output);
        Assert.Equal((1, true), await AnswersAsync(user, "Nothing was overwritten", "backup", "kept"));
        Assert.Equal((1, true), await AnswersAsync(user, "Nothing was changed", "restore", "kept"));
        Assert.Equal((1, true), await AnswersAsync(user, "holds no backup", "restore", "nowhere"));

        await host.Process.KillAsync();
        (exitCode, output) = await user.RunAsync("restore", "kept");
        Assert.True(exitCode == 0, output);
        var aside = Assert.Single(Directory.GetDirectories(Path.Combine(user.Path, ".data"), "before-restore-*"));
        Assert.True(File.Exists(Path.Combine(aside, "store.db")) && Directory.Exists(Path.Combine(aside, "secrets")));

        (exitCode, output) = await user.RunAsync("doctor", "--Tenant", "demo");
        Assert.True(exitCode == 0, output);
        Assert.Contains("were restored on", output, StringComparison.Ordinal);
        Assert.Contains("see what stands at \"look\"", output, StringComparison.Ordinal);

        await DamageAsync(user);
        (exitCode, output) = await user.RunAsync("doctor");
        Assert.Equal(1, exitCode);
        Assert.Contains("Tenant demo can't be looked at whole", output, StringComparison.Ordinal);
        Assert.Contains("First: A row of tenant demo", output, StringComparison.Ordinal);

        Directory.Delete(Path.Combine(user.Path, ".data", "secrets"), recursive: true);
        (exitCode, output) = await user.RunAsync("doctor");
        Assert.Equal(1, exitCode);
        Assert.Contains("First: Mend that first", output, StringComparison.Ordinal);

        Directory.CreateDirectory(Path.Combine(user.Path, ".data", "restore-unfinished"));
        Assert.Equal((1, true), await AnswersAsync(user, "run the command restore again", "--Url=http://127.0.0.1:0", "--SandboxPort=0"));
    }

    /// <summary>A row of the list of what is left to do that no program wrote.</summary>
    private static async Task DamageAsync(UserFolder user)
    {
        using var store = SqliteRowStore.Open(Path.Combine(user.Path, ".data", "store.db"));
        Assert.True(await store.TryInsertAsync(
            Partition.Of(TenantId.Parse("demo")), "open:damaged", new RowValues { { "due", "never" } }, CancellationToken.None));
    }

    private static async Task<(int ExitCode, bool Says)> AnswersAsync(UserFolder user, string words, params string[] args)
    {
        var (exitCode, output) = await user.RunAsync(args);
        return (exitCode, output.Contains(words, StringComparison.Ordinal));
    }
}
