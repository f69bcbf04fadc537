using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PerfectviewFunctions.Benchmarks.ColdStart;

/// <summary>An app as it is published for this machine, with or without code compiled ahead.</summary>
/// <param name="Name">As the report has it.</param>
/// <param name="Program">The file that <c>dotnet</c> runs.</param>
internal sealed record PublishedApp(string Name, FileInfo Program)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>All that would be copied to where it runs, in bytes.</summary>
    public long Size => Program.Directory!.EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    /// <summary>The assemblies of the app itself; those of the shared frameworks do not count.</summary>
    public IReadOnlyList<FileInfo> Assemblies => [.. Program.Directory!.EnumerateFiles("*.dll").OrderByDescending(file => file.Length)];

    /// <exception cref="InvalidOperationException">It could not be published; the message has what the compiler said.</exception>
    public static async Task<PublishedApp> PublishAsync(string project, bool isReadyToRun, DirectoryInfo into)
    {
        var name = Path.GetFileName(project);
        var output = into.CreateSubdirectory(name + (isReadyToRun ? "-ahead" : ""));
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "publish", Path.Combine(RepositoryRoot(), project), "-c", "Release", "-o", output.FullName, "-r", RuntimeInformation.RuntimeIdentifier, "--self-contained", "false",
                "-p:PublishReadyToRun=" + (isReadyToRun ? "true" : "false"), "-p:RunAnalyzers=false", "-nodeReuse:false", "-v", "quiet", "--nologo",
            },
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var said = await process.StandardOutput.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return process.ExitCode == 0
            ? new PublishedApp(name["PerfectviewFunctions.".Length..] + (isReadyToRun ? ", compiled ahead" : ""), new FileInfo(Path.Combine(output.FullName, name + ".dll")))
            : throw new InvalidOperationException($"{project} could not be published: {said}");
    }

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
