using PerfectviewFunctions.Infra.Tests.Reading;

namespace PerfectviewFunctions.Infra.Tests.Rules;

/// <summary>Resources are of the types and versions of <see cref="ApiVersions"/>.</summary>
internal static class ApiVersionsRule
{
    public static IEnumerable<Fault> Faults(BicepProject project)
    {
        foreach (var resource in project.Resources)
        {
            if (!ApiVersions.All.TryGetValue(resource.Type, out var listed))
            {
                yield return resource.Fault($"'{resource.Type}' is not in the list of {nameof(ApiVersions)}: add it with its version.");
            }
            else if (listed.Version != resource.Version)
            {
                yield return resource.Fault($"'{resource.Type}' is used at {listed.Version}, not at {resource.Version}. (The list is {nameof(ApiVersions)}.)");
            }
        }
    }
}
