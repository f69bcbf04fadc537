using PerfectviewFunctions.Testing;

namespace PerfectviewFunctions.Benchmarks.ColdStart;

/// <summary>Copies of a folder, each of which goes with what is in it.</summary>
internal static class FolderCopy
{
    /// <summary>Files only, with their rights: a secrets folder that others may read is refused.</summary>
    public static TemporaryFolder Of(TemporaryFolder other)
    {
        var copy = new TemporaryFolder();
        Copy(new DirectoryInfo(other.Path), new DirectoryInfo(copy.Path));
        return copy;
    }

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
