using System.Text.Json.Nodes;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

/// <summary>What docs/webhook-contract.md says about answers is what comes.</summary>
public sealed class ContractAnswerTests
{
    private static string Section { get; } = Repository.Read("docs/webhook-contract.md")
        .Split("\n## ")
        .Single(part => part.StartsWith("The answer", StringComparison.Ordinal));

    private static JsonNode[] Examples { get; } =
        [.. Section.Split("```json\n")[1..].Select(block => JsonNode.Parse(block.Split("```")[0])!)];

    [Fact]
    public async Task Example_answer_has_the_fields_of_a_real_one()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.SendAsync(Events.Invoice("1"));

        var reply = await host.SendAsync(new JsonArray(
            Events.Invoice("2"),
            Events.Invoice("1"),
            Events.Invoice("3").With(invoice => invoice["total"] = "121.00")));

        Assert.Equal(["booked", "duplicate", "refused"], reply.Results.Select(result => result!["outcome"]!.GetValue<string>()));
        Assert.Equal(Shape(Examples[0]), Shape(JsonNode.Parse(reply.Body)!));
        var told = Examples[0]["results"]![2]!;
        Assert.True(JsonNode.DeepEquals(told["faults"], reply.Results[2]!["faults"]), reply.Body);
        Assert.Equal(told["reason"]!["en"]!.GetValue<string>(), reply.Results[2]!["reason"]!["en"]!.GetValue<string>());
    }

    [Fact]
    public async Task Example_problem_is_a_real_one()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        var reply = await host.SendAsync("[]"u8.ToArray());

        ProblemAssert.Is(400, reply);
        Assert.True(JsonNode.DeepEquals(Examples[1], JsonNode.Parse(reply.Body)), reply.Body);
    }

    [Theory]
    [InlineData("/api/health", 200)]
    [InlineData("/api/tenants/demo/invoices", 200)]
    [InlineData("/api/tenants/demo/invoices/none", 404)]
    [InlineData("/api/tenants/demo/attention", 200)]
    [InlineData("/api/webhooks/demo", 404)]
    [InlineData("/api/none", 404)]
    public async Task Every_answer_carries_the_headers_that_keep_it_from_being_stored_or_guessed_at(string address, int status)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        using var answer = await host.GetAsync(address);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["no-referrer"], answer.Headers.GetValues("Referrer-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("PUT", "/api/webhooks/demo")]
    [InlineData("GET", "/api/webhooks/demo")]
    [InlineData("DELETE", "/api/tenants/demo/invoices")]
    [InlineData("POST", "/api/health")]
    [InlineData("OPTIONS", "/api/health")]
    [InlineData("GET", "/api/")]
    public async Task Method_that_an_address_does_not_have_is_not_found(string method, string address)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));

        using var answer = await host.Http.SendAsync(request);

        ProblemAssert.Is(404, await Reply.ReadAsync(answer));
    }

    /// <summary>The paths of all fields, in their order.</summary>
    private static IEnumerable<string> Shape(JsonNode? node, string path = "") => node switch
    {
        JsonObject fields => fields.SelectMany(field => Shape(field.Value, $"{path}/{field.Key}").Prepend($"{path}/{field.Key}")),
        JsonArray items => items.SelectMany((item, index) => Shape(item, $"{path}/{index}")),
        _ => [],
    };
}
