using PerfectviewFunctions.Infra.Tests.Evaluation;
using PerfectviewFunctions.Infra.Tests.Reading;

namespace PerfectviewFunctions.Infra.Tests.Rules;

/// <summary>Every name that is used stands for something, and every name that is given is used.</summary>
internal static class NamesRule
{
    private static readonly string[] Ambient = ["az", "sys", "string", "int", "bool", "object", "array", "any", "secureString", "secureObject"];

    private static readonly string[] DecoratorNames =
    [
        "allowed", "batchSize", "description", "discriminator", "export", "maxLength", "maxValue", "metadata", "minLength", "minValue", "onlyIfNotExists",
        "retryOn", "sealed", "secure", "waitUntil",
    ];

    public static IEnumerable<Fault> Faults(BicepProject project) =>
        project.Files.SelectMany(file => Unknown(file).Concat(Twice(file)).Concat(Unused(file)).Concat(Imports(project, file)));

    private static IEnumerable<Fault> Unknown(BicepFile file)
    {
        var declared = file.Declarations.Select(one => one.Name).ToHashSet();
        foreach (var (node, kind) in References(file.Root, []))
        {
            var isKnown = declared.Contains(node.Text) || kind switch
            {
                Reference.Function => BuiltIns.IsOne(node.Text),
                Reference.Decorator => DecoratorNames.Contains(node.Text),
                _ => Ambient.Contains(node.Text),
            };
            if (!isKnown)
            {
                yield return file.Fault(node, $"'{node.Text}' is not declared here, nor known to Bicep.");
            }
        }
    }

    private static IEnumerable<Fault> Twice(BicepFile file) => file.Declarations.GroupBy(one => one.Name)
        .Where(group => group.Count() > 1)
        .Select(group => group.Last().Fault($"'{group.Key}' is declared twice."));

    private static IEnumerable<Fault> Unused(BicepFile file)
    {
        var used = References(file.Root, []).Select(reference => reference.Node.Text).ToHashSet();
        return file.Declarations
            .Where(one => one is Parameter or Variable or Import or TypeAlias or Function or Resource { IsExisting: true })
            .Where(one => !one.Has("export") && !used.Contains(one.Name))
            .Select(one => one.Fault($"'{one.Name}' is used nowhere: take it away."));
    }

    private static IEnumerable<Fault> Imports(BicepProject project, BicepFile file) =>
        from import in file.Imports
        where import.Original is not null && project.From(file, import.From) is { } other
            && !other.Declarations.Any(one => one.Name == import.Original && one.Has("export"))
        select import.Fault($"{import.From} exports no '{import.Original}'.");

    private enum Reference
    {
        Value,
        Function,
        Decorator,
    }

    /// <summary>The identifiers that stand for something declared elsewhere, without the locals of loops, lambdas and functions.</summary>
    private static IEnumerable<(SyntaxNode Node, Reference Kind)> References(SyntaxNode node, IReadOnlyCollection<string> locals)
    {
        switch (node.Kind)
        {
            case "identifier":
                return locals.Contains(node.Text) ? [] : [(node, KindOf(node))];
            case "for_statement":
                var names = node.Child("for_loop_parameters") is { } both ? both.Children.Select(one => one.Text) : [node["initializer"]!.Text];
                return node.Children.Where(child => child.Kind != "for_loop_parameters" && child.Field != "initializer")
                    .SelectMany(child => References(child, child.Field == "body" ? [.. locals, .. names] : locals));
            case "lambda_expression":
                return References(node.Children[^1], [.. locals, .. Lambdas.ParametersOf(node)]);
            case "user_defined_function":
                var parameters = node.Child("parameters")!.Children;
                return parameters.SelectMany(one => References(one.Child("type")!, locals))
                    .Concat(References(node["returns"]!, locals))
                    .Concat(References(node.Children[^1], [.. locals, .. parameters.Select(one => one.Children[0].Text)]));
            case "object_property" when node.Children.Count > 1:
                return (node.Children[0].Kind == "string" ? References(node.Children[0], locals) : []).Concat(References(node.Children[^1], locals));
            case "import_functionality" or "using_statement":
                return [];
            case "resource_expression":
                return References(node["object"]!, locals);
            default:
                var isDeclaration = node.Kind.EndsWith("_declaration", StringComparison.Ordinal);
                return node.Children.Skip(isDeclaration ? 1 : 0).SelectMany(child => References(child, locals));
        }
    }

    private static Reference KindOf(SyntaxNode node) =>
        node.Field != "function" ? Reference.Value : node.Parent!.Parent!.Kind == "decorator" ? Reference.Decorator : Reference.Function;
}
