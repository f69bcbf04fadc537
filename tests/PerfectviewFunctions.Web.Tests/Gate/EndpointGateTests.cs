using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Gate;

public sealed class EndpointGateTests
{
    private readonly Scene scene = new();

    [Theory]
    [InlineData(Access.Anybody, null, true)]
    [InlineData(Access.Signature, null, true)]
    [InlineData(Access.Operator, null, false)]
    [InlineData(Access.Operator, "", false)]
    [InlineData(Access.Operator, "the right ke", false)]
    [InlineData(Access.Operator, "the right key ", false)]
    [InlineData(Access.Operator, "THE RIGHT KEY", false)]
    [InlineData(Access.Operator, "the right key", true)]
    [InlineData((Access)99, "the right key", false)]
    [InlineData(default(Access), "the right key", false)]
    public async Task Endpoint_is_reached_by_those_it_admits_only(Access access, string? key, bool reached)
    {
        var endpoint = new FakeEndpoint(access, () => Results.Text("inside"));

        var answer = await RunAsync(endpoint, key);

        Assert.Equal((reached ? 1 : 0, reached ? 200 : 401), (endpoint.Calls, answer.Status));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("anything")]
    public async Task Without_a_key_in_the_deployment_nobody_is_admitted(string? key)
    {
        scene.Secrets.Clear();

        var answer = await RunAsync(new FakeEndpoint(Access.Operator, () => Results.Ok()), key);

        Assert.Equal(401, answer.Status);
    }

    [Fact]
    public async Task Key_sent_in_two_headers_admits_nobody()
    {
        var answer = await RunAsync(new FakeEndpoint(Access.Operator, () => Results.Ok()), "the right key", "the right key");

        Assert.Equal(401, answer.Status);
    }

    public static TheoryData<Exception, int, string?> Exceptions { get; } = new()
    {
        { new StoreUnavailableException("marked"), 503, "30" },
        { new SecretsUnavailableException("marked"), 503, "30" },
        { new BadHttpRequestException("marked", 413), 413, null },
        { new BadHttpRequestException("marked"), 400, null },
        { new InvalidOperationException("marked"), 500, null },
        { new OperationCanceledException("marked"), 500, null },
        { new IOException("marked"), 500, null },
    };

    [Theory]
    [MemberData(nameof(Exceptions))]
    public async Task Exception_becomes_a_problem_that_tells_nothing_of_it(Exception exception, int status, string? retryAfter)
    {
        var answer = await RunAsync(new FakeEndpoint(Access.Anybody, () => throw exception));

        Assert.Equal((status, retryAfter), (answer.Status, answer.Header("Retry-After")));
        Assert.StartsWith("application/problem+json", answer.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal(status, JsonNode.Parse(answer.Body)!["status"]!.GetValue<int>());
        Assert.DoesNotContain("marked", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_out_of_reach_while_the_key_is_checked_are_no_refusal()
    {
        scene.Secrets.Fault = new SecretsUnavailableException("marked");
        var endpoint = new FakeEndpoint(Access.Operator, () => Results.Ok());

        var answer = await RunAsync(endpoint, "the right key");

        Assert.Equal((503, 0), (answer.Status, endpoint.Calls));
    }

    [Fact]
    public async Task Caller_who_went_away_gets_no_problem()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        var answer = await scene.RunAsync(
            new FakeEndpoint(Access.Anybody, () => throw new OperationCanceledException(gone.Token)), cancellationToken: gone.Token);

        Assert.Equal((499, ""), (answer.Status, answer.Body));
    }

    [Theory]
    [InlineData(Access.Anybody)]
    [InlineData(Access.Operator)]
    public async Task Every_answer_carries_the_security_headers(Access access)
    {
        var answer = await RunAsync(new FakeEndpoint(access, () => throw new InvalidOperationException()));

        Assert.Equal(
            ("no-store", "nosniff", "no-referrer"),
            (answer.Header("Cache-Control"), answer.Header("X-Content-Type-Options"), answer.Header("Referrer-Policy")));
    }

    private Task<Ran> RunAsync(IEndpoint endpoint, params string?[] keys) => scene.RunAsync(endpoint, request =>
    {
        if (keys is [not null, ..])
        {
            request.Headers[AdminKey.Header] = keys;
        }
    });
}
