using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Perfectview.Signing;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Hostile;

public sealed class SecretRotationTests
{
    [Fact]
    public async Task Previous_secret_is_taken_until_its_time_and_not_after()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        var previous = world.SecretOf(TenantId.Parse("demo"));
        var current = WebhookSecret.Generate();
        await host.Services.GetRequiredService<TenantSecrets>().SetWebhookAsync(
            TenantId.Parse("demo"),
            new WebhookSecrets(current.Reveal(), previous.Reveal(), world.Clock.GetUtcNow().AddHours(1)),
            CancellationToken.None);

        Assert.Equal(400, await StatusAsync(host, previous));
        Assert.Equal(400, await StatusAsync(host, current));
        world.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        Assert.Equal(400, await StatusAsync(host, previous));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(401, await StatusAsync(host, previous));
        Assert.Equal(400, await StatusAsync(host, current));
    }

    /// <summary>400 for an empty list says that the signature was taken.</summary>
    private static async Task<int> StatusAsync(Host host, WebhookSecret secret)
    {
        using var request = host.Signed("[]"u8.ToArray(), secret: secret);
        using var answer = await host.Http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
