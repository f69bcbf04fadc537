using System.Xml.Linq;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Conventions;

/// <summary>Arrows point inwards only: hosts -> Web -> Core &lt;- EBoekhouden, Perfectview, Azure.</summary>
public sealed class ArrowTests
{
    /// <summary>Each project and what of ours it may know; a project that is not here has no place yet.</summary>
    private static Dictionary<string, string[]> Allowed { get; } = new()
    {
        ["Core"] = [],
        ["EBoekhouden"] = ["Core"],
        ["Perfectview"] = ["Core"],
        ["Azure"] = ["Core"],
        ["Web"] = ["Core", "EBoekhouden", "Perfectview"],
        ["Functions"] = ["Core", "EBoekhouden", "Perfectview", "Azure", "Web"],
        ["LocalHost"] = ["Core", "EBoekhouden", "Perfectview", "Web", "Sandbox"],
        ["Sandbox"] = [],
    };

    public static TheoryData<string> Projects { get; } =
        [.. Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(folder => Path.GetFileName(folder)[Product.Prefix.Length..])];

    public static TheoryData<string> Assemblies { get; } = [.. Product.Names];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Project_names_only_what_it_may_know(string name) =>
        Assert.Empty(Includes(name, "ProjectReference")
            .Select(include => Path.GetFileNameWithoutExtension(include)[Product.Prefix.Length..])
            .Except(Allowed[name]));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Assembly_uses_only_what_it_may_know(string name) =>
        Assert.Empty(References(name)
            .Where(reference => reference.StartsWith(Product.Prefix, StringComparison.Ordinal))
            .Select(reference => reference[Product.Prefix.Length..])
            .Except(Allowed[name]));

    [Theory]
    [InlineData("Core", "System.Net", "Microsoft.AspNetCore", "Azure.", "Microsoft.Azure", "Microsoft.Data", "System.Data")]
    [InlineData("Perfectview", "Microsoft.AspNetCore", "Azure.", "Microsoft.Azure", "Microsoft.Data")]
    [InlineData("EBoekhouden", "Microsoft.AspNetCore", "Azure.", "Microsoft.Azure", "Microsoft.Data")]
    [InlineData("Web", "System.Net.Http", "Azure.", "Microsoft.Azure", "Microsoft.Data", "Microsoft.AspNetCore.Server")]
    public void Assembly_knows_nothing_of_what_lies_further_out(string name, params string[] forbidden) =>
        Assert.DoesNotContain(References(name), reference => forbidden.Any(prefix => reference.StartsWith(prefix, StringComparison.Ordinal)));

    [Fact]
    public void Core_has_no_package_beyond_the_extensions_abstractions()
    {
        Assert.All(Includes("Core", "PackageReference"), package => Assert.Matches(@"^Microsoft\.Extensions\.(Options|[A-Za-z.]+\.Abstractions)$", package));
        Assert.Empty(Includes("Core", "FrameworkReference"));
    }

    private static IEnumerable<string> References(string name) => Product.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!);

    private static IEnumerable<string> Includes(string name, string element) =>
        XDocument.Parse(Repository.Read($"src/{Product.Prefix}{name}/{Product.Prefix}{name}.csproj"))
            .Descendants(element)
            .Select(item => item.Attribute("Include")!.Value.Replace('\\', '/'));
}
