using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PerfectviewFunctions.Benchmarks.ColdStart;

/// <summary>An app as it is published for this machine.</summary>
/// <param name="Program">Its main assembly.</param>
internal sealed record PublishedApp(string Name, Publishing Publishing, FileInfo Program)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>All that would be copied to where it runs, in bytes.</summary>
    public long Size => Program.Directory!.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    /// <summary>The assemblies of the app itself; those of the shared frameworks do not count.</summary>
    public IReadOnlyList<FileInfo> Assemblies => [.. Program.Directory!.EnumerateFiles("*.dll").OrderByDescending(file => file.Length)];

    /// <summary>What starts it: a file, and what comes before its own arguments.</summary>
    public (string File, IReadOnlyList<string> Arguments) Command =>
        Publishing == Publishing.AsAWhole ? (Path.ChangeExtension(Program.FullName, OperatingSystem.IsWindows() ? "exe" : null), []) : ("dotnet", [Program.FullName]);

    /// <exception cref="InvalidOperationException">It could not be published; the message has what the compiler said.</exception>
    public static async Task<PublishedApp> PublishAsync(string project, Publishing publishing, DirectoryInfo into)
    {
        var name = Path.GetFileName(project);
        var output = into.CreateSubdirectory($"{name}-{publishing}");
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "publish", Path.Combine(RepositoryRoot(), project), "-c", "Release", "-o", output.FullName, "-r", RuntimeInformation.RuntimeIdentifier,
                "--self-contained", Flag(publishing == Publishing.AsAWhole),
                "-p:PublishReadyToRun=" + Flag(publishing != Publishing.AtStart),
                "-p:PublishReadyToRunComposite=" + Flag(publishing == Publishing.AsAWhole),
                "-p:RunAnalyzers=false", "-nodeReuse:false", "-v", "quiet", "--nologo",

                // What is compiled one way is not taken for what is compiled another way.
                "--artifacts-path", Path.Combine(into.FullName, "built", publishing.ToString()),
            },
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var said = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode == 0
            ? new PublishedApp(name["PerfectviewFunctions.".Length..], publishing, new FileInfo(Path.Combine(output.FullName, name + ".dll")))
            : throw new InvalidOperationException($"{project} could not be published: {said}");
    }

    private static string Flag(bool value) => value ? "true" : "false";

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PerfectviewFunctions.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Run this from the repository: it publishes what it measures.");
    }
}
