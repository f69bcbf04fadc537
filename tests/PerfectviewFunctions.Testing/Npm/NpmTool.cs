using System.Security.Cryptography;

namespace PerfectviewFunctions.Testing;

/// <summary>
/// What tests take from npm, such as Azurite: in a folder of the repository that git ignores, one per content of <c>tools/…/package-lock.json</c>.
/// It is installed beside and moved there in one step, so that what is there is complete, whoever was killed meanwhile.
/// </summary>
public static class NpmTool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly string Root = FindRoot();

    /// <summary>The folder that says what to install, and how to run it.</summary>
    /// <param name="name">Of a folder in <c>tools</c>.</param>
    public static string RecipeOf(string name) => Path.Combine(Root, "tools", name);

    /// <returns>The folder with <c>node_modules</c>.</returns>
    /// <exception cref="InvalidOperationException">It can't be installed; the message says why.</exception>
    public static async Task<string> EnsureAsync(string name)
    {
        var tools = Directory.CreateDirectory(Path.Combine(Root, ".tools", name)).FullName;
        var lockFile = await File.ReadAllBytesAsync(Path.Combine(RecipeOf(name), "package-lock.json"));
        var installed = Path.Combine(tools, Convert.ToHexStringLower(SHA256.HashData(lockFile))[..16]);
        if (Directory.Exists(installed))
        {
            return installed;
        }

        await using var turn = await TakeTurnAsync(Path.Combine(tools, "turn"));
        if (!Directory.Exists(installed))
        {
            await InstallAsync(RecipeOf(name), tools, installed);
        }

        return installed;
    }

    private static async Task InstallAsync(string recipe, string tools, string installed)
    {
        var folder = Directory.CreateDirectory(Path.Combine(tools, $"new-{Guid.NewGuid():N}")).FullName;
        try
        {
            foreach (var file in new[] { "package.json", "package-lock.json" })
            {
                File.Copy(Path.Combine(recipe, file), Path.Combine(folder, file));
            }

            await NodeTool.RunAsync(NodeTool.Npm, folder, Patience, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            Directory.Move(folder, installed);
        }
        finally
        {
            // What died here before is removed too: whoever holds the turn is the only one to install.
            foreach (var rest in Directory.GetDirectories(tools, "new-*"))
            {
                TryDelete(rest);
            }
        }
    }

    /// <summary>The system gives the file free when its holder ends, however that is.</summary>
    private static async Task<FileStream> TakeTurnAsync(string path)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (!patience.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
        }
    }

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // An npm whose parent was killed may still be writing; the next install removes it.
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PerfectviewFunctions.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not stand in the repository.");
    }
}
