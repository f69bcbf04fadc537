using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Perfectview.Signing;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Linking;

/// <summary>How a sender proves who it is while its secret changes, and where it can't sign.</summary>
public sealed class WebhookProofTests
{
    [Fact]
    public async Task Old_secret_is_taken_until_its_time_is_over()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var old = world.SecretOf(TenantId.Parse("demo"));

        var rotated = await host.RotateAsync();

        Assert.True(WebhookSecret.TryParse(rotated.Json["secret"]!.GetValue<string>(), out var fresh));
        Assert.Equal(world.Clock.GetUtcNow().AddHours(24), rotated.Json["previousUntil"]!.GetValue<DateTimeOffset>());
        Assert.Equal((200, 200), (await StatusAsync(host, "1", old), await StatusAsync(host, "2", fresh)));
        world.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal((401, 200), (await StatusAsync(host, "3", old), await StatusAsync(host, "3", fresh)));
    }

    [Fact]
    public async Task Leaked_secret_ends_at_once_and_one_too_many_with_it()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var old = world.SecretOf(TenantId.Parse("demo"));
        await host.RotateAsync();

        var third = await host.RotateAsync();
        Assert.Contains("daarvoor", third.Json["text"]!["nl"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(401, await StatusAsync(host, "1", old));
        var fourth = await host.RotateAsync(keepPreviousHours: 0);

        Assert.Null(fourth.Json["previousUntil"]);
        Assert.Equal((401, 200), (await StatusAsync(host, "1", SecretIn(third)), await StatusAsync(host, "1", SecretIn(fourth))));
        Assert.Equal(["/keepPreviousHours"], (await host.RotateAsync(169)).Pointers);
        Assert.DoesNotContain("whsec_", (await host.TenantAsync()).ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("  {0}  ")]
    public async Task Token_is_taken_where_the_tenant_says_so(string form)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        await host.ChangeSettingsAsync(settings => settings["webhookProof"] = "Token");
        var secret = world.SecretOf(TenantId.Parse("demo")).Reveal();
        var offered = string.Format(CultureInfo.InvariantCulture, form, secret);

        Assert.Equal(200, (await SendAsync(host, "1", offered)).Status);
        Assert.Equal(200, (await SendAsync(host, "2", secret["whsec_".Length..])).Status);
        Assert.Equal(200, (await host.SendAsync(Events.Invoice("3"))).Status);
        await host.RotateAsync(1);
        Assert.Equal(200, (await SendAsync(host, "4", secret)).Status);
        world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(401, (await SendAsync(host, "5", secret)).Status);
        Assert.DoesNotContain(host.Logs.Lines, line => line.Contains(secret["whsec_".Length..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Token_that_is_wrong_or_not_asked_for_fails_as_a_wrong_signature_does()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var secret = world.SecretOf(TenantId.Parse("demo")).Reveal();
        await host.CreateAsync("token");
        await host.RotateAsync(tenant: "token");
        await host.ChangeSettingsAsync(settings => settings["webhookProof"] = "Token", "token");

        using var wrongly = host.Signed(Encoding.UTF8.GetBytes(Events.Invoice("1").ToJsonString()), secret: WebhookSecret.Generate());
        using var answer = await host.Http.SendAsync(wrongly);
        var expected = (401, await answer.Content.ReadAsStringAsync());

        foreach (var (tenant, token) in new[] { ("demo", secret), ("token", secret), ("token", ""), ("nobody", secret) })
        {
            var reply = await SendAsync(host, "1", token, tenant);
            Assert.Equal(expected, (reply.Status, reply.Body));
        }

        Assert.Empty(world.Books.Mutations);
    }

    [Fact]
    public async Task Read_key_is_shown_once_and_can_be_taken_away()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;

        var made = await host.ApiAsync(HttpMethod.Post, "/api/tenants/demo/read-key", new JsonObject());
        var key = made.Json["key"]!.GetValue<string>();

        Assert.Matches("^pvr_[0-9a-f]{40}$", key);
        var tenant = await host.TenantAsync();
        Assert.NotNull(tenant["readKeyAt"]);
        Assert.DoesNotContain(key, tenant.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(204, (await host.ApiAsync(HttpMethod.Delete, "/api/tenants/demo/read-key")).Status);
        Assert.Null((await host.TenantAsync())["readKeyAt"]);
        Assert.DoesNotContain(host.Logs.Lines, line => line.Contains(key, StringComparison.Ordinal));
        Assert.DoesNotContain(StoreDump.Of(world), row => row.Contains(key, StringComparison.Ordinal));
    }

    private static WebhookSecret SecretIn(ApiReply rotated) =>
        WebhookSecret.TryParse(rotated.Json["secret"]!.GetValue<string>(), out var secret) ? secret : throw new InvalidOperationException("No secret.");

    private static async Task<int> StatusAsync(Host host, string number, WebhookSecret secret)
    {
        using var request = host.Signed(Encoding.UTF8.GetBytes(Events.Invoice(number).ToJsonString()), secret: secret);
        using var answer = await host.Http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private static async Task<Reply> SendAsync(Host host, string number, string token, string tenant = "demo")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/webhooks/{tenant}", UriKind.Relative))
        {
            Content = new StringContent(Events.Invoice(number).ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation(WebhookHeaders.Token, token);
        using var answer = await host.Http.SendAsync(request);
        return await Reply.ReadAsync(answer);
    }
}
