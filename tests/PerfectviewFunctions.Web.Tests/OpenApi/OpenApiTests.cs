using System.Text.Json.Nodes;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.OpenApi;

/// <summary>The description of the API says what the endpoints are.</summary>
public sealed class OpenApiTests
{
    /// <summary>All endpoints but the one that answers whatever no other does.</summary>
    private static IEnumerable<EndpointDefinition> Endpoints =>
        RegisteredEndpoints.All.Select(endpoint => endpoint.Definition).Where(definition => definition.Method is not null);

    [Fact]
    public async Task Description_is_served_as_yaml()
    {
        var answer = await ApiDocument.ServedAsync();

        Assert.Equal((200, "application/yaml"), (answer.Status, answer.Header("Content-Type")));
        Assert.Equal("3.1.0", (string)ApiDocument.Root["openapi"]!);
    }

    [Fact]
    public void Every_endpoint_is_described_and_nothing_else_is() => Compare.Same(
        "Endpoints",
        Endpoints.Select(definition => $"{definition.Name}: {definition.Method} /{definition.Route}"),
        ApiDocument.Operations.Select(operation => $"{operation.Id}: {operation.Method} {operation.Path}"));

    [Fact]
    public void Security_is_what_the_gate_asks_for() => Assert.All(Described, pair =>
    {
        Assert.Equal(AnswerJson.Word(pair.Endpoint.Access), (string)pair.Operation.Node["x-access"]!);
        Assert.Equal(SchemesOf(pair.Endpoint.Access), pair.Operation.Security);
    });

    [Fact]
    public void Answers_of_the_gate_are_described() => Assert.All(Described, pair =>
    {
        var (endpoint, operation) = pair;
        var isOfTenant = endpoint.Route.StartsWith(Routes.Tenant, StringComparison.Ordinal);
        var isGuarded = endpoint.Access != Access.Anybody;
        var isForSome = endpoint.Access is Access.Operator or Access.Person or Access.TenantManage || (isOfTenant && endpoint.Method != "GET");
        var hasBody = operation.Body is not null;
        (string Status, bool Expected)[] answers =
        [
            ("401", isGuarded), ("429", isGuarded), ("503", isGuarded), ("403", isForSome), ("413", hasBody), ("415", hasBody), ("400", hasBody),
            .. isOfTenant ? [("404", true)] : Array.Empty<(string, bool)>(),
        ];
        Assert.All(answers, answer => Assert.True(
            !answer.Expected || operation.Statuses.Contains(answer.Status), $"{endpoint.Name} does not describe {answer.Status}."));
        Assert.True(isForSome || !operation.Statuses.Contains("403"), $"{endpoint.Name} never answers 403.");
    });

    [Fact]
    public void Every_part_of_an_address_that_varies_is_a_parameter() => Assert.All(ApiDocument.Operations, operation => Assert.Equal(
        operation.Path.Split('{').Skip(1).Select(part => part.Split('}')[0]),
        operation.Parameters.Where(parameter => (string)parameter["in"]! == "path").Select(parameter => (string)parameter["name"]!)));

    [Fact]
    public void Change_under_a_version_asks_for_if_match_and_answers_all_that_belongs_to_it() => Assert.All(
        ApiDocument.Operations.Where(operation => operation.Parameters.Any(parameter => (string)parameter["name"]! == "If-Match")
            || operation.Statuses.Contains("412")),
        operation =>
        {
            Assert.Contains(operation.Parameters, parameter => (string)parameter["name"]! == "If-Match" && (string)parameter["required"]! == "true");
            Assert.Superset(new HashSet<string> { "412", "428" }, operation.Statuses.ToHashSet());
            Assert.NotNull(operation.Node["responses"]!["200"]!["headers"]!["ETag"]);
        });

    [Fact]
    public void Whatever_takes_a_body_has_an_example_that_fits() => Assert.All(
        ApiDocument.Operations.Where(operation => operation.Method is "POST" or "PUT" or "PATCH"),
        operation =>
        {
            var schema = operation.Body!["schema"]!;
            schema = ApiDocument.Resolve(schema["oneOf"]?[0] ?? schema);
            var example = operation.Body["example"]!.AsObject().Select(member => member.Key).ToHashSet();
            var known = schema["properties"]!.AsObject().Select(member => member.Key).ToHashSet();
            Assert.Subset(known, example);
            Assert.Superset((schema["required"] as JsonArray ?? []).Select(name => (string)name!).ToHashSet(), example);
        });

    [Fact]
    public void Every_operation_is_summed_up_in_one_line_under_a_known_tag() => Assert.All(ApiDocument.Operations, operation =>
    {
        Assert.Matches(@"^[A-Z].*\.$", (string)operation.Node["summary"]!);
        Assert.Contains(
            (string)operation.Node["tags"]!.AsArray().Single()!, ApiDocument.Root["tags"]!.AsArray().Select(tag => (string)tag!["name"]!));
    });

    [Fact]
    public void Every_reference_leads_somewhere_and_everything_is_referred_to()
    {
        var references = ApiDocument.All(ApiDocument.Root, "$ref").Select(reference => (string)reference!).ToHashSet();

        Assert.All(references, reference => Assert.NotNull(ApiDocument.At(reference)));
        var components = ApiDocument.Root["components"]!.AsObject()
            .Where(kind => kind.Key != "securitySchemes")
            .SelectMany(kind => kind.Value!.AsObject().Select(one => $"#/components/{kind.Key}/{one.Key}"));
        Assert.Empty(components.Except(references));
    }

    private static IEnumerable<(EndpointDefinition Endpoint, Operation Operation)> Described => Endpoints.Join(
        ApiDocument.Operations,
        definition => (definition.Method, "/" + definition.Route),
        operation => (operation.Method, operation.Path),
        (definition, operation) => (definition, operation));

    private static string[] SchemesOf(Access access) => access switch
    {
        Access.Anybody => [],
        Access.Signature => ["webhookSignature", "webhookToken"],
        Access.PaymentRead => ["adminKey", "principal", "readKey"],
        _ => ["adminKey", "principal"],
    };
}
