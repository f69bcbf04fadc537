using PerfectviewFunctions.Infra.Tests.Reading;

namespace PerfectviewFunctions.Infra.Tests.Evaluation;

/// <summary>What has members that are worked out when they are asked for.</summary>
internal interface IAnswers
{
    object? Answer(string member);
}

/// <summary>A resource as it is deployed: its body in values.</summary>
internal sealed class DeployedResource(Scope scope, Resource resource) : IAnswers
{
    private bool isEvaluating;

    public Resource Resource { get; } = resource;

    /// <summary>Its condition is true, and those of the resources around it.</summary>
    public bool Holds => (Resource.Condition is null || scope.Evaluate(Resource.Condition) is true)
        && (Resource.Around is not { Condition: { } condition } || scope.Evaluate(condition) is true);

    public string Name => Values.Text(scope.Evaluate(Resource.Body.Property("name") ?? throw EvaluationException.At(Resource.File, Resource.Node, "it has no name.")));

    public IReadOnlyDictionary<string, object?> Body => field ??= (IReadOnlyDictionary<string, object?>)scope.Evaluate(Resource.Body)!;

    public string Id => $"{Above}/{Resource.Type.Split('/')[^1]}/{Name}";

    public static Func<Resource, IEnumerable<DeployedResource>> Of(Scope scope) =>
        resource => Evaluator.Rounds(scope, resource.Loop).Select(round => new DeployedResource(round, resource));

    public Fault Fault(string message) => Resource.Fault($"{Resource.Name}: {message}");

    public object? Answer(string member) => member switch
    {
        "id" => Id,
        "name" => Name,
        "properties" or "identity" => new Part(this, member),
        _ => At(member) ?? PlausibleAzure.Answer(Resource, Name, member)
            ?? throw new EvaluationException($"{Resource.File.Path}:{Resource.Node.Line}: what {Resource.Name}.{member} is, is not known here."),
    };

    public override string ToString() => $"{Resource.Type} '{Name}'";

    private string Above => this switch
    {
        { Resource.Around: { } around } => Of(scope)(around).First().Id,
        _ when Resource.Body.Property("parent") is { } parent && scope.Evaluate(parent) is DeployedResource above => above.Id,
        _ when Resource.Body.Property("scope") is { } extended && scope.Evaluate(extended) is DeployedResource target =>
            $"{target.Id}/providers/{Resource.Type.Split('/')[0]}",
        _ => $"{PlausibleAzure.ResourceGroup.At("id")}/providers/{Resource.Type.Split('/')[0]}",
    };

    /// <summary>A body may ask its own resource for what Azure answers; that must not evaluate the body again.</summary>
    private object? At(string path)
    {
        if (Resource.IsExisting || isEvaluating)
        {
            return null;
        }

        isEvaluating = true;
        try
        {
            return path.Split('.').Aggregate((SyntaxNode?)Resource.Body, (node, name) => node is { Kind: "object" } ? node.Property(name) : null) is { } said
                ? scope.Evaluate(said)
                : null;
        }
        finally
        {
            isEvaluating = false;
        }
    }

    /// <summary>Its properties or identity: as the template says, else as Azure would answer.</summary>
    private sealed class Part(DeployedResource resource, string path) : IAnswers
    {
        public object? Answer(string member) => resource.At($"{path}.{member}") ?? PlausibleAzure.Answer(resource.Resource, resource.Name, $"{path}.{member}")
            ?? throw new EvaluationException($"{resource.Resource.File.Path}: what {resource.Resource.Name}.{path}.{member} is, is not known here.");
    }
}

/// <summary>A module as it is deployed.</summary>
internal sealed class DeployedModule(Scope scope, Module module) : IAnswers
{
    public bool Holds => module.Condition is null || scope.Evaluate(module.Condition) is true;

    public Scope Inner => field ??= scope.ScopeOf(
        module, Values.Object(module.Arguments.Select(argument => (argument.Name!, scope.Evaluate(argument.Value)))).ToDictionary());

    public static Func<Module, IEnumerable<DeployedModule>> Of(Scope scope) =>
        module => Evaluator.Rounds(scope, module.Loop).Select(round => new DeployedModule(round, module));

    public object? Answer(string member) => member switch
    {
        "outputs" => new Outputs(Inner),
        "name" => module.Name,
        _ => throw new EvaluationException($"{module.File.Path}: a module has no '{member}'."),
    };

    private sealed class Outputs(Scope inner) : IAnswers
    {
        public object? Answer(string member) => inner[member];
    }
}
