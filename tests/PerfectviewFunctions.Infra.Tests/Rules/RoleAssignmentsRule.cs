using System.Text.RegularExpressions;
using PerfectviewFunctions.Infra.Tests.Evaluation;
using PerfectviewFunctions.Infra.Tests.Reading;

namespace PerfectviewFunctions.Infra.Tests.Rules;

/// <summary>A role is given on one resource, under a name that is the same at every deployment, and is one of the few that may be given.</summary>
internal static partial class RoleAssignmentsRule
{
    private const string Type = "Microsoft.Authorization/roleAssignments";

    public static IEnumerable<Fault> Faults(BicepProject project) =>
    [
        .. project.Resources.Where(resource => resource.Is(Type) && !resource.IsExisting).SelectMany(resource => Faults(project, resource)),
        .. project.Files.SelectMany(Forbidden),
    ];

    private static IEnumerable<Fault> Faults(BicepProject project, Resource resource)
    {
        var (scope, properties) = (resource.Body.Property("scope"), resource.Body.Property("properties"));
        var principal = properties?.Property("principalId");
        if (scope is null || !resource.File.Resources.Any(one => one.Name == scope.Text))
        {
            scope = null;
            yield return resource.Fault($"{resource.Name}: give it the one resource that the role is for as 'scope', not a group or subscription.");
        }

        if (properties?.Property("principalType") is null)
        {
            yield return resource.Fault($"{resource.Name}: principalType is missing; without it a new identity is not found at first.");
        }

        if (principal is null || properties?.Property("roleDefinitionId")?.AsCall() is not ("subscriptionResourceId", [var kind, var role])
            || kind.AsText() != "Microsoft.Authorization/roleDefinitions")
        {
            yield return resource.Fault(
                $"{resource.Name}: set principalId, and roleDefinitionId to subscriptionResourceId('Microsoft.Authorization/roleDefinitions', <role>).");
            yield break;
        }

        var parts = resource.Body.Property("name")?.AsCall() is ("guid", var arguments) ? arguments.Select(one => one.Text).ToList() : [];
        string[] needed = [.. scope is null ? Array.Empty<string>() : [scope.Text + ".id"], principal.Text, role.Text];
        foreach (var part in needed.Where(part => !parts.Contains(part)))
        {
            yield return resource.Fault($"{resource.Name}: its name has to be guid(scope, principal, role); {part} is not among them.");
        }

        if (RoleFault(project, resource, role) is { } fault)
        {
            yield return resource.Fault($"{resource.Name}: {fault}");
        }
    }

    private static string? RoleFault(BicepProject project, Resource resource, SyntaxNode role)
    {
        if (role.Kind != "member_expression" || resource.File.Variables.All(one => one.Name != role["object"]!.Text))
        {
            return $"take the role out of a variable that names them by their ids, not '{role.Text}'.";
        }

        var id = Values.Text(new Scope(project, resource.File, Values.Object()).Evaluate(role));
        return !Roles.Allowed.TryGetValue(id, out var name) ? $"'{id}' is no role that may be given. (The list is {nameof(Roles)}.)"
            : string.Equals(name.Replace(" ", "", StringComparison.Ordinal), role["property"]!.Text, StringComparison.OrdinalIgnoreCase) ? null
            : $"'{role.Text}' is the id of {name}.";
    }

    private static IEnumerable<Fault> Forbidden(BicepFile file) =>
        from node in file.Root.Descendants()
        where node.Kind == "string"
        from Match id in Guid().Matches(node.Text)
        where Roles.Never.ContainsKey(id.Value)
        select file.Fault(node, $"{Roles.Never[id.Value]} is never given.");

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Guid();
}
