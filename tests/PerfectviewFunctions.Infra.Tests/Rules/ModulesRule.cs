using PerfectviewFunctions.Infra.Tests.Reading;

namespace PerfectviewFunctions.Infra.Tests.Rules;

/// <summary>A module is given all that it asks for and nothing else, of the right kind, and asked for outputs that it has.</summary>
internal static class ModulesRule
{
    public static IEnumerable<Fault> Faults(BicepProject project) =>
        project.Templates.SelectMany(file => file.Modules.SelectMany(module => Calls(project, module)).Concat(Outputs(project, file)).Concat(Defaults(project, file)));

    private static IEnumerable<Fault> Calls(BicepProject project, Module module)
    {
        if (project.From(module.File, module.Path) is not { } target)
        {
            yield break;
        }

        var given = module.Arguments.ToList();
        foreach (var parameter in target.Parameters.Where(parameter => parameter.IsRequired && given.All(one => one.Name != parameter.Name)))
        {
            yield return module.Fault($"module '{module.Name}' needs the parameter '{parameter.Name}'.");
        }

        foreach (var argument in given)
        {
            if (target.Parameters.FirstOrDefault(one => one.Name == argument.Name) is not { } parameter)
            {
                yield return module.File.Fault(argument.Node, $"{module.Path} has no parameter '{argument.Name}'.");
                continue;
            }

            foreach (var fault in new DeclaredType(project, target).Faults(parameter.Type, parameter.Decorators, argument.Value))
            {
                yield return module.File.Fault(fault.At, $"'{argument.Name}' of {module.Path}: {fault.Message}");
            }
        }
    }

    private static IEnumerable<Fault> Outputs(BicepProject project, BicepFile file) =>
        from node in file.Root.Descendants()
        where node.Kind == "member_expression" && node["object"] is { Kind: "member_expression" } outputs && outputs["property"]!.Text == "outputs"
        let module = file.Modules.FirstOrDefault(one => one.Name == NameOf(node["object"]!["object"]!))
        where module is not null && project.From(file, module.Path) is { } target && target.Outputs.All(one => one.Name != node["property"]!.Text)
        select file.Fault(node, $"{module.Path} has no output '{node["property"]!.Text}'.");

    private static IEnumerable<Fault> Defaults(BicepProject project, BicepFile file) =>
        from parameter in file.Parameters
        where parameter.Default is not null
        from fault in new DeclaredType(project, file).Faults(parameter.Type, parameter.Decorators, parameter.Default!)
        select file.Fault(fault.At, $"the default of '{parameter.Name}': {fault.Message}");

    /// <summary>Without an index and a <c>!</c>.</summary>
    private static string NameOf(SyntaxNode node) => node.Children.Count > 0 ? NameOf(node["object"] ?? node.Children[0]) : node.Text;
}
