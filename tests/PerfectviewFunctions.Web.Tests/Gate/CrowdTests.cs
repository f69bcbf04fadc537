using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Gate;

public sealed class CrowdTests
{
    private readonly Scene scene = new(new GateOptions { MaxAtOnce = 2, MaxAtOncePerTenant = 1 });

    [Fact]
    public async Task Sender_in_the_crowd_of_his_tenant_hears_429_before_his_body_is_read_and_others_get_in()
    {
        var endpoint = new Busy(Access.Signature);
        var crowd = Enumerable.Range(0, 1 + Door.QueueForEach).Select(_ => SendAsync(endpoint, "noisy")).ToList();

        var refused = await SendAsync(endpoint, "noisy");
        var other = SendAsync(endpoint, "quiet");

        Assert.Equal((429, "5"), (refused.Status, refused.Header("Retry-After")));
        Assert.Equal(2, endpoint.Begun);
        endpoint.Finish();
        Assert.All(await Task.WhenAll(crowd.Append(other)), answer => Assert.Equal(200, answer.Status));
        Assert.Equal(2 + Door.QueueForEach, endpoint.Begun);
    }

    [Fact]
    public async Task Flood_of_senders_hears_503_and_keeps_nobody_with_a_key_out()
    {
        var endpoint = new Busy(Access.Signature);
        var flood = Enumerable.Range(0, 2 + (2 * Door.QueueForEach)).Select(number => SendAsync(endpoint, $"name-{number}")).ToList();

        var refused = await SendAsync(endpoint, "one-more");
        var byOperator = await scene.RunAsync(
            new FakeEndpoint(Access.Operator, () => Results.Ok()), request => request.Headers[AdminKey.Header] = Scene.RightKey);
        var health = await scene.RunAsync(new FakeEndpoint(Access.Anybody, () => Results.Ok()));

        Assert.Equal((503, "5"), (refused.Status, refused.Header("Retry-After")));
        Assert.Equal((200, 200), (byOperator.Status, health.Status));
        endpoint.Finish();
        Assert.All(await Task.WhenAll(flood), answer => Assert.Equal(200, answer.Status));
    }

    private Task<Ran> SendAsync(IEndpoint endpoint, string tenant) => scene.RunAsync(endpoint, request =>
    {
        request.RouteValues["tenant"] = tenant;
        request.HttpContext.Connection.RemoteIpAddress = System.Net.IPAddress.Parse("192.0.2.7");
    });

    private sealed class Busy(Access access) : IEndpoint
    {
        private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int begun;

        public int Begun => Volatile.Read(ref begun);

        public EndpointDefinition Definition { get; } = new("Busy", HttpMethods.Post, Routes.Webhook, access);

        public void Finish() => finished.SetResult();

        public async Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref begun);
            await finished.Task;
            return Results.Ok();
        }
    }
}
