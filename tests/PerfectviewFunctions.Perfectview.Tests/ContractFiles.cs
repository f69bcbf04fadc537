using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PerfectviewFunctions.Perfectview.Tests;

/// <summary>The samples and contract documents as they are shipped, and samples with one thing changed.</summary>
internal static class ContractFiles
{
    private const string Removed = "(removed)";
    private const string Place = "(what is written comes here)";

    public static string[] SampleNames { get; } =
    [
        .. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples"), "*.json")
            .Select(path => Path.GetFileName(path)!)
            .Order(StringComparer.Ordinal),
    ];

    public static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", name));

    public static string Document(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", name));

    /// <summary>A sample with the value at a JSON pointer set to what is written, or removed.</summary>
    public static byte[] Edited(string sample, string pointer, string written)
    {
        var root = JsonNode.Parse(Sample(sample))!;
        var names = pointer.Split('/')[1..];
        var parent = names[..^1].Aggregate(root, (node, name) => node is JsonArray array ? array[Index(name)]! : node[name]!);
        var last = names[^1];
        if (written == Removed)
        {
            parent.AsObject().Remove(last);
        }
        else if (parent is JsonArray list)
        {
            list[Index(last)] = Place;
        }
        else
        {
            parent[last] = Place;
        }

        return Encoding.UTF8.GetBytes(root.ToJsonString().Replace($"\"{Place}\"", written, StringComparison.Ordinal));
    }

    private static int Index(string name) => int.Parse(name, CultureInfo.InvariantCulture);
}
