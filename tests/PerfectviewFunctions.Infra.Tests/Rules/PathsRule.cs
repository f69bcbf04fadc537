using PerfectviewFunctions.Infra.Tests.Reading;

namespace PerfectviewFunctions.Infra.Tests.Rules;

/// <summary>Every path leads to a file, and every file is used by one that is deployed.</summary>
internal static class PathsRule
{
    /// <summary>What people deploy; all else is part of these.</summary>
    private static readonly string[] EntryPoints = [BicepProject.Main, "prestep.bicep"];

    public static IEnumerable<Fault> Faults(BicepProject project)
    {
        foreach (var (file, at, path) in project.Files.SelectMany(PathsIn))
        {
            if (project.From(file, path) is null)
            {
                yield return file.Fault(at, $"there is no file '{path}'.");
            }
        }

        foreach (var file in project.ParametersFiles.Where(file => file.Using?.AsText() is not { } path || file.Resolve(path) != BicepProject.Main))
        {
            yield return file.Fault(file.Root, $"it has to say 'using' with the path of {BicepProject.Main}.");
        }

        var reached = Reached(project);
        foreach (var file in project.Templates.Where(file => !reached.Contains(file.Path)))
        {
            yield return file.Fault(file.Root, $"no deployed file uses it ({string.Join(", ", EntryPoints)}): use it or take it away.");
        }

        var loaded = project.Templates.SelectMany(LoadedBy).ToHashSet();
        foreach (var query in project.Texts.Keys.Where(path => path.EndsWith(".kql", StringComparison.Ordinal) && !loaded.Contains(path)))
        {
            yield return new Fault(query, 1, "no template loads it: use it or take it away.");
        }
    }

    private static IEnumerable<(BicepFile File, SyntaxNode At, string Path)> PathsIn(BicepFile file) =>
    [
        .. file.Modules.Select(module => (file, module.Node, module.Path)),
        .. file.Imports.Select(import => (file, import.Node, import.From)),
        .. file.Using is { } node && node.AsText() is { } path ? [(file, node, path)] : Array.Empty<(BicepFile, SyntaxNode, string)>(),
    ];

    private static IEnumerable<string> LoadedBy(BicepFile file) =>
        from node in file.Root.Descendants()
        let call = node.AsCall()
        where call is { Name: "loadTextContent" } && call.Value.Arguments[0].AsText() is not null
        select file.Resolve(call.Value.Arguments[0].AsText()!);

    private static HashSet<string> Reached(BicepProject project)
    {
        var reached = new HashSet<string>();
        var next = new Queue<string>(EntryPoints);
        while (next.TryDequeue(out var path))
        {
            if (project[path] is { } file && reached.Add(path))
            {
                PathsIn(file).ToList().ForEach(one => next.Enqueue(file.Resolve(one.Path)));
            }
        }

        return reached;
    }
}
