using PerfectviewFunctions.Infra.Tests.Reading;

namespace PerfectviewFunctions.Infra.Tests.Types;

/// <summary>Every resource is of a type that exists, with properties that this type has and may be given.</summary>
internal static class ResourceTypesRule
{
    /// <summary>What Bicep knows of every resource, beside its type.</summary>
    private static readonly string[] OfBicep = ["parent", "scope", "dependsOn"];

    public static IEnumerable<Fault> Faults(BicepProject project) => project.Resources.SelectMany(Faults);

    private static IEnumerable<Fault> Faults(Resource resource)
    {
        if (ResourceTypes.BodyOf(resource.Type, resource.Version) is not { } body)
        {
            var versions = ResourceTypes.VersionsOf(resource.Type);
            return [resource.Fault(versions.Count == 0
                ? $"there is no resource type '{resource.Type}'."
                : $"'{resource.Type}' has no version '{resource.Version}', but {string.Join(", ", versions.TakeLast(5))}.")];
        }

        if (resource.IsExisting)
        {
            return resource.Body.Properties().Where(property => property.Name is not ("name" or "scope" or "parent"))
                .Select(property => resource.File.Fault(property.Node, $"{resource.Name} exists already: '{property.Name}' can't be set."));
        }

        return Family(resource).Concat(new BodyCheck(resource.File).Faults(body, resource.Body, resource.Name)
            .Where(fault => !OfBicep.Any(name => fault.Message.StartsWith($"{resource.Name}.{name} does not exist", StringComparison.Ordinal))));
    }

    /// <summary>The name of a part says whose part it is only by its parent.</summary>
    private static IEnumerable<Fault> Family(Resource resource)
    {
        var isPart = resource.Type.Split('/').Length > 2;
        var hasParent = resource.Around is not null || resource.Body.Property("parent") is not null;
        if (isPart && !hasParent)
        {
            yield return resource.Fault($"{resource.Name} is part of another resource: name it as 'parent'.");
        }
    }
}
