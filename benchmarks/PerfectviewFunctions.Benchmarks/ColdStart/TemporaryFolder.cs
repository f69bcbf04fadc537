namespace PerfectviewFunctions.Benchmarks.ColdStart;

/// <summary>A folder of its own that goes with what is in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("perfectviewfunctions-benchmark-");

    /// <summary>Files only, with their rights: a secrets folder that others may read is refused.</summary>
    public static TemporaryFolder CopyOf(DirectoryInfo other)
    {
        var copy = new TemporaryFolder();
        Copy(other, copy.Folder);
        return copy;
    }

    public void Dispose() => Folder.Delete(recursive: true);

    private static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        if (!OperatingSystem.IsWindows())
        {
            to.UnixFileMode = from.UnixFileMode;
        }

        foreach (var file in from.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(to.FullName, file.Name));
        }

        foreach (var folder in from.EnumerateDirectories())
        {
            Copy(folder, to.CreateSubdirectory(folder.Name));
        }
    }
}
