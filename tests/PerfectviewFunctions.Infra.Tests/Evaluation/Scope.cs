using PerfectviewFunctions.Infra.Tests.Reading;

namespace PerfectviewFunctions.Infra.Tests.Evaluation;

/// <summary>One file as it is deployed once: with the values of its parameters, or of the locals of a function or loop within it.</summary>
internal sealed class Scope
{
    private readonly Scope? outer;
    private readonly BicepProject project;
    private readonly IReadOnlyDictionary<string, object?> given;
    private readonly Dictionary<string, object?> found = [];

    public Scope(BicepProject project, BicepFile file, IReadOnlyDictionary<string, object?> arguments) => (this.project, File, given) = (project, file, arguments);

    private Scope(Scope outer, IReadOnlyDictionary<string, object?> locals) => (this.outer, project, File, given) = (outer, outer.project, outer.File, locals);

    public BicepFile File { get; }

    public Scope With(IEnumerable<(string Name, object? Value)> locals) => new(this, locals.ToDictionary(local => local.Name, local => local.Value));

    public object? this[string output] => Evaluate((File.Outputs.FirstOrDefault(one => one.Name == output)
        ?? throw new EvaluationException($"{File.Path} has no output '{output}'.")).Value);

    public object? Evaluate(SyntaxNode node) => new Evaluator(this).Evaluate(node);

    /// <summary>What a name stands for here.</summary>
    public object? Find(SyntaxNode at, string name)
    {
        if (given.TryGetValue(name, out var value))
        {
            return value;
        }

        if (outer is not null)
        {
            return outer.Find(at, name);
        }

        if (!found.TryGetValue(name, out value))
        {
            found[name] = value = Declared(at, name);
        }

        return value;
    }

    /// <summary>A function of the file, or of another that it takes it from.</summary>
    public Func<object?[], object?>? FindFunction(string name)
    {
        var import = File.Imports.FirstOrDefault(one => one.Name == name);
        var scope = import is null ? this : ScopeOf(import);
        return scope.File.Functions.FirstOrDefault(one => one.Name == (import?.Original ?? name)) is { } function
            ? arguments => scope.With(function.Parameters.Zip(arguments)).Evaluate(function.Body)
            : null;
    }

    /// <summary>The text of a file beside this one.</summary>
    public string Load(SyntaxNode at, string path) => project.Texts.TryGetValue(File.Resolve(path), out var text)
        ? text
        : throw EvaluationException.At(File, at, $"there is no file '{path}'.");

    /// <summary>All that this file deploys, its modules' resources included; what its conditions leave out is not among it.</summary>
    public IEnumerable<DeployedResource> Resources() =>
    [
        .. File.Resources.SelectMany(DeployedResource.Of(this)).Where(one => !one.Resource.IsExisting && one.Holds),
        .. File.Modules.SelectMany(DeployedModule.Of(this)).Where(one => one.Holds).SelectMany(one => one.Inner.Resources()),
    ];

    public Scope ScopeOf(Module module, IReadOnlyDictionary<string, object?> arguments) => new(
        project, project.From(File, module.Path) ?? throw new EvaluationException($"{File.Path}:{module.Node.Line}: there is no file '{module.Path}'."), arguments);

    private Scope ScopeOf(Import import) => new(
        project, project.From(File, import.From) ?? throw new EvaluationException($"{File.Path}:{import.Node.Line}: there is no file '{import.From}'."), Values.Object());

    private object? Declared(SyntaxNode at, string name) => File.Declarations.FirstOrDefault(one => one.Name == name) switch
    {
        Parameter { Default: { } value } => Evaluate(value),
        Parameter { IsRequired: false } => null,
        Parameter => throw EvaluationException.At(File, at, $"the parameter '{name}' has no value."),
        Variable variable => Evaluate(variable.Value),
        Import { Original: { } original } import => ScopeOf(import).Find(import.Node, original),
        Resource { Loop: null } resource => DeployedResource.Of(this)(resource).First(),
        Resource resource => DeployedResource.Of(this)(resource).Cast<object?>().ToList(),
        Module { Loop: null } module => DeployedModule.Of(this)(module).First(),
        Module module => DeployedModule.Of(this)(module).Cast<object?>().ToList(),
        _ => throw EvaluationException.At(File, at, $"'{name}' is not known."),
    };
}
