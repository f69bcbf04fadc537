using PerfectviewFunctions.Testing;

namespace PerfectviewFunctions.Infra.Tests.Reading;

/// <summary>The Bicep of a folder: all its files, parsed.</summary>
/// <param name="texts">The other files by their paths, which templates may load.</param>
internal sealed class BicepProject(IReadOnlyList<BicepFile> files, IReadOnlyDictionary<string, string> texts)
{
    public const string Main = "main.bicep";

    /// <summary>The folder of the repository.</summary>
    public static string Repository { get; } = Path.GetFullPath(Path.Combine(NpmTool.RecipeOf("bicep"), "..", ".."));

    private static readonly Lazy<Task<BicepProject>> Ours = new(() => ReadAsync(Path.Combine(Repository, "infra")));

    public IReadOnlyList<BicepFile> Files { get; } = files;

    public IReadOnlyDictionary<string, string> Texts { get; } = texts;

    public IEnumerable<BicepFile> Templates => Files.Where(file => !file.IsParameters);

    public IEnumerable<BicepFile> ParametersFiles => Files.Where(file => file.IsParameters);

    public IEnumerable<Resource> Resources => Templates.SelectMany(file => file.Resources);

    public BicepFile? this[string path] => Files.FirstOrDefault(file => file.Path == path);

    /// <summary>That of the folder <c>infra</c>, read once.</summary>
    public static Task<BicepProject> OfRepositoryAsync() => Ours.Value;

    /// <param name="files">With slashes in their paths; what is not Bicep is a text.</param>
    public static async Task<BicepProject> OfAsync(params (string Path, string Text)[] files)
    {
        var bicep = files.Where(file => IsBicep(file.Path)).ToList();
        var trees = await BicepParser.ParseAsync(bicep.ToDictionary(file => file.Path, file => file.Text));
        return new BicepProject(
            [.. bicep.Select(file => new BicepFile(file.Path, trees[file.Path]))],
            files.Where(file => !IsBicep(file.Path)).ToDictionary(file => file.Path, file => file.Text));
    }

    private static bool IsBicep(string path) => Path.GetExtension(path) is ".bicep" or ".bicepparam";

    private static async Task<BicepProject> ReadAsync(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)));
        return await OfAsync([.. files]);
    }

    /// <summary>The file that a path in another one means.</summary>
    public BicepFile? From(BicepFile file, string relative) => this[file.Resolve(relative)];
}
