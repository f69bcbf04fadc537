using System.Net;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Gate;

/// <summary>Who offers something wrong too often has to wait, whatever he offers next.</summary>
public sealed class FailureLimitTests
{
    private readonly FakeEndpoint api = new(Access.Operator, () => Results.Ok());

    [Fact]
    public async Task After_twenty_wrong_keys_the_right_one_has_to_wait_for_the_minute_to_end()
    {
        var scene = new Scene();
        await FailAsync(scene, 20);
        scene.Store.ForgetCounts();
        scene.Secrets.Reads = 0;

        var refused = await scene.RunAsync(api, Offer(Scene.RightKey));

        Assert.Equal((429, "60", 0), (refused.Status, refused.Header("Retry-After"), api.Calls));
        Assert.Equal((0, 0), (scene.Store.Gets, scene.Secrets.Reads));
        Assert.Equal("nosniff", refused.Header("X-Content-Type-Options"));
        scene.Clock.Advance(TimeSpan.FromSeconds(59.5));
        Assert.Equal("1", (await scene.RunAsync(api, Offer(Scene.RightKey))).Header("Retry-After"));
        scene.Clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(200, (await scene.RunAsync(api, Offer(Scene.RightKey))).Status);
    }

    [Fact]
    public async Task Success_in_between_changes_nothing_of_the_count()
    {
        var scene = new Scene();
        await FailAsync(scene, 19);
        Assert.Equal(200, (await scene.RunAsync(api, Offer(Scene.RightKey))).Status);
        await FailAsync(scene, 1);

        Assert.Equal(429, (await scene.RunAsync(api, Offer(Scene.RightKey))).Status);
    }

    [Fact]
    public async Task Call_without_any_key_is_not_counted()
    {
        var scene = new Scene();
        for (var count = 0; count < 50; count++)
        {
            Assert.Equal(401, (await scene.RunAsync(api)).Status);
            Assert.Equal(401, (await scene.RunAsync(api, Offer(""))).Status);
        }

        Assert.Equal(200, (await scene.RunAsync(api, Offer(Scene.RightKey))).Status);
    }

    [Fact]
    public async Task Person_who_tries_admin_keys_is_counted_and_one_who_lacks_a_role_is_not()
    {
        var scene = await Scene.WithPeopleAsync();
        for (var count = 0; count < 50; count++)
        {
            Assert.Equal(403, (await scene.RunAsync(api, SignIn)).Status);
        }

        for (var count = 0; count < 20; count++)
        {
            Assert.Equal(403, (await scene.RunAsync(api, ((Action<HttpRequest>)SignIn) + Offer("wrong"))).Status);
        }

        Assert.Equal(429, (await scene.RunAsync(api, SignIn)).Status);

        static void SignIn(HttpRequest request) => request.Headers[Principal.Header] = Scene.PrincipalOf(Scene.Anna);
    }

    [Theory]
    [InlineData("X-Admin-Key")]
    [InlineData("X-Read-Key")]
    [InlineData("X-MS-CLIENT-PRINCIPAL")]
    public async Task Whatever_is_offered_and_wrong_counts(string header)
    {
        var scene = await Scene.WithPeopleAsync();
        var payments = new FakeEndpoint(Access.PaymentRead, () => Results.Ok());
        Action<HttpRequest> offer = request =>
        {
            request.RouteValues["tenant"] = "demo";
            request.Headers[header] = "wrong";
        };
        for (var count = 0; count < 20; count++)
        {
            Assert.Equal(401, (await scene.RunAsync(payments, offer)).Status);
        }

        Assert.Equal(429, (await scene.RunAsync(payments, offer)).Status);
    }

    [Fact]
    public async Task Signature_that_does_not_fit_counts_for_its_tenant_alone()
    {
        var scene = new Scene();
        var webhook = new FakeEndpoint(Access.Signature, () => Results.StatusCode(401));
        for (var count = 0; count < 20; count++)
        {
            Assert.Equal(401, (await scene.RunAsync(webhook, Of("demo"))).Status);
        }

        Assert.Equal((429, 20), ((await scene.RunAsync(webhook, Of("demo"))).Status, webhook.Calls));
        Assert.Equal(401, (await scene.RunAsync(webhook, Of("other"))).Status);
        Assert.Equal(401, (await scene.RunAsync(webhook, Of("demo") + From("192.0.2.2"))).Status);
        Assert.Equal(200, (await scene.RunAsync(api, Offer(Scene.RightKey))).Status);

        static Action<HttpRequest> Of(string tenant) => request => request.RouteValues["tenant"] = tenant;
    }

    [Fact]
    public async Task Other_answers_of_the_webhook_do_not_count()
    {
        var scene = new Scene();
        foreach (var status in new[] { 200, 400, 409, 413 })
        {
            for (var count = 0; count < 25; count++)
            {
                Assert.Equal(status, (await scene.RunAsync(new FakeEndpoint(Access.Signature, () => Results.StatusCode(status)))).Status);
            }
        }
    }

    [Fact]
    public async Task What_anybody_may_call_is_never_refused()
    {
        var scene = new Scene();
        await FailAsync(scene, 20);

        Assert.Equal(200, (await scene.RunAsync(new FakeEndpoint(Access.Anybody, () => Results.Ok()))).Status);
    }

    [Fact]
    public async Task Invented_entries_of_forwarded_for_help_nobody()
    {
        var scene = new Scene();
        for (var count = 0; count < 20; count++)
        {
            await scene.RunAsync(api, Offer("wrong") + Forwarded($"10.0.0.{count}, 198.51.100.1:{4000 + count}"));
        }

        Assert.Equal(429, (await scene.RunAsync(api, Offer(Scene.RightKey) + Forwarded("10.0.1.1, 198.51.100.1"))).Status);
        Assert.Equal(200, (await scene.RunAsync(api, Offer(Scene.RightKey) + Forwarded("198.51.100.1, 198.51.100.2"))).Status);
    }

    [Fact]
    public async Task Where_no_front_end_is_trusted_forwarded_for_is_nothing()
    {
        var scene = new Scene(new GateOptions());
        for (var count = 0; count < 20; count++)
        {
            await scene.RunAsync(api, Offer("wrong") + Forwarded($"198.51.100.{count}"));
        }

        Assert.Equal(429, (await scene.RunAsync(api, Offer(Scene.RightKey) + Forwarded("198.51.100.99"))).Status);
    }

    [Fact]
    public void Gate_does_not_open_with_options_that_make_no_sense() =>
        Assert.Throws<ArgumentException>(() => new Scene(new GateOptions { MaxFailures = 0 }));

    private static Action<HttpRequest> Offer(string key) => request => request.Headers[AdminKey.Header] = key;

    private static Action<HttpRequest> Forwarded(string entries) => request => request.Headers["X-Forwarded-For"] = entries;

    private static Action<HttpRequest> From(string address) =>
        request => request.HttpContext.Connection.RemoteIpAddress = IPAddress.Parse(address);

    private async Task FailAsync(Scene scene, int times)
    {
        for (var count = 0; count < times; count++)
        {
            Assert.Equal(401, (await scene.RunAsync(api, Offer("wrong"))).Status);
        }
    }
}
