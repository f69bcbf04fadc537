using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Facts;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Attention;

public sealed class RelationSetAsideTests
{
    private readonly Bench bench = new();
    private readonly Desk desk;

    public RelationSetAsideTests() => desk = new Desk(bench);

    private static DebtorDetails Said(string phone) => new("r-1", IsPerson: false) { Name = "Jansen", Code = "10001", Phone = phone };

    [Fact]
    public async Task Held_change_is_set_aside_with_who_why_and_when_and_nothing_of_it_reaches_the_books()
    {
        var tenant = await HeldAsync();

        Assert.IsType<RelationActionResult.Done>(await SetAsideAsync(tenant));

        var relation = await FindAsync(tenant);
        Assert.True(relation.IsSetAside);
        Assert.Equal(("anna", "Staat er al."), (relation.Reason!.Values["by"], relation.Reason.Values["why"]));
        Assert.Empty(await bench.Relations.ListHeldAsync(tenant.Id, null, default).ToListAsync());
        var entry = (await new TenantHistory(bench.Store).ListAsync(tenant.Id, null, default).FirstAsync()).Entry;
        Assert.Equal((HistoryKind.RelationSetAside, "anna", "r-1"), (entry.Kind, entry.By, entry.Changes[0].New));
        bench.Clock.Advance(TimeSpan.FromHours(2));
        await bench.NewSweep().RunAsync(default);
        Assert.Single(bench.Books.Debtors);
        Assert.True((await FindAsync(tenant)).IsSetAside);
    }

    [Fact]
    public async Task Retry_takes_up_again_what_was_set_aside()
    {
        var tenant = await HeldAsync();
        await SetAsideAsync(tenant);
        bench.Books.Debtors.Clear();

        var done = Assert.IsType<RelationActionResult.Done>(await desk.Relations.RetryAsync(tenant, "r-1", Desk.By, default));

        Assert.Equal(RelationState.Current, done.Relation.State);
        Assert.Equal("Jansen", Assert.Single(bench.Books.Debtors).Name);
        Assert.Equal(EventState.Done, (await bench.EventAsync(tenant, "e-1"))!.State);
    }

    [Fact]
    public async Task Choice_takes_up_again_what_was_set_aside()
    {
        var tenant = await HeldAsync();
        await SetAsideAsync(tenant);

        var done = Assert.IsType<RelationActionResult.Done>(
            await desk.Relations.ChooseAsync(tenant, "r-1", new DebtorChoice.New(), Desk.By, default));

        Assert.Equal(RelationState.Current, done.Relation.State);
        Assert.Equal(2, bench.Books.Debtors.Count);
    }

    [Fact]
    public async Task Later_event_is_judged_anew_with_all_that_was_said()
    {
        var tenant = await HeldAsync();
        await SetAsideAsync(tenant);

        await bench.TakeOneAsync(tenant, Change("e-2", 2, "2"));

        var relation = await FindAsync(tenant);
        Assert.Equal((RelationState.NeedsAttention, ReasonCode.DebtorAmbiguous), (relation.State, relation.Reason!.Code));
        Assert.Single(await bench.Relations.ListHeldAsync(tenant.Id, null, default).ToListAsync());
    }

    [Fact]
    public async Task Invoice_that_waits_for_the_debtor_goes_on_waiting()
    {
        var tenant = await HeldAsync();
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e-F1", "F1", debtor: Said("1")));

        await SetAsideAsync(tenant);

        Assert.Equal(InvoiceState.NeedsAttention, (await bench.Invoices.FindAsync(tenant.Id, "F1", default))!.State);
        Assert.Equal(["F1"], (await desk.HeldBack.WaitingForRelationsAsync(tenant.Id, default))["r-1"]);
        await desk.Relations.ChooseAsync(tenant, "r-1", new DebtorChoice.New(), Desk.By, default);
        Assert.Equal(InvoiceState.Booked, (await bench.Invoices.FindAsync(tenant.Id, "F1", default))!.State);
    }

    [Fact]
    public async Task Invoice_that_finds_the_debtor_leaves_the_change_aside()
    {
        var tenant = await HeldAsync();
        await SetAsideAsync(tenant);
        bench.Books.Debtors.Clear();
        bench.Clock.Advance(TimeSpan.FromHours(1));

        await bench.TakeOneAsync(tenant, bench.Events.Valid("e-F1", "F1", debtor: Said("1")));

        Assert.Equal(InvoiceState.Booked, (await bench.Invoices.FindAsync(tenant.Id, "F1", default))!.State);
        Assert.True((await FindAsync(tenant)).IsSetAside);
        Assert.DoesNotContain(bench.Books.Calls, call => call.StartsWith("update", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Relation_without_a_held_change_can_not_be_set_aside()
    {
        var tenant = await bench.AddTenantAsync(settings: Bench.Settings with { RelationsOn = true });
        bench.Books.Debtors.Add(new BookedDebtor(7, "10001", "Iemand Anders", "", "", "", ""));
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e-F1", "F1", debtor: Said("1")));

        var refused = Assert.IsType<RelationActionResult.Refused>(await SetAsideAsync(tenant));

        Assert.Equal(ReasonCode.NothingToSetAside, refused.Reason.Code);
        Assert.Single(await bench.Relations.ListHeldAsync(tenant.Id, null, default).ToListAsync());
        Assert.IsType<RelationActionResult.NotFound>(
            await desk.Relations.SetAsideAsync(tenant, "never", Desk.Why, Desk.By, default));
    }

    private Task<RelationActionResult> SetAsideAsync(Tenant tenant) => desk.Relations.SetAsideAsync(tenant, "r-1", Desk.Why, Desk.By, default);

    private async Task<Relation> FindAsync(Tenant tenant) => (await bench.Relations.FindAsync(tenant.Id, "r-1", default))!;

    private async Task<Tenant> HeldAsync()
    {
        var tenant = await bench.AddTenantAsync(settings: Bench.Settings with { RelationsOn = true });
        bench.Books.Debtors.Add(new BookedDebtor(7, "10001", "Iemand Anders", "", "", "", ""));
        await bench.TakeOneAsync(tenant, Change("e-1", 1, "1"));
        Assert.Equal(RelationState.NeedsAttention, (await FindAsync(tenant)).State);
        return tenant;
    }

    private EventRead.Valid Change(string id, int minute, string phone) =>
        bench.Events.Changed(id, Said(phone), minute, RelationField.Name, RelationField.Code, RelationField.Phone);
}
