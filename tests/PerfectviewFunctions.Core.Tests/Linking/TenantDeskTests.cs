using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Attention;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Linking;

public sealed class TenantDeskTests
{
    private readonly LinkBench link = new();

    [Fact]
    public async Task Create_makes_an_unlinked_tenant_that_does_nothing()
    {
        var done = Assert.IsType<LinkChange.Done>(await CreateAsync("demo", " Bakker BV "));

        Assert.Equal((TenantState.Unlinked, "Bakker BV", false), (done.Tenant.State, done.Tenant.Settings.Name, done.Tenant.Settings.BookingsOn));
        Assert.Equal(link.Bench.Clock.GetUtcNow(), done.Tenant.Dates.CreatedAt);
        var entry = Assert.Single(await link.HistoryAsync(done.Tenant.Id));
        Assert.Equal((HistoryKind.TenantCreated, "ann"), (entry.Kind, entry.By));
    }

    [Theory]
    [InlineData(null, null, "/id")]
    [InlineData("Demo", null, "/id")]
    [InlineData("a b", null, "/id")]
    [InlineData("demo", "a\nb", "/name")]
    [InlineData("demo", "12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901", "/name")]
    public async Task Create_with_a_fault_makes_nothing(string? id, string? name, string pointer)
    {
        Assert.Equal(pointer, Assert.Single(Assert.IsType<LinkChange.Faulty>(await CreateAsync(id, name)).Faults).Pointer);
        Assert.Equal(0, link.Bench.Store.Writes);
    }

    [Fact]
    public async Task Create_id_that_is_or_was_taken_is_refused()
    {
        var id = Assert.IsType<LinkChange.Done>(await CreateAsync("demo", null)).Tenant.Id;
        Assert.Equal(ReasonCode.TenantIdTaken, await LinkBench.ConflictAsync(CreateAsync("demo", null)));

        Assert.IsType<LinkChange.Done>(await RetireAsync(id));

        Assert.Equal(ReasonCode.TenantIdTaken, await LinkBench.ConflictAsync(CreateAsync("demo", null)));
    }

    [Fact]
    public async Task Retire_linked_tenant_is_refused()
    {
        var tenant = await link.Bench.AddTenantAsync();

        Assert.Equal(ReasonCode.StillLinked, await LinkBench.ConflictAsync(RetireAsync(tenant.Id)));
        Assert.NotNull(await link.Bench.TenantSecrets.BookkeepingAsync(tenant.Id, SecretAge.Now, default));
    }

    [Fact]
    public async Task Retire_tenant_with_open_work_is_refused_with_the_number()
    {
        var tenant = await link.Bench.AddTenantAsync();
        await link.Bench.PlaceAsync(tenant, link.Bench.Events.Valid("e1", "F1"), link.Bench.Events.Valid("e2", "F2"));
        await link.Links.UnlinkAsync(tenant.Id, LinkBench.By, default);

        var conflict = Assert.IsType<LinkChange.Conflict>(await RetireAsync(tenant.Id));

        Assert.Equal((ReasonCode.WorkOpen, "2"), (conflict.Reason.Code, conflict.Reason.Values["count"]));
    }

    [Fact]
    public async Task Retire_tenant_with_held_back_invoices_is_refused_until_they_are_ignored()
    {
        var tenant = await link.Bench.AddTenantAsync();
        var desk = new Desk(link.Bench);
        await desk.BringAsync(tenant, "F1", InvoiceState.NeedsAttention, intent: null, ReasonCode.VatCategoryUnmapped);
        await link.Links.UnlinkAsync(tenant.Id, LinkBench.By, default);

        var conflict = Assert.IsType<LinkChange.Conflict>(await RetireAsync(tenant.Id));
        await desk.IgnoreAsync(await link.TenantAsync(tenant.Id), "F1");

        Assert.Equal((ReasonCode.WorkOpen, "1"), (conflict.Reason.Code, conflict.Reason.Values["count"]));
        Assert.IsType<LinkChange.Done>(await RetireAsync(tenant.Id));
    }

    [Fact]
    public async Task Retire_deletes_every_secret_and_keeps_the_history()
    {
        var tenant = await link.Bench.AddTenantAsync();
        await link.Keys.RotateWebhookAsync(tenant.Id, "whsec_x", null, LinkBench.By, default);
        await link.Keys.MakeReadKeyAsync(tenant.Id, LinkBench.By, default);
        await link.Links.UnlinkAsync(tenant.Id, LinkBench.By, default);

        var done = Assert.IsType<LinkChange.Done>(await RetireAsync(tenant.Id));
        Assert.IsType<LinkChange.Done>(await RetireAsync(tenant.Id));

        Assert.Equal(TenantState.Retired, done.Tenant.State);
        Assert.Equal(link.Bench.Clock.GetUtcNow(), done.Tenant.Dates.RetiredAt);
        Assert.Null(done.Tenant.Dates.WebhookSecretAt);
        Assert.DoesNotContain(link.Bench.Secrets.Values.Keys, name => name.Value.StartsWith("tenant-", StringComparison.Ordinal));
        Assert.Single(await link.HistoryAsync(tenant.Id), entry => entry.Kind == HistoryKind.TenantRetired);
    }

    [Fact]
    public async Task Retire_unknown_tenant_is_none() =>
        Assert.IsType<LinkChange.NoSuchTenant>(await RetireAsync(TenantId.Parse("nobody")));

    private Task<LinkChange> CreateAsync(string? id, string? name) => link.TenantDesk.CreateAsync(id, name, LinkBench.By, default);

    private Task<LinkChange> RetireAsync(TenantId id) => link.TenantDesk.RetireAsync(id, LinkBench.By, default);
}
