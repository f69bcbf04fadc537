namespace PerfectviewFunctions.Benchmarks.ColdStart;

/// <summary>What one project or package adds to a published app.</summary>
/// <param name="Name">Of the project or package.</param>
/// <param name="Files">Its assemblies and native libraries. Symbols and documentation are no part of it.</param>
internal sealed record AppPart(string Name, bool IsOurs, IReadOnlyList<FileInfo> Files)
{
    /// <summary>In bytes.</summary>
    public long Size => Files.Sum(file => file.Length);

    /// <summary>How many of its files are among these.</summary>
    public int CountIn(IReadOnlyCollection<string> names) => Files.Count(file => names.Contains(file.Name));
}
