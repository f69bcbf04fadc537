using System.Text.Json;
using System.Text.Json.Nodes;

namespace PerfectviewFunctions.Benchmarks.ColdStart;

/// <summary>Tells from the list that .NET publishes beside an app (<c>.deps.json</c>) which file came with which project or package.</summary>
internal static class AppParts
{
    /// <returns>Those that brought a file, in the order of that list.</returns>
    /// <exception cref="JsonException">The list is not as it should be.</exception>
    public static IReadOnlyList<AppPart> Of(PublishedApp app)
    {
        using var text = File.OpenRead(Path.ChangeExtension(app.Program.FullName, ".deps.json"));
        var list = JsonNode.Parse(text) ?? throw new JsonException("The list of dependencies is empty.");
        var libraries = list["libraries"]!;
        return
        [
            .. list["targets"]![(string)list["runtimeTarget"]!["name"]!]!.AsObject()
                .Select(library => new AppPart(
                    library.Key.Split('/')[0],
                    (string?)libraries[library.Key]!["type"] == "project",
                    [.. FilesOf(library.Value!).Select(name => new FileInfo(Path.Combine(app.Program.DirectoryName!, name))).Where(file => file.Exists)]))
                .Where(part => part.Files.Count > 0),
        ];
    }

    private static IEnumerable<string> FilesOf(JsonNode library) =>
        ((string[])["runtime", "native"]).SelectMany(kind => library[kind]?.AsObject() ?? []).Select(file => Path.GetFileName(file.Key));
}
