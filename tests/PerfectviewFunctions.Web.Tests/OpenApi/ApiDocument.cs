using System.Text.Json.Nodes;
using PerfectviewFunctions.Web.Endpoints;
using PerfectviewFunctions.Web.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace PerfectviewFunctions.Web.Tests.OpenApi;

/// <summary>The description of the API as it is served, its scalars as text.</summary>
internal static class ApiDocument
{
    public static JsonObject Root { get; } = Read();

    public static JsonObject Schemas => Root["components"]!["schemas"]!.AsObject();

    public static IReadOnlyList<Operation> Operations { get; } =
    [
        .. Root["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()
            .Where(member => member.Key != "parameters")
            .Select(member => new Operation(member.Key.ToUpperInvariant(), path.Key, member.Value!.AsObject(), path.Value!["parameters"] as JsonArray ?? []))),
    ];

    /// <summary>The served file and its content type.</summary>
    public static async Task<Ran> ServedAsync() =>
        await Ran.ByAsync(await new OpenApiEndpoint().HandleAsync(Ran.NewContext().Request, CancellationToken.None));

    /// <summary>What stands there, or where it refers to.</summary>
    public static JsonNode Resolve(JsonNode node) => node is JsonObject named && named["$ref"] is { } address ? At((string)address!) : node;

    /// <exception cref="KeyNotFoundException">The reference leads nowhere.</exception>
    public static JsonNode At(string reference) => reference.Split('/').Skip(1).Aggregate(
        (JsonNode)Root, (node, part) => node[part] ?? throw new KeyNotFoundException($"{reference} leads nowhere."));

    /// <summary>Every member of this name, wherever it stands.</summary>
    public static IEnumerable<JsonNode> All(JsonNode? node, string name) => node switch
    {
        JsonObject members => members.SelectMany(member => (member.Key == name ? [member.Value!] : Array.Empty<JsonNode>()).Concat(All(member.Value, name))),
        JsonArray items => items.SelectMany(item => All(item, name)),
        _ => [],
    };

    private static JsonObject Read()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(ServedAsync().GetAwaiter().GetResult().Body));
        return Convert(stream.Documents.Single().RootNode)!.AsObject();
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, Convert(child.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Convert)]),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidDataException($"{node.NodeType} is no part of JSON."),
    };
}

/// <summary>A method at an address.</summary>
internal sealed record Operation(string Method, string Path, JsonObject Node, JsonArray PathParameters)
{
    public string Id => (string)Node["operationId"]!;

    public IEnumerable<JsonNode> Parameters => PathParameters.Concat(Node["parameters"] as JsonArray ?? []).Select(one => ApiDocument.Resolve(one!));

    public IEnumerable<string> Statuses => Node["responses"]!.AsObject().Select(response => response.Key);

    /// <summary>The security schemes, any of which is enough.</summary>
    public IEnumerable<string> Security =>
        ((JsonArray?)Node["security"] ?? ApiDocument.Root["security"]!.AsArray()).Select(scheme => scheme!.AsObject().Single().Key);

    /// <summary>What is sent, where something is.</summary>
    public JsonNode? Body => Node["requestBody"] is { } body ? ApiDocument.Resolve(body)["content"]!["application/json"] : null;
}
