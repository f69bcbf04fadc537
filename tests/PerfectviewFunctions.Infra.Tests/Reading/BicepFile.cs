namespace PerfectviewFunctions.Infra.Tests.Reading;

/// <summary>What is wrong, and what to do about it.</summary>
internal sealed record Fault(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}

/// <summary>What one file declares.</summary>
/// <param name="path">With slashes, from the folder of the project.</param>
internal sealed class BicepFile(string path, SyntaxNode root)
{
    public string Path { get; } = path;

    public SyntaxNode Root { get; } = root;

    public bool IsParameters => Path.EndsWith(".bicepparam", StringComparison.Ordinal);

    /// <summary>For a parameters file: the path of what it is for, counted from this file.</summary>
    public SyntaxNode? Using => Root.Child("using_statement")?.Children[0];

    public IReadOnlyList<Parameter> Parameters => field ??= [.. Of("parameter_declaration").Select(node => new Parameter(
        this, node, NameOf(node), node.Child("type")!, node.Children.Count > 2 ? node.Children[2] : null))];

    public IReadOnlyList<Variable> Variables => field ??= [.. Variablelike("var").Select(node => new Variable(this, node, NameOf(node), node.Children[1]))];

    /// <summary>The values of a parameters file, which the grammar takes for variables.</summary>
    public IReadOnlyList<Assignment> Assignments => field ??= [.. Variablelike("param").Select(node => new Assignment(this, node, NameOf(node), node.Children[1]))];

    public IReadOnlyList<Output> Outputs => field ??= [.. Of("output_declaration").Select(node => new Output(this, node, NameOf(node), node.Children[^1]))];

    public IReadOnlyList<TypeAlias> Types => field ??= [.. Of("type_declaration").Select(node => new TypeAlias(this, node, NameOf(node), node.Children[^1]))];

    public IReadOnlyList<Function> Functions => field ??= [.. Of("user_defined_function").Select(node => new Function(
        this, node, NameOf(node), [.. node.Child("parameters")!.Children.Select(one => one.Children[0].Text)], node.Children[^1]))];

    public IReadOnlyList<Module> Modules => field ??= [.. Of("module_declaration").Select(node => new Module(this, node, NameOf(node)))];

    public IReadOnlyList<Resource> Resources => field ??= [.. Of("resource_declaration").SelectMany(node => WithInner(new Resource(this, node, NameOf(node), null)))];

    public IReadOnlyList<Import> Imports => field ??= [.. Of("import_functionality").SelectMany(ImportsOf)];

    /// <summary>All with a name that others in the file may use.</summary>
    public IEnumerable<Declaration> Declarations =>
        [.. Parameters, .. Variables, .. Assignments, .. Types, .. Functions, .. Modules, .. Resources, .. Imports];

    public Fault Fault(SyntaxNode at, string message) => new(Path, at.Line, message);

    /// <summary>A path that stands in this file, counted from the folder of the project.</summary>
    public string Resolve(string relative)
    {
        var parts = new List<string>(Path.Split('/').SkipLast(1));
        foreach (var part in relative.Split('/').Where(part => part is not ("." or "")))
        {
            if (part == ".." && parts.Count > 0 && parts[^1] != "..")
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private IEnumerable<SyntaxNode> Of(string kind) => Root.Children.Where(child => child.Kind == kind);

    private IEnumerable<SyntaxNode> Variablelike(string word) =>
        Of("variable_declaration").Where(node => node.Text.StartsWith(word, StringComparison.Ordinal));

    private static string NameOf(SyntaxNode node) => node.Child("identifier")?.Text ?? "";

    private static IEnumerable<Resource> WithInner(Resource resource) => resource.Body.Children
        .Where(child => child.Kind == "object_property")
        .Select(child => child.Child("resource_declaration")).OfType<SyntaxNode>()
        .SelectMany(inner => WithInner(new Resource(resource.File, inner, NameOf(inner), resource)))
        .Prepend(resource);

    private IEnumerable<Import> ImportsOf(SyntaxNode node)
    {
        var from = node.Children[^1].AsText() ?? "";
        var names = node.Children.SkipLast(1).Select(child => child.Text).ToList();
        if (node.Tokens.Contains("*") || names is ["*", ..])
        {
            yield return new Import(this, node, names[^1], null, from);
            yield break;
        }

        // 'as' stands between a name and the one it is given here.
        for (int at = 0, child = 0; at < node.Tokens.Count; at++)
        {
            if (node.Tokens[at] is "{" or ",")
            {
                var given = node.Tokens.ElementAtOrDefault(at + 1) == "as";
                if (child < names.Count)
                {
                    yield return new Import(this, node, names[child + (given ? 1 : 0)], names[child], from);
                    child += given ? 2 : 1;
                }
            }
        }
    }
}
