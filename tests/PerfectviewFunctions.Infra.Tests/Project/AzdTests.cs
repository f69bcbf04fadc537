using PerfectviewFunctions.Infra.Tests.Evaluation;
using PerfectviewFunctions.Infra.Tests.Reading;
using PerfectviewFunctions.Infra.Tests.Settings;
using PerfectviewFunctions.Testing;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace PerfectviewFunctions.Infra.Tests.Project;

/// <summary><c>azure.yaml</c>, by which azd finds its way.</summary>
public sealed class AzdTests
{
    private const string Good = """
        name: perfectviewfunctions
        infra:
          provider: bicep
          path: infra
          module: main
        services:
          api:
            project: src/App
            language: dotnet
            host: function
        """;

    [Fact]
    public async Task Ours_leads_to_what_is_there()
    {
        var project = await BicepProject.OfRepositoryAsync();
        var deployed = Deployment.Of(project, AppSettings.Arguments(project));

        Assert.Empty(Faults(await File.ReadAllTextAsync(Path.Combine(BicepProject.Repository, "azure.yaml")), BicepProject.Repository, TagsOf(deployed)));
    }

    [Theory]
    [InlineData("src/App", "src/Other", "api: there is no folder 'src/Other'.")]
    [InlineData("path: infra", "path: bicep", "infra: there is no file 'bicep/main.bicep'.")]
    [InlineData("module: main", "module: app", "infra: there is no file 'infra/app.bicep'.")]
    [InlineData("  api:", "  web:", "web: no site has the tag azd-service-name 'web'.")]
    [InlineData("host: function", "host: appservice", "api: its host is 'function', not 'appservice'.")]
    [InlineData("name: perfectviewfunctions\n", "", "it has no name.")]
    public void What_leads_nowhere_is_named(string good, string bad, string expected)
    {
        using var folder = Repository();

        Assert.Empty(Faults(Good, folder.Path, ["api"]));
        Assert.Equal(expected, Assert.Single(Faults(Good.Replace(good, bad, StringComparison.Ordinal), folder.Path, ["api"])));
    }

    private static TemporaryFolder Repository()
    {
        var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("src/App"));
        Directory.CreateDirectory(folder.File("infra"));
        File.WriteAllText(folder.File("infra/main.bicep"), "");
        return folder;
    }

    private static string[] TagsOf(IEnumerable<DeployedResource> deployed) =>
        [.. deployed.Where(one => one.Resource.Is("Microsoft.Web/sites")).Select(one => Values.Text(one.Body.At("tags.azd-service-name")))];

    private static IEnumerable<string> Faults(string yaml, string repository, IReadOnlyList<string> tags)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var root = (YamlMappingNode)stream.Documents.Single().RootNode;
        if (Text(root, "name") is null)
        {
            yield return "it has no name.";
        }

        var infra = (YamlMappingNode)root.Children["infra"];
        var main = $"{Text(infra, "path") ?? "infra"}/{Text(infra, "module") ?? "main"}.bicep";
        if (!File.Exists(Path.Combine(repository, main)))
        {
            yield return $"infra: there is no file '{main}'.";
        }

        foreach (var (key, node) in (YamlMappingNode)root.Children["services"])
        {
            var (name, service) = (((YamlScalarNode)key).Value!, (YamlMappingNode)node);
            if (!Directory.Exists(Path.Combine(repository, Text(service, "project") ?? ".")))
            {
                yield return $"{name}: there is no folder '{Text(service, "project")}'.";
            }

            if (!tags.Contains(name))
            {
                yield return $"{name}: no site has the tag azd-service-name '{name}'.";
            }

            if (Text(service, "host") != "function")
            {
                yield return $"{name}: its host is 'function', not '{Text(service, "host")}'.";
            }
        }
    }

    private static string? Text(YamlMappingNode node, string name) => node.Children.TryGetValue(name, out var value) ? ((YamlScalarNode)value).Value : null;
}
