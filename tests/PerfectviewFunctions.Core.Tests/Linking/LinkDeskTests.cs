using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Linking;

public sealed class LinkDeskTests
{
    private static readonly AdministrationKey First = Bench.AdministrationOf(1);
    private static readonly AdministrationKey Second = Bench.AdministrationOf(2);

    private readonly LinkBench link = new();

    private Bench Bench => link.Bench;

    [Fact]
    public async Task Save_first_link_fixes_the_administration()
    {
        var id = await NewAsync();
        var created = Bench.Clock.GetUtcNow();
        Bench.Clock.Advance(TimeSpan.FromHours(1));

        var done = await link.SavedAsync(id, 1);

        Assert.Equal((TenantState.Linked, First), (done.Tenant.State, done.Tenant.Administration));
        Assert.Equal(created, done.OfferAgainFrom);
        Assert.Equal(AdministrationFit.First, done.Test!.Administration);
        Assert.Equal(done.Tenant, await link.TenantAsync(id), EqualityComparer<Tenant?>.Create((a, b) => a!.Dates == b!.Dates && a.State == b.State));
        Assert.Equal([id], await Bench.Tenants.MembersAsync(First, default));
        Assert.NotNull(await Bench.TenantSecrets.BookkeepingAsync(id, SecretAge.Now, default));
        Assert.Single(await link.HistoryAsync(id), entry => entry.Kind == HistoryKind.Linked);
        Assert.DoesNotContain(await Bench.RowsAsync(Partition.Of(id)), row => row.Key == "turn:link");
    }

    [Fact]
    public async Task Save_refused_credentials_saves_nothing()
    {
        var tenant = await Bench.AddTenantAsync();
        Bench.Books.OnTest = _ => new Answer<IReadOnlyList<LedgerAccount>>.Refused("E0011");
        var writes = Bench.Store.Writes;

        Assert.Equal("E0011", Assert.IsType<LinkChange.TestFailed>(await link.SaveAsync(tenant.Id, 2, confirms: true)).Test.Reason.Code);

        Assert.Equal(writes, Bench.Store.Writes);
        Assert.Equal(Bench.Credentials, await Bench.TenantSecrets.BookkeepingAsync(tenant.Id, SecretAge.Now, default));
    }

    [Fact]
    public async Task Save_that_can_not_read_the_secrets_keeps_nobody_waiting()
    {
        var tenant = await Bench.AddTenantAsync();
        Bench.Secrets.BeforeGet = name => name == SecretName.ForTenant(tenant.Id, "bookkeeping")
            ? Task.FromException(new SecretsUnavailableException("away"))
            : Task.CompletedTask;

        await Assert.ThrowsAsync<SecretsUnavailableException>(() => link.SaveAsync(tenant.Id, 1));
        Bench.Secrets.BeforeGet = null;

        Assert.DoesNotContain(await Bench.RowsAsync(Partition.Of(tenant.Id)), row => row.Key == "turn:link");
    }

    [Fact]
    public async Task Save_of_a_tenant_that_is_retired_meanwhile_leaves_no_secret()
    {
        var tenant = await Bench.AddTenantAsync(state: TenantState.Unlinked, withCredentials: false);
        Bench.Secrets.BeforeSet = async _ =>
        {
            Bench.Secrets.BeforeSet = null;
            Bench.Clock.Advance(LinkTurn.Length + TimeSpan.FromSeconds(1));
            Assert.IsType<LinkChange.Done>(await link.TenantDesk.RetireAsync(tenant.Id, LinkBench.By, default));
        };

        Assert.IsType<LinkChange.NoSuchTenant>(await link.SaveAsync(tenant.Id, 1));

        Assert.Null(await Bench.TenantSecrets.BookkeepingAsync(tenant.Id, SecretAge.Now, default));
        Assert.Equal(TenantState.Retired, (await link.TenantAsync(tenant.Id)).State);
    }

    [Fact]
    public async Task Save_faulty_form_asks_nobody()
    {
        var tenant = await Bench.AddTenantAsync();

        Assert.IsType<LinkChange.Faulty>(
            await link.Links.SaveAsync(tenant.Id, CredentialForm.Read("", "", ""), false, LinkBench.By, default));
        Assert.Empty(Bench.Books.Calls);
    }

    [Fact]
    public async Task Save_other_codes_of_the_same_administration_ends_the_old_session_and_the_pause()
    {
        var tenant = await Bench.AddTenantAsync();
        await Bench.Connections.PauseAsync(tenant.Id, Bench.Credentials, "E0011");

        var change = await link.Links.SaveAsync(tenant.Id, LinkBench.Form(1, code1: 'd'), false, LinkBench.By, default);

        Assert.Null(Assert.IsType<LinkChange.Done>(change).OfferAgainFrom);
        Assert.Equal(["test", "end"], Bench.Books.Calls);
        Assert.Null(await Bench.Connections.PauseOfAsync(tenant.Id, default));
        Assert.Single(await link.HistoryAsync(tenant.Id), entry => entry.Kind == HistoryKind.CredentialsChanged);
    }

    [Fact]
    public async Task Save_the_very_same_credentials_leaves_the_session()
    {
        var tenant = await Bench.AddTenantAsync();

        await link.SavedAsync(tenant.Id, 1);

        Assert.Equal(["test"], Bench.Books.Calls);
    }

    [Fact]
    public async Task Save_other_administration_asks_first_and_says_how_many_wait()
    {
        var tenant = await Bench.AddTenantAsync();
        await Bench.PlaceAsync(tenant, Bench.Events.Valid("e1", "F1"), Bench.Events.Valid("e2", "F1", 1), Bench.Events.Valid("e3", "F2"));

        var conflict = Assert.IsType<LinkChange.Conflict>(await link.SaveAsync(tenant.Id, 2));

        Assert.Equal((ReasonCode.OtherAdministration, "2"), (conflict.Reason.Code, conflict.Reason.Values["count"]));
        Assert.Equal(First, (await link.TenantAsync(tenant.Id)).Administration);
        Assert.Equal(Bench.Credentials, await Bench.TenantSecrets.BookkeepingAsync(tenant.Id, SecretAge.Now, default));
        Assert.Empty(await Bench.Tenants.MembersAsync(Second, default));
    }

    [Fact]
    public async Task Save_confirmed_other_administration_books_what_waits_there_and_leaves_the_old_one()
    {
        var tenant = await Bench.AddTenantAsync();
        await Bench.TakeOneAsync(tenant, Bench.Events.Valid("e1", "F1"));
        await Bench.PlaceAsync(tenant, Bench.Events.Valid("e2", "F2"));

        var done = await link.SavedAsync(tenant.Id, 2, confirms: true);
        await Bench.NewSweep().RunAsync(default);

        Assert.Equal(AdministrationFit.Other, done.Test!.Administration);
        Assert.Single(await link.HistoryAsync(tenant.Id), entry => entry.Kind == HistoryKind.AdministrationChanged);
        Assert.Equal(First, (await Bench.Invoices.FindAsync(tenant.Id, "F1", default))!.Intent!.Administration);
        Assert.Equal(Second, (await Bench.Invoices.FindAsync(tenant.Id, "F2", default))!.Intent!.Administration);
        Assert.Empty(await Bench.Tenants.MembersAsync(First, default));
        Assert.Equal([tenant.Id], await Bench.Tenants.MembersAsync(Second, default));
        Assert.DoesNotContain(await Bench.RowsAsync(Partition.Of(First)), row => row.Key == "lease:work");
    }

    [Theory]
    [InlineData(InvoiceState.Uncertain)]
    [InlineData(InvoiceState.Booking)]
    public async Task Save_other_administration_is_refused_while_an_invoice_may_stand_in_the_old_one(InvoiceState state)
    {
        var tenant = await Bench.AddTenantAsync();
        Bench.Books.OnBook = _ => state == InvoiceState.Booking
            ? new Answer<BookingReceipt>.NotDone(CallFailure.Throttled)
            : new Answer<BookingReceipt>.Unclear(CallFailure.TimedOut);
        await Bench.TakeOneAsync(tenant, Bench.Events.Valid("e1", "F1"));
        Assert.Equal(state, await Bench.StateOfAsync(tenant, "F1"));

        Assert.Equal(ReasonCode.AdministrationBusy, await LinkBench.ConflictAsync(link.SaveAsync(tenant.Id, 2, confirms: true)));
        Assert.Equal(First, (await link.TenantAsync(tenant.Id)).Administration);

        Bench.Books.OnBook = _ => null;
        Bench.Clock.Advance(TimeSpan.FromMinutes(10));
        await Bench.NewSweep().RunAsync(default);
        await link.SavedAsync(tenant.Id, 2, confirms: true);
    }

    [Fact]
    public async Task Save_other_administration_is_not_held_up_by_an_invoice_that_a_person_has_to_settle()
    {
        var tenant = await Bench.AddTenantAsync();
        Bench.Books.OnBook = _ => new Answer<BookingReceipt>.Refused("CMUT018");
        await Bench.TakeOneAsync(tenant, Bench.Events.Valid("e1", "F1"));
        Bench.Clock.Advance(TimeSpan.FromMinutes(10));
        await Bench.NewSweep().RunAsync(default);
        Bench.Clock.Advance(TimeSpan.FromMinutes(10));
        await Bench.NewSweep().RunAsync(default);
        Assert.Equal(InvoiceState.NeedsAttention, await Bench.StateOfAsync(tenant, "F1"));

        await link.SavedAsync(tenant.Id, 2, confirms: true);
    }

    [Fact]
    public async Task Save_back_to_the_administration_that_an_invoice_waits_for_is_not_held_up_by_it()
    {
        var tenant = await Bench.AddTenantAsync();
        Bench.Books.OnBook = _ => new Answer<BookingReceipt>.Unclear(CallFailure.TimedOut);
        await Bench.TakeOneAsync(tenant, Bench.Events.Valid("e1", "F1"));
        var read = (await Bench.Tenants.ReadAsync(tenant.Id, default))!;
        await Bench.Tenants.TryChangeAsync(
            read, read.Tenant with { Administration = Second }, new HistoryEntry(Bench.Clock.GetUtcNow(), "x", HistoryKind.AdministrationChanged, []), default);

        await link.SavedAsync(tenant.Id, 1, confirms: true);

        Bench.Clock.Advance(TimeSpan.FromMinutes(10));
        Bench.Books.OnBook = _ => null;
        await Bench.NewSweep().RunAsync(default);
        Assert.Equal(InvoiceState.Booked, await Bench.StateOfAsync(tenant, "F1"));
    }

    /// <summary>The worker has the lease and is about to book: the switch waits, and gives up.</summary>
    [Fact]
    public async Task Save_other_administration_while_a_worker_books_there_waits_and_gives_up()
    {
        var tenant = await Bench.AddTenantAsync();
        string? code = null;
        Bench.Books.Before = async call =>
        {
            if (call == "book F1")
            {
                code = Assert.IsType<LinkChange.Conflict>(await link.PassingAsync(link.SaveAsync(tenant.Id, 2, confirms: true))).Reason.Code;
            }
        };

        await Bench.TakeOneAsync(tenant, Bench.Events.Valid("e1", "F1"));

        Assert.Equal(ReasonCode.AdministrationInUse, code);
        var invoice = await Bench.Invoices.FindAsync(tenant.Id, "F1", default);
        Assert.Equal((InvoiceState.Booked, First), (invoice!.State, invoice.Intent!.Administration));
    }

    /// <summary>Writing the secret may take longer than the lease lasts; a worker who comes then still has the one before it.</summary>
    [Fact]
    public async Task Save_other_administration_whose_lease_ends_while_the_secret_is_written_moves_nothing()
    {
        var tenant = await Bench.AddTenantAsync();
        await Bench.PlaceAsync(tenant, Bench.Events.Valid("e1", "F1"));
        Bench.Books.OnBook = _ => new Answer<BookingReceipt>.Unclear("timeout");
        Bench.Secrets.BeforeSet = async _ =>
        {
            Bench.Secrets.BeforeSet = null;
            Bench.Clock.Advance(Bench.Options.LeaseLength + TimeSpan.FromSeconds(1));
            await Bench.WorkAsync();
        };

        Assert.Equal(ReasonCode.AdministrationInUse, await LinkBench.ConflictAsync(link.SaveAsync(tenant.Id, 2, confirms: true)));

        Assert.Equal(InvoiceState.Uncertain, await Bench.StateOfAsync(tenant, "F1"));
        Assert.Equal(First, (await link.TenantAsync(tenant.Id)).Administration);
        Assert.Equal(Bench.Credentials, await Bench.TenantSecrets.BookkeepingAsync(tenant.Id, SecretAge.Now, default));
    }

    /// <summary>A vault that brings a deleted name back may take a minute and a half.</summary>
    [Fact]
    public async Task Save_whose_secret_takes_long_to_write_keeps_its_turn()
    {
        var id = await NewAsync();
        string? other = null;
        Bench.Secrets.BeforeSet = async _ =>
        {
            Bench.Secrets.BeforeSet = null;
            Bench.Clock.Advance(TimeSpan.FromSeconds(100));
            other = await link.PassingAsync(link.SaveAsync(id, 2)) is LinkChange.Conflict conflict ? conflict.Reason.Code : "saved";
        };

        await link.SavedAsync(id, 1);

        Assert.Equal(ReasonCode.LinkBeingChanged, other);
        Assert.Equal(First, await Bench.Keys.OfAsync((await Bench.TenantSecrets.BookkeepingAsync(id, SecretAge.Now, default))!, default));
    }

    [Fact]
    public async Task Save_waits_for_a_worker_that_finishes_in_time()
    {
        var tenant = await Bench.AddTenantAsync();
        var lease = await WorkLease.TryTakeAsync(Bench.Store, Bench.Clock, Bench.Options, First, default);
        var saving = link.SaveAsync(tenant.Id, 2, confirms: true);
        Bench.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.False(saving.IsCompleted);
        await lease!.ReleaseAsync();

        Assert.IsType<LinkChange.Done>(await link.PassingAsync(saving));
    }

    [Fact]
    public async Task Save_of_two_people_at_once_leaves_secret_and_tenant_in_agreement()
    {
        var id = await NewAsync();

        var changes = await link.PassingAsync(Task.WhenAll(link.SaveAsync(id, 1), link.SaveAsync(id, 2), link.SaveAsync(id, 1)));

        Assert.Contains(changes, change => change is LinkChange.Done);
        var credentials = await Bench.TenantSecrets.BookkeepingAsync(id, SecretAge.Now, default);
        Assert.Equal((await link.TenantAsync(id)).Administration, await Bench.Keys.OfAsync(credentials!, default));
    }

    [Fact]
    public async Task Save_while_settings_are_saved_keeps_both()
    {
        var id = await NewAsync();
        var done = false;
        Bench.Secrets.BeforeSet = async _ =>
        {
            if (!done)
            {
                done = true;
                var read = (await Bench.Tenants.ReadAsync(id, default))!;
                await Bench.Tenants.TryChangeAsync(
                    read,
                    read.Tenant with { Settings = read.Tenant.Settings with { NumberPrefix = "A-" } },
                    new HistoryEntry(Bench.Clock.GetUtcNow(), "bob", HistoryKind.SettingsChanged, []),
                    default);
            }
        };

        await link.SavedAsync(id, 1);

        var tenant = await link.TenantAsync(id);
        Assert.Equal((TenantState.Linked, "A-"), (tenant.State, tenant.Settings.NumberPrefix));
    }

    [Fact]
    public async Task Save_into_a_shared_administration_needs_prefixes_that_keep_numbers_apart()
    {
        var other = await Bench.AddTenantAsync("other", administration: 2);
        var tenant = await Bench.AddTenantAsync();

        Assert.Equal(ReasonCode.PrefixNeeded, await LinkBench.ConflictAsync(link.SaveAsync(tenant.Id, 2, confirms: true)));
        await SetPrefixAsync(tenant.Id, "A-");
        Assert.Equal(ReasonCode.PrefixNeededElsewhere, await LinkBench.ConflictAsync(link.SaveAsync(tenant.Id, 2, confirms: true)));
        Assert.Equal((First, Bench.Credentials), ((await link.TenantAsync(tenant.Id)).Administration, await Bench.TenantSecrets.BookkeepingAsync(tenant.Id, SecretAge.Now, default)));
        Assert.Equal([other.Id], await Bench.Tenants.MembersAsync(Second, default));

        await SetPrefixAsync(other.Id, "B-");
        await link.SavedAsync(tenant.Id, 2, confirms: true);
    }

    [Fact]
    public async Task Unlink_deletes_the_credentials_and_tells_what_waits()
    {
        var tenant = await Bench.AddTenantAsync();
        await Bench.PlaceAsync(tenant, Bench.Events.Valid("e1", "F1"), Bench.Events.Valid("e2", "F2"));
        await Bench.Connections.PauseAsync(tenant.Id, Bench.Credentials, "E0011");

        var done = Assert.IsType<LinkChange.Done>(await link.Links.UnlinkAsync(tenant.Id, LinkBench.By, default));

        Assert.Equal((TenantState.Unlinked, 2), (done.Tenant.State, done.Waiting));
        Assert.Equal(Bench.Clock.GetUtcNow(), done.Tenant.Dates.UnlinkedAt);
        Assert.Null(done.Tenant.Dates.CredentialsAt);
        Assert.Null(await Bench.TenantSecrets.BookkeepingAsync(tenant.Id, SecretAge.Now, default));
        Assert.Null(await Bench.Connections.PauseOfAsync(tenant.Id, default));
        Assert.Equal(["end"], Bench.Books.Calls);
        Assert.Equal(First, done.Tenant.Administration);
    }

    [Fact]
    public async Task Unlink_again_changes_nothing_and_relinking_offers_from_the_first_end_on()
    {
        var tenant = await Bench.AddTenantAsync();
        await Bench.PlaceAsync(tenant, Bench.Events.Valid("e1", "F1"));
        await link.Links.UnlinkAsync(tenant.Id, LinkBench.By, default);
        var ended = Bench.Clock.GetUtcNow();
        Bench.Clock.Advance(TimeSpan.FromDays(3));
        await link.Links.UnlinkAsync(tenant.Id, LinkBench.By, default);
        await Bench.NewSweep().RunAsync(default);

        var done = await link.SavedAsync(tenant.Id, 1);
        await Bench.NewSweep().RunAsync(default);

        Assert.Equal(ended, done.OfferAgainFrom);
        Assert.Null(done.Tenant.Dates.UnlinkedAt);
        Assert.Equal(InvoiceState.Booked, await Bench.StateOfAsync(tenant, "F1"));
        Assert.Single(await link.HistoryAsync(tenant.Id), entry => entry.Kind == HistoryKind.Unlinked);
    }

    [Theory]
    [InlineData(TenantState.Retired)]
    [InlineData(null)]
    public async Task Tenant_that_is_none_is_none_for_every_change_and_leaves_no_row(TenantState? state)
    {
        var id = state is { } kept ? (await Bench.AddTenantAsync("gone", state: kept)).Id : TenantId.Parse("gone");
        var writes = Bench.Store.Writes;

        Assert.IsType<LinkChange.NoSuchTenant>(await link.SaveAsync(id, 1));
        Assert.IsType<LinkChange.NoSuchTenant>(await link.Links.UnlinkAsync(id, LinkBench.By, default));
        Assert.IsType<LinkChange.NoSuchTenant>(await link.Keys.RotateWebhookAsync(id, "whsec_x", null, LinkBench.By, default));
        Assert.IsType<LinkChange.NoSuchTenant>((await link.Keys.MakeReadKeyAsync(id, LinkBench.By, default)).Change);
        Assert.IsType<LinkChange.NoSuchTenant>(await link.Keys.DeleteReadKeyAsync(id, LinkBench.By, default));
        Assert.Equal(writes, Bench.Store.Writes);
    }

    private async Task<TenantId> NewAsync(string name = "demo") =>
        Assert.IsType<LinkChange.Done>(await link.TenantDesk.CreateAsync(name, null, LinkBench.By, default)).Tenant.Id;

    private async Task SetPrefixAsync(TenantId id, string prefix)
    {
        var read = (await Bench.Tenants.ReadAsync(id, default))!;
        Assert.True(await Bench.Tenants.TryChangeAsync(
            read,
            read.Tenant with { Settings = read.Tenant.Settings with { NumberPrefix = prefix } },
            new HistoryEntry(Bench.Clock.GetUtcNow(), "bob", HistoryKind.SettingsChanged, []),
            default));
    }
}
