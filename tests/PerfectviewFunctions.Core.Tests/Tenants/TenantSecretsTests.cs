using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Tenants;

public sealed class TenantSecretsTests
{
    private static readonly TenantId Tenant = TenantId.Parse("demo");
    private static readonly DateTimeOffset Until = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly TenantSecrets secrets = new(new MemorySecrets());

    [Fact]
    public async Task Secrets_come_back_and_belong_to_one_tenant()
    {
        BookkeepingCredentials credentials = new BookkeepingCredentials.Soap("user \"é\"", new string('c', 32), "{guid}");
        var webhook = new WebhookSecrets("whsec_new", "whsec_old", Until);
        await secrets.SetBookkeepingAsync(Tenant, credentials, default);
        await secrets.SetWebhookAsync(Tenant, webhook, default);

        Assert.Equal(credentials, await secrets.BookkeepingAsync(Tenant, SecretAge.Now, default));
        Assert.Equal(webhook, await secrets.WebhookAsync(Tenant, SecretAge.Now, default));
        Assert.Null(await secrets.BookkeepingAsync(TenantId.Parse("other"), SecretAge.Now, default));
        Assert.Null(await secrets.WebhookAsync(TenantId.Parse("other"), SecretAge.Now, default));
    }

    [Fact]
    public void ToString_shows_no_secret()
    {
        var text = $"{new BookkeepingCredentials.Soap("user", "code-1", "code-2")} {new WebhookSecrets("whsec_new", "whsec_old")}";

        Assert.DoesNotContain("user", text, StringComparison.Ordinal);
        Assert.DoesNotContain("code-", text, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ValidAt_previous_secret_counts_until_its_time()
    {
        var webhook = new WebhookSecrets("new", "old", Until);

        Assert.Equal(["new", "old"], webhook.ValidAt(Until.AddTicks(-1)));
        Assert.Equal(["new"], webhook.ValidAt(Until));
        Assert.Equal(["new"], (webhook with { Previous = null }).ValidAt(Until.AddTicks(-1)));
        Assert.Equal(["new"], (webhook with { PreviousUntil = null }).ValidAt(Until.AddTicks(-1)));
    }
}
