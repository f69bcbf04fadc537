using System.Text.Json;

namespace PerfectviewFunctions.Sandbox;

/// <summary>The data file. A new version takes the place of the old one in one step, so that a killed process leaves a whole file.</summary>
internal sealed class BooksFile(string path)
{
    public BooksData? Load()
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize(stream, BooksJson.Default.BooksData);
    }

    public void Save(BooksData data)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var next = path + ".new";
        using (var stream = File.Create(next))
        {
            JsonSerializer.Serialize(stream, data, BooksJson.Default.BooksData);
        }

        File.Move(next, path, overwrite: true);
    }
}
