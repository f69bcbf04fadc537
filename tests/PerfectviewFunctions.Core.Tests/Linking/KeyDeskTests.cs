using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Linking;

public sealed class KeyDeskTests
{
    private readonly LinkBench link = new();

    [Fact]
    public async Task Rotate_first_secret_has_none_before_it()
    {
        var tenant = await link.Bench.AddTenantAsync();

        var done = await RotateAsync(tenant.Id, "whsec_1", null);

        Assert.Null(done.Note);
        Assert.Null(done.Tenant.Dates.PreviousWebhookSecretUntil);
        Assert.Equal(["whsec_1"], await ValidAsync(tenant.Id));
        Assert.Single(await link.HistoryAsync(tenant.Id), entry => entry.Kind == HistoryKind.WebhookSecretChanged);
    }

    [Theory]
    [InlineData(null, 24)]
    [InlineData(1, 1)]
    [InlineData(168, 168)]
    public async Task Rotate_keeps_the_previous_one_for_a_while(int? asked, int hours)
    {
        var tenant = await link.Bench.AddTenantAsync();
        await RotateAsync(tenant.Id, "whsec_1", null);

        var done = await RotateAsync(tenant.Id, "whsec_2", asked);

        Assert.Equal(link.Bench.Clock.GetUtcNow().AddHours(hours), done.Tenant.Dates.PreviousWebhookSecretUntil);
        Assert.NotNull(done.Note);
        Assert.Equal(["whsec_2", "whsec_1"], await ValidAsync(tenant.Id));
        link.Bench.Clock.Advance(TimeSpan.FromHours(hours));
        Assert.Equal(["whsec_2"], await ValidAsync(tenant.Id));
    }

    [Fact]
    public async Task Rotate_leaked_secret_ends_at_once()
    {
        var tenant = await link.Bench.AddTenantAsync();
        await RotateAsync(tenant.Id, "whsec_1", null);

        var done = await RotateAsync(tenant.Id, "whsec_2", 0);

        Assert.Null(done.Tenant.Dates.PreviousWebhookSecretUntil);
        Assert.Contains("vervallen", done.Note!.Nl, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_1", string.Concat(link.Bench.Secrets.Values.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rotate_again_drops_the_one_before_the_previous_and_says_so()
    {
        var tenant = await link.Bench.AddTenantAsync();
        await RotateAsync(tenant.Id, "whsec_1", null);
        await RotateAsync(tenant.Id, "whsec_2", null);

        var done = await RotateAsync(tenant.Id, "whsec_3", null);

        Assert.Contains("daarvoor", done.Note!.Nl, StringComparison.Ordinal);
        Assert.Equal(["whsec_3", "whsec_2"], await ValidAsync(tenant.Id));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(169)]
    public async Task Rotate_with_hours_out_of_range_changes_nothing(int hours)
    {
        var tenant = await link.Bench.AddTenantAsync();

        var change = await link.Keys.RotateWebhookAsync(tenant.Id, "whsec_1", hours, LinkBench.By, default);

        Assert.Equal("/keepPreviousHours", Assert.Single(Assert.IsType<LinkChange.Faulty>(change).Faults).Pointer);
        Assert.Null(await link.Bench.TenantSecrets.WebhookAsync(tenant.Id, SecretAge.Now, default));
    }

    [Fact]
    public async Task Rotate_puts_no_secret_into_history_or_row()
    {
        var tenant = await link.Bench.AddTenantAsync();
        await RotateAsync(tenant.Id, "whsec_1", null);
        await RotateAsync(tenant.Id, "whsec_2", null);
        var (key, _) = await link.Keys.MakeReadKeyAsync(tenant.Id, LinkBench.By, default);

        foreach (var row in await link.Bench.RowsAsync(Partition.Of(tenant.Id)))
        {
            Assert.All(row.Values, value => Assert.DoesNotMatch($"whsec_|{key}", value.Value.ToString()!));
        }
    }

    [Fact]
    public async Task Read_key_is_made_replaced_and_deleted()
    {
        var tenant = await link.Bench.AddTenantAsync();

        var (first, _) = await link.Keys.MakeReadKeyAsync(tenant.Id, LinkBench.By, default);
        var (second, change) = await link.Keys.MakeReadKeyAsync(tenant.Id, LinkBench.By, default);

        Assert.Matches("^pvr_[0-9a-f]{40}$", first);
        Assert.NotEqual(first, second);
        Assert.Equal(second, await link.Bench.TenantSecrets.ReadKeyAsync(tenant.Id, SecretAge.Now, default));
        Assert.NotNull(Assert.IsType<LinkChange.Done>(change).Tenant.Dates.ReadKeyAt);

        await link.Keys.DeleteReadKeyAsync(tenant.Id, LinkBench.By, default);
        var again = Assert.IsType<LinkChange.Done>(await link.Keys.DeleteReadKeyAsync(tenant.Id, LinkBench.By, default));

        Assert.Null(await link.Bench.TenantSecrets.ReadKeyAsync(tenant.Id, SecretAge.Now, default));
        Assert.Null(again.Tenant.Dates.ReadKeyAt);
        Assert.Single(await link.HistoryAsync(tenant.Id), entry => entry.Kind == HistoryKind.ReadKeyDeleted);
    }

    private async Task<LinkChange.Done> RotateAsync(TenantId id, string fresh, int? hours) =>
        Assert.IsType<LinkChange.Done>(await link.Keys.RotateWebhookAsync(id, fresh, hours, LinkBench.By, default));

    private async Task<IEnumerable<string>> ValidAsync(TenantId id) =>
        (await link.Bench.TenantSecrets.WebhookAsync(id, SecretAge.Now, default))!.ValidAt(link.Bench.Clock.GetUtcNow());
}
