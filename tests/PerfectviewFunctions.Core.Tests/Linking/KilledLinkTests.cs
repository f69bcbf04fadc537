using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Linking;

/// <summary>A change of a link that dies at any call to a store is repaired by making it again; meanwhile nothing is booked twice or lost.</summary>
public sealed class KilledLinkTests
{
    private const int MoreCallsThanAny = 200;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Switch_to_another_administration(bool sweepBetween)
    {
        var deaths = await EveryDeathAsync(async atCall =>
        {
            var link = new LinkBench();
            var tenant = await link.Bench.AddTenantAsync();
            await link.Bench.PlaceAsync(tenant, link.Bench.Events.Valid("e1", "F1"));
            var died = await link.DiesAsync(atCall, () => link.SavedAsync(tenant.Id, 2, confirms: true));
            if (sweepBetween)
            {
                await link.Bench.NewSweep().RunAsync(default);
            }

            await link.SavedAsync(tenant.Id, 2, confirms: true);
            await AssertBookedOnceAsync(link, tenant);
            await AssertTidyAsync(link, tenant.Id, 2, from: 1);
            return died;
        });
        Assert.True(deaths > 20, $"Only {deaths} calls were interrupted.");
    }

    /// <summary>The person thinks better of it after the failure, and saves what was there before.</summary>
    [Fact]
    public async Task Switch_given_up_after_the_death() => await EveryDeathAsync(async atCall =>
    {
        var link = new LinkBench();
        var tenant = await link.Bench.AddTenantAsync();
        await link.Bench.PlaceAsync(tenant, link.Bench.Events.Valid("e1", "F1"));
        var died = await link.DiesAsync(atCall, () => link.SavedAsync(tenant.Id, 2, confirms: true));

        await link.SavedAsync(tenant.Id, 1, confirms: true);
        await AssertBookedOnceAsync(link, tenant);
        await AssertTidyAsync(link, tenant.Id, 1, from: 2);
        return died;
    });

    /// <summary>From security codes to a token of the same administration; what a sweep does in between is done in the same books.</summary>
    [Fact]
    public async Task Switch_to_the_other_api() => await EveryDeathAsync(async atCall =>
    {
        var link = new LinkBench();
        _ = new LedgerBooks(link.Bench.Books);
        var tenant = await link.Bench.AddTenantAsync();
        await link.Bench.PlaceAsync(tenant, link.Bench.Events.Valid("e1", "F1"));
        var died = await link.DiesAsync(atCall, () => link.Links.SaveAsync(tenant.Id, LedgerBooks.Token(1), false, LinkBench.By, default));
        await link.Bench.NewSweep().RunAsync(default);

        var done = Assert.IsType<LinkChange.Done>(await link.Links.SaveAsync(tenant.Id, LedgerBooks.Token(1), false, LinkBench.By, default));
        Assert.Equal((Bench.Administration, BookkeepingApi.Rest), (done.Tenant.Administration!.Value, done.Tenant.Api));
        await AssertBookedOnceAsync(link, tenant);
        await AssertTidyAsync(link, tenant.Id, 1, from: 2);
        return died;
    });

    [Fact]
    public async Task First_link() => await EveryDeathAsync(async atCall =>
    {
        var link = new LinkBench();
        var id = Assert.IsType<LinkChange.Done>(await link.TenantDesk.CreateAsync("demo", null, LinkBench.By, default)).Tenant.Id;
        var died = await link.DiesAsync(atCall, () => link.SavedAsync(id, 1));

        await link.SavedAsync(id, 1);
        await AssertTidyAsync(link, id, 1, from: 2);
        return died;
    });

    [Fact]
    public async Task Unlinking_and_linking_again() => await EveryDeathAsync(async atCall =>
    {
        var link = new LinkBench();
        var tenant = await link.Bench.AddTenantAsync();
        await link.Bench.PlaceAsync(tenant, link.Bench.Events.Valid("e1", "F1"));
        var died = await link.DiesAsync(atCall, () => link.Links.UnlinkAsync(tenant.Id, LinkBench.By, default));

        Assert.IsType<LinkChange.Done>(await link.Links.UnlinkAsync(tenant.Id, LinkBench.By, default));
        Assert.Null(await link.Bench.TenantSecrets.BookkeepingAsync(tenant.Id, SecretAge.Now, default));
        Assert.DoesNotContain(await link.Bench.RowsAsync(Partition.Of(tenant.Id)), row => row.Key == "turn:link");
        await link.Bench.NewSweep().RunAsync(default);
        Assert.Equal(InvoiceState.Received, await link.Bench.StateOfAsync(tenant, "F1"));

        await link.SavedAsync(tenant.Id, 1);
        await AssertBookedOnceAsync(link, tenant);
        return died;
    });

    [Fact]
    public async Task Linking_again_to_another_administration() => await EveryDeathAsync(async atCall =>
    {
        var link = new LinkBench();
        var tenant = await link.Bench.AddTenantAsync();
        await link.Bench.PlaceAsync(tenant, link.Bench.Events.Valid("e1", "F1"));
        await link.Links.UnlinkAsync(tenant.Id, LinkBench.By, default);
        var died = await link.DiesAsync(atCall, () => link.SavedAsync(tenant.Id, 2, confirms: true));

        await link.SavedAsync(tenant.Id, 2, confirms: true);
        await AssertBookedOnceAsync(link, tenant);
        await AssertTidyAsync(link, tenant.Id, 2, from: 1);
        return died;
    });

    [Fact]
    public async Task Retiring() => await EveryDeathAsync(async atCall =>
    {
        var link = new LinkBench();
        var tenant = await link.Bench.AddTenantAsync();
        await link.Keys.RotateWebhookAsync(tenant.Id, "whsec_x", null, LinkBench.By, default);
        await link.Keys.MakeReadKeyAsync(tenant.Id, LinkBench.By, default);
        await link.Links.UnlinkAsync(tenant.Id, LinkBench.By, default);
        var died = await link.DiesAsync(atCall, () => link.TenantDesk.RetireAsync(tenant.Id, LinkBench.By, default));

        Assert.IsType<LinkChange.Done>(await link.TenantDesk.RetireAsync(tenant.Id, LinkBench.By, default));
        Assert.Equal(TenantState.Retired, (await link.TenantAsync(tenant.Id)).State);
        Assert.DoesNotContain(link.Bench.Secrets.Values.Keys, name => name.Value.StartsWith("tenant-", StringComparison.Ordinal));
        Assert.Empty(await link.Bench.Tenants.MembersAsync(Bench.AdministrationOf(1), default));
        return died;
    });

    /// <summary>Whatever dies, the secret that the sender has is the current or the previous one until somebody was shown another.</summary>
    [Fact]
    public async Task Rotating_the_webhook_secret() => await EveryDeathAsync(async atCall =>
    {
        var link = new LinkBench();
        var tenant = await link.Bench.AddTenantAsync();
        await link.Keys.RotateWebhookAsync(tenant.Id, "whsec_known", 0, LinkBench.By, default);
        var died = await link.DiesAsync(
            atCall, () => link.Keys.RotateWebhookAsync(tenant.Id, "whsec_unseen", 24, LinkBench.By, default));

        await link.Keys.RotateWebhookAsync(tenant.Id, "whsec_next", 24, LinkBench.By, default);
        var valid = (await link.Bench.TenantSecrets.WebhookAsync(tenant.Id, SecretAge.Now, default))!.ValidAt(link.Bench.Clock.GetUtcNow()).ToList();
        Assert.Equal("whsec_next", valid[0]);
        Assert.Equal(died && valid[1] != "whsec_unseen" ? "whsec_known" : "whsec_unseen", valid[1]);
        return died;
    });

    private static async Task<int> EveryDeathAsync(Func<int, Task<bool>> scene)
    {
        for (var atCall = 1; atCall < MoreCallsThanAny; atCall++)
        {
            if (!await scene(atCall))
            {
                return atCall - 1;
            }
        }

        throw new InvalidOperationException("The change never came to its end.");
    }

    private static async Task AssertBookedOnceAsync(LinkBench link, Tenant tenant)
    {
        for (var minute = 0; minute < 5; minute++)
        {
            link.Bench.Clock.Advance(TimeSpan.FromMinutes(1));
            await link.Bench.NewSweep().RunAsync(default);
        }

        Assert.Equal(InvoiceState.Booked, await link.Bench.StateOfAsync(tenant, "F1"));
        Assert.Single(link.Bench.Books.Calls, "book F1");
    }

    private static async Task AssertTidyAsync(LinkBench link, TenantId id, int administration, int from)
    {
        var tenant = await link.TenantAsync(id);
        var key = Bench.AdministrationOf(administration);
        Assert.Equal((TenantState.Linked, key), (tenant.State, tenant.Administration));
        Assert.Equal(key, await link.Bench.Keys.OfAsync((await link.Bench.TenantSecrets.BookkeepingAsync(id, SecretAge.Now, default))!, default));
        Assert.Equal([id], await link.Bench.Tenants.MembersAsync(key, default));
        Assert.Empty(await link.Bench.Tenants.MembersAsync(Bench.AdministrationOf(from), default));
        Assert.DoesNotContain(await link.Bench.RowsAsync(Partition.Of(id)), row => row.Key == "turn:link");
        Assert.Equal(ConnectionStateKind.Working, (await link.States.OfAsync(tenant, default)).Kind);
    }
}
