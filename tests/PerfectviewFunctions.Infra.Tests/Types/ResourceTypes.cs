using Azure.Bicep.Types;
using Azure.Bicep.Types.Az;
using Azure.Bicep.Types.Concrete;

namespace PerfectviewFunctions.Infra.Tests.Types;

/// <summary>All resource types of Azure, as the Bicep compiler knows them.</summary>
internal static class ResourceTypes
{
    private static readonly AzTypeLoader Loader = new();

    private static readonly Lazy<Dictionary<string, CrossFileTypeReference>> Index = new(() =>
        new Dictionary<string, CrossFileTypeReference>(Loader.LoadTypeIndex().Resources, StringComparer.OrdinalIgnoreCase));

    private static readonly Dictionary<string, ResourceType> Loaded = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>Null where there is no such type at this version.</returns>
    public static TypeBase? BodyOf(string type, string version)
    {
        lock (Loaded)
        {
            var name = $"{type}@{version}";
            if (!Loaded.TryGetValue(name, out var found) && Index.Value.TryGetValue(name, out var reference))
            {
                Loaded[name] = found = Loader.LoadResourceType(reference);
            }

            return found?.Body.Type;
        }
    }

    /// <summary>The versions of a type, the newest last.</summary>
    public static IReadOnlyList<string> VersionsOf(string type) =>
        [.. Index.Value.Keys.Where(name => name.StartsWith(type + "@", StringComparison.OrdinalIgnoreCase)).Select(name => name.Split('@')[1]).Order(StringComparer.Ordinal)];
}
