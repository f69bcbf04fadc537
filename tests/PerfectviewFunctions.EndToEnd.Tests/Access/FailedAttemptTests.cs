using System.Text;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Web.Gate;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Access;

/// <summary>Who guesses is made to wait; nobody else is.</summary>
public sealed class FailedAttemptTests
{
    private const string Invoices = "/api/tenants/demo/invoices";
    private const string Forwarded = "X-Forwarded-For";

    [Fact]
    public async Task Key_that_is_wrong_twenty_times_makes_the_address_wait_a_minute_for_the_api_alone()
    {
        await using var scene = await AccessWorld.StartAsync();
        var key = await scene.AdminKeyAsync();
        for (var count = 0; count < 20; count++)
        {
            Assert.Equal(401, (await CallAsync("wrong", $"203.0.113.{count}, 198.51.100.1:{5000 + count}")).Status);
        }

        var refused = await CallAsync(key, "203.0.113.77, 198.51.100.1");

        Assert.Equal((429, 60), (refused.Status, refused.RetryAfter));
        Assert.Equal("Too many requests", refused.Json["title"]!.GetValue<string>());
        Assert.Contains("X-Content-Type-Options: nosniff", refused.Headers, StringComparison.Ordinal);
        Assert.Equal(200, (await CallAsync(key, "198.51.100.1, 198.51.100.2")).Status);
        Assert.Equal(200, (await scene.Host.SendAsync(Events.Invoice("F-1"))).Status);
        Assert.Equal(200, (await scene.CallAsync(null, HttpMethod.Get, "/api/health", null, (Forwarded, "198.51.100.1"))).Status);

        scene.World.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await CallAsync(key, "198.51.100.1")).Status);

        Task<Seen> CallAsync(string offered, string from) =>
            scene.CallAsync(null, HttpMethod.Get, Invoices, null, (AdminKey.Header, offered), (Forwarded, from));
    }

    [Fact]
    public async Task Sender_with_a_wrong_secret_waits_and_its_neighbours_do_not()
    {
        var (world, host) = await World.StartAsync(settings: new TenantSettings { BookingsOn = true, NumberPrefix = "D-" });
        await using var _ = world;
        await world.AddTenantAsync("neighbour", new TenantSettings { BookingsOn = true, NumberPrefix = "N-" });
        for (var count = 0; count < 20; count++)
        {
            Assert.Equal(401, (await SendBadlyAsync(host)).Status);
        }

        var refused = await SendBadlyAsync(host);
        var right = await host.SendAsync(Events.Invoice("F-1"));

        Assert.Equal((429, 60, 429), (refused.Status, refused.RetryAfter, right.Status));
        Assert.Equal(200, (await host.SendAsync(Events.Invoice("F-1"), "neighbour")).Status);
        Assert.Null(await host.InvoiceAsync("F-1"));

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await host.SendAsync(Events.Invoice("F-1"))).Status);
        Assert.Equal("booked", await host.StateAsync("F-1"));
    }

    [Fact]
    public async Task Asking_without_a_key_is_no_attempt()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        for (var count = 0; count < 50; count++)
        {
            Assert.Equal(401, (await AccessWorld.CallAsync(host, null, HttpMethod.Get, Invoices)).Status);
        }

        Assert.Equal(200, (await host.ApiAsync(HttpMethod.Get, Invoices)).Status);
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_and_is_logged_once()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var dump = StoreDump.Of(world);
        for (var count = 0; count < 30; count++)
        {
            await AccessWorld.CallAsync(host, null, HttpMethod.Post, Invoices, new JsonObject(), (AdminKey.Header, "wrong"));
            await AccessWorld.CallAsync(host, null, HttpMethod.Get, Invoices, null, (AdminKey.Header, "wrong"));
        }

        Assert.Equal(dump, StoreDump.Of(world));
        Assert.Single(host.Logs.Lines, line => line.Contains("Too many failed attempts", StringComparison.Ordinal));
    }

    private static async Task<Seen> SendBadlyAsync(Host host)
    {
        using var request = host.Signed(Encoding.UTF8.GetBytes(Events.Invoice("F-1").ToJsonString()), secret: WebhookSecret.Generate());
        using var answer = await host.Http.SendAsync(request);
        return await Seen.ReadAsync(answer);
    }
}
