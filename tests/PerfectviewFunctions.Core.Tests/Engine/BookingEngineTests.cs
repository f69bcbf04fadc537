using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Engine;

public sealed class BookingEngineTests
{
    private readonly Bench bench = new();

    [Fact]
    public async Task Work_budget_over_finishes_the_invoice_in_hand_and_begins_no_other()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PlaceAsync(tenant, Invoices(5));
        bench.Books.Before = call =>
        {
            bench.Clock.Advance(call.StartsWith("book", StringComparison.Ordinal) ? TimeSpan.FromSeconds(4) : TimeSpan.Zero);
            return Task.CompletedTask;
        };

        await bench.WorkAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(3, Booked().Count);
        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(tenant, "F3"));
        Assert.Equal(InvoiceState.Received, await bench.StateOfAsync(tenant, "F4"));
    }

    [Fact]
    public async Task Work_budget_of_nothing_stores_and_leaves_the_rest_to_the_sweep()
    {
        var hurried = new Bench(new EngineOptions { RequestBudget = TimeSpan.Zero });
        var tenant = await hurried.AddTenantAsync();

        Assert.Equal(OutcomeKind.Accepted, (await hurried.TakeOneAsync(tenant, hurried.Events.Valid("e1", "F1"))).Kind);
        await hurried.NewSweep().RunAsync(default);

        Assert.Equal(InvoiceState.Booked, await hurried.StateOfAsync(tenant, "F1"));
    }

    [Fact]
    public async Task Work_event_that_comes_while_another_call_works_is_done_by_that_call()
    {
        var tenant = await bench.AddTenantAsync();
        EventOutcome? late = null;
        bench.Books.Before = async call =>
        {
            if (call == "book F1")
            {
                late = await bench.TakeOneAsync(tenant, bench.Events.Valid("e2", "F2"));
            }
        };

        Assert.Equal(OutcomeKind.Booked, (await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"))).Kind);

        Assert.Equal(OutcomeKind.Accepted, late?.Kind);
        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(tenant, "F2"));
    }

    /// <summary>It comes after the holder's last look at the list, and finds the lease still taken: the narrowest gap.</summary>
    [Fact]
    public async Task Work_event_that_comes_just_before_the_release_is_done_by_the_holder()
    {
        var tenant = await bench.AddTenantAsync();
        EventOutcome? late = null;
        bench.Store.Before = async call =>
        {
            if (call is StoreCall.Write { Batch: [RowWrite.Delete { Key: "lease:work" }] } && late is null)
            {
                late = await bench.TakeOneAsync(tenant, bench.Events.Valid("e2", "F2"));
            }
        };

        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));

        Assert.Equal(OutcomeKind.Accepted, late?.Kind);
        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(tenant, "F2"));
    }

    [Fact]
    public async Task Work_lease_taken_goes_away_without_a_call()
    {
        var tenant = await bench.AddTenantAsync();
        Assert.NotNull(await WorkLease.TryTakeAsync(bench.Store, bench.Clock, bench.Options, Bench.Administration, default));

        Assert.Equal(OutcomeKind.Accepted, (await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"))).Kind);

        Assert.Empty(bench.Books.Calls);
    }

    [Fact]
    public async Task Work_other_tenants_of_the_administration_are_done_too()
    {
        var north = await bench.AddTenantAsync("north");
        var south = await bench.AddTenantAsync("south");
        var elsewhere = await bench.AddTenantAsync("elsewhere", administration: 2);
        await bench.PlaceAsync(south, bench.Events.Valid("e1", "S1"));
        await bench.PlaceAsync(elsewhere, bench.Events.Valid("e1", "E1"));

        await bench.TakeOneAsync(north, bench.Events.Valid("e1", "N1"));

        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(south, "S1"));
        Assert.Equal(InvoiceState.Received, await bench.StateOfAsync(elsewhere, "E1"));
    }

    [Fact]
    public async Task Work_own_invoices_come_before_what_waits()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PlaceAsync(tenant, Invoices(3));

        await bench.TakeOneAsync(tenant, bench.Events.Valid("e9", "F9"));

        Assert.Equal(["book F9", "book F1", "book F2", "book F3"], Booked());
    }

    [Theory]
    [InlineData(TenantState.Unlinked)]
    [InlineData(TenantState.Retired)]
    public async Task Work_tenant_that_is_not_linked_rests(TenantState state)
    {
        var tenant = await bench.AddTenantAsync(state: state);
        await bench.PlaceAsync(tenant, bench.Events.Valid("e1", "F1"));

        await bench.WorkAsync();

        Assert.Empty(bench.Books.Calls);
        Assert.Equal(InvoiceState.Received, await bench.StateOfAsync(tenant, "F1"));
    }

    [Fact]
    public async Task Work_nothing_can_be_done_ends_at_once()
    {
        var tenant = await bench.AddTenantAsync(withCredentials: false);
        await bench.PlaceAsync(tenant, Invoices(3));
        var before = bench.Store.Gets + bench.Store.Queries + bench.Store.Writes;

        await bench.WorkAsync();

        Assert.Empty(bench.Books.Calls);
        Assert.InRange(bench.Store.Gets + bench.Store.Queries + bench.Store.Writes - before, 1, 20);
    }

    [Fact]
    public async Task Work_refused_credentials_cost_one_call_and_pause_the_tenant()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PlaceAsync(tenant, Invoices(5));
        bench.Books.OnReadDebtors = () => new Answer<DebtorList>.Refused("E0011");

        await bench.WorkAsync();
        await bench.WorkAsync();

        Assert.Equal(["debtors"], bench.Books.Calls);
        Assert.NotNull(await bench.Connections.PauseOfAsync(tenant.Id, default));
    }

    [Fact]
    public async Task Work_failing_invoice_is_set_aside_and_the_others_go_on()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PlaceAsync(tenant, Invoices(3));
        bench.Books.OnBook = booking =>
            booking.InvoiceNumber == "F2" ? throw new InvalidOperationException("a fault of ours") : null;

        await bench.WorkAsync();

        Assert.Equal(["book F1", "book F2", "book F3"], Booked());
        var aside = await bench.EventAsync(tenant, "e2");
        Assert.Equal((EventState.Retry, ReasonCode.Unexpected), (aside!.State, aside.Reason!.Code));
        Assert.True(aside.NextAt > bench.Clock.GetUtcNow());
        Assert.Contains(bench.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("F2", StringComparison.Ordinal));
    }

    /// <summary>Not even setting it aside works, since the row that says what it is can't be read.</summary>
    [Theory]
    [InlineData("event:e1")]
    [InlineData("body:e1")]
    [InlineData("invoice:F1")]
    public async Task Work_lost_row_stops_only_its_own_invoice(string lost)
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PlaceAsync(tenant, Invoices(3));
        await bench.Store.TryDeleteAsync((await bench.Store.GetAsync(Partition.Of(tenant.Id), lost, default))!, default);

        await bench.WorkAsync();

        Assert.Equal(["book F2", "book F3"], Booked().TakeLast(2));
        Assert.Contains(bench.Logs.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Work_tenant_whose_secrets_can_not_be_read_stops_no_other_tenant()
    {
        var north = await bench.AddTenantAsync("north");
        var south = await bench.AddTenantAsync("south");
        await bench.PlaceAsync(north, bench.Events.Valid("e1", "N1"));
        await bench.PlaceAsync(south, bench.Events.Valid("e1", "S1"));
        bench.Secrets.BeforeGet = name => name.Value.Contains("north", StringComparison.Ordinal)
            ? throw new Core.Secrets.SecretsUnavailableException("forbidden")
            : Task.CompletedTask;

        await bench.WorkAsync();

        Assert.Equal(["book S1"], Booked());
        Assert.Contains(bench.Logs.Lines, line => line.Contains("north", StringComparison.Ordinal) && line.Contains("forbidden", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Work_lost_lease_ends_the_turn()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PlaceAsync(tenant, Invoices(3));
        bench.Books.Before = call =>
        {
            bench.Clock.Advance(call == "debtors" ? bench.Options.LeaseLength : TimeSpan.Zero);
            return Task.CompletedTask;
        };

        await bench.WorkAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(["debtors"], bench.Books.Calls);
        Assert.Equal(InvoiceState.Received, await bench.StateOfAsync(tenant, "F1"));
    }

    /// <summary>A turn may last minutes: what a person changes acts from the next invoice on.</summary>
    [Theory]
    [InlineData("unlinked", InvoiceState.Received)]
    [InlineData("another administration", InvoiceState.Received)]
    [InlineData("credentials deleted", InvoiceState.Received)]
    [InlineData("switched off", InvoiceState.Ignored)]
    [InlineData("unmapped", InvoiceState.NeedsAttention)]
    public async Task Work_change_during_a_sweep_acts_from_the_next_invoice_on(string change, InvoiceState others)
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PlaceAsync(tenant, Invoices(5));
        bench.Books.OnBook = booking =>
        {
            if (booking.InvoiceNumber == "F2")
            {
                ChangeAsync(tenant.Id, change).GetAwaiter().GetResult();
            }

            return null;
        };

        await bench.NewSweep().RunAsync(default);

        Assert.Equal(["book F1", "book F2"], Booked());
        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(tenant, "F2"));
        Assert.Equal(others, await bench.StateOfAsync(tenant, "F3"));
        Assert.Equal(others, await bench.StateOfAsync(tenant, "F5"));
        Assert.Equal(others == InvoiceState.Received, await bench.OpenWork.NextAtAsync(tenant.Id, default) is not null);
    }

    private async Task ChangeAsync(TenantId id, string change)
    {
        var read = (await bench.Tenants.ReadAsync(id, default))!;
        var next = change switch
        {
            "unlinked" => read.Tenant with { State = TenantState.Unlinked },
            "another administration" => read.Tenant with { Administration = Bench.AdministrationOf(2) },
            "switched off" => read.Tenant with { Settings = read.Tenant.Settings with { BookingsOn = false } },
            "unmapped" => read.Tenant with { Mapping = VatMapping.Empty },
            _ => read.Tenant,
        };
        if (change == "credentials deleted")
        {
            await bench.Secrets.DeleteAsync(SecretName.ForTenant(id, "bookkeeping"), default);
        }

        Assert.True(await bench.Tenants.TryChangeAsync(
            read, next, new HistoryEntry(bench.Clock.GetUtcNow(), "anna", HistoryKind.SettingsChanged, []), default));
    }

    [Fact]
    public async Task Work_cancelled_gives_the_lease_back()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PlaceAsync(tenant, Invoices(3));
        using var cancel = new CancellationTokenSource();
        bench.Books.Before = async call => await (call == "book F1" ? cancel.CancelAsync() : Task.CompletedTask);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => bench.Engine.WorkAsync(Bench.Administration, null, TimeSpan.FromMinutes(1), cancel.Token));

        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(tenant, "F1"));
        Assert.NotNull(await WorkLease.TryTakeAsync(bench.Store, bench.Clock, bench.Options, Bench.Administration, default));
    }

    private IReadOnlyList<string> Booked() => [.. bench.Books.Calls.Where(call => call.StartsWith("book", StringComparison.Ordinal))];

    private EventRead[] Invoices(int count) =>
        [.. Enumerable.Range(1, count).Select(number => bench.Events.Valid(Bench.Numbered("e", number), Bench.Numbered("F", number)))];
}
