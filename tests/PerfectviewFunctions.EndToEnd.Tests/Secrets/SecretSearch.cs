using System.Text;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Secrets;

/// <summary>Looks for secrets where none may be.</summary>
internal static class SecretSearch
{
    /// <summary>Every row, and every file of the data folder, the store's log that is not folded in yet among them.</summary>
    public static IEnumerable<(string Where, byte[] Content)> FilesOf(World world)
    {
        yield return ("rows", Encoding.UTF8.GetBytes(string.Join('\n', world.Rows.Dump())));
        var files = Directory.GetFiles(world.Folder, "*", SearchOption.AllDirectories);
        Assert.Equal(world.Rows is SqliteFile, files.Any(file => file.EndsWith("store.db-wal", StringComparison.Ordinal)));
        Assert.Contains(files, file => file.EndsWith("secrets.bin", StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var content = new MemoryStream();
            stream.CopyTo(content);
            yield return (Path.GetFileName(file), content.ToArray());
        }
    }

    /// <param name="marked">The forms of each secret, by what it is.</param>
    /// <param name="places">What is searched; where it is "log" or "answer" a find is told with its text.</param>
    public static void AssertNothing(Dictionary<string, IReadOnlyList<byte[]>> marked, IEnumerable<(string Where, byte[] Content)> places)
    {
        foreach (var (where, content) in places)
        {
            foreach (var (what, forms) in marked)
            {
                Assert.False(SecretForms.Show(content, forms), $"The {what} shows in {where}: {(where is "log" or "answer" ? Encoding.UTF8.GetString(content) : "")}");
            }
        }
    }
}
