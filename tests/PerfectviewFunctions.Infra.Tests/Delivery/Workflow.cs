using YamlDotNet.RepresentationModel;

namespace PerfectviewFunctions.Infra.Tests.Delivery;

/// <summary>A workflow of GitHub Actions.</summary>
/// <param name="Text">As it stands in the file: comments are in it alone.</param>
internal sealed record Workflow(string Text, YamlMappingNode Root)
{
    public IReadOnlyList<WorkflowJob> Jobs { get; } =
        [.. Root.Map("jobs")!.Children.Select(job => new WorkflowJob(((YamlScalarNode)job.Key).Value!, (YamlMappingNode)job.Value))];

    public static Workflow Parse(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return new Workflow(text, (YamlMappingNode)yaml.Documents.Single().RootNode);
    }

    public WorkflowJob Job(string name) => Jobs.Single(job => job.Name == name);
}

internal sealed record WorkflowJob(string Name, YamlMappingNode Node)
{
    public IReadOnlyList<YamlMappingNode> Steps { get; } = [.. ((YamlSequenceNode)Node.Children["steps"]).Cast<YamlMappingNode>()];

    public string Runs => string.Join('\n', Steps.Select(step => step.Text("run")));

    public string? Environment => Node.Text("environment");

    public IReadOnlyList<string> Needs => Node.Children.TryGetValue("needs", out var needs)
        ? needs is YamlSequenceNode several ? [.. several.Select(need => ((YamlScalarNode)need).Value!)] : [((YamlScalarNode)needs).Value!]
        : [];

    public IEnumerable<(string Scope, string Level)> Permissions => Node.Map("permissions") is { } given
        ? given.Children.Select(one => (((YamlScalarNode)one.Key).Value!, ((YamlScalarNode)one.Value).Value!))
        : [];
}

internal static class YamlReading
{
    public static YamlMappingNode? Map(this YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var found) ? found as YamlMappingNode : null;

    public static string? Text(this YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var found) ? (found as YamlScalarNode)?.Value : null;
}
