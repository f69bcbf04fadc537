using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Linking;

/// <summary>A token names no administration: which one it opens is seen by the ledger accounts, and one administration never goes by two keys.</summary>
public sealed class TokenLinkTests
{
    private static readonly AdministrationKey First = Bench.AdministrationOf(1);

    private readonly LinkBench link = new();
    private readonly LedgerBooks books;

    public TokenLinkTests() => books = new LedgerBooks(Bench.Books);

    private Bench Bench => link.Bench;

    [Fact]
    public async Task First_link_by_a_token_where_none_is_known_makes_a_key()
    {
        var id = await NewAsync("a");

        var done = await SavedAsync(id, LedgerBooks.Token(1));

        var key = done.Tenant.Administration!.Value;
        Assert.Matches("^[0-9a-f]{32}$", key.Value);
        Assert.NotEqual(First, key);
        Assert.Equal((TenantState.Linked, BookkeepingApi.Rest), (done.Tenant.State, done.Tenant.Api));
        var saved = Assert.IsType<BookkeepingCredentials.Rest>(await Bench.TenantSecrets.BookkeepingAsync(id, SecretAge.Now, default));
        Assert.Equal(("token-1-a", key.Value), (saved.Token, saved.Administration));
        Assert.Equal([id], await Bench.Tenants.MembersAsync(key, default));
        Assert.Equal(ConnectionStateKind.Working, (await link.States.OfAsync(done.Tenant, default)).Kind);
    }

    [Fact]
    public async Task Switch_to_a_token_needs_no_confirmation_and_keeps_everything_but_the_api()
    {
        var tenant = await Bench.AddTenantAsync();
        await Bench.TakeOneAsync(tenant, Bench.Events.Valid("e1", "F1"));
        Bench.Books.Forget();

        var done = await SavedAsync(tenant.Id, LedgerBooks.Token(1));

        Assert.Equal((First, BookkeepingApi.Rest), (done.Tenant.Administration!.Value, done.Tenant.Api));
        Assert.Equal(AdministrationFit.Same, done.Test!.Administration);
        Assert.Null(done.OfferAgainFrom);
        Assert.Equal(tenant.Mapping.Rows, (await link.TenantAsync(tenant.Id)).Mapping.Rows);
        Assert.Equal(["test", "accounts", "end"], Bench.Books.Calls);
        var entry = Assert.Single(await link.HistoryAsync(tenant.Id), entry => entry.Kind == HistoryKind.CredentialsChanged);
        Assert.Equal([new FieldChange("api", "soap", "rest")], entry.Changes);

        await Bench.TakeOneAsync(tenant, Bench.Events.Valid("e2", "F2"));
        Assert.Equal(InvoiceState.Booked, await Bench.StateOfAsync(tenant, "F2"));

        var back = await SavedAsync(tenant.Id, LinkBench.Form(1));
        Assert.Equal((First, BookkeepingApi.Soap), (back.Tenant.Administration!.Value, back.Tenant.Api));
        Assert.Null((await Bench.TenantSecrets.BookkeepingAsync(tenant.Id, SecretAge.Now, default))!.Administration);
    }

    [Fact]
    public async Task Switch_back_to_codes_keeps_the_key_that_was_made_for_a_token()
    {
        var id = await NewAsync("a");
        var key = (await SavedAsync(id, LedgerBooks.Token(1))).Tenant.Administration;

        var done = await SavedAsync(id, LinkBench.Form(1));

        Assert.Equal((key, BookkeepingApi.Soap), (done.Tenant.Administration, done.Tenant.Api));
        Assert.Equal(key!.Value.Value, (await Bench.TenantSecrets.BookkeepingAsync(id, SecretAge.Now, default))!.Administration);
        Assert.Equal(key, (await SavedAsync(id, LinkBench.Form(1, code1: 'e'))).Tenant.Administration);
    }

    /// <summary>An invoice of which nobody knows whether it was booked is frozen in the administration: it is looked up by the other API.</summary>
    [Fact]
    public async Task Switch_while_an_invoice_is_uncertain_is_let_through_and_the_invoice_is_settled()
    {
        var tenant = await Bench.AddTenantAsync();
        Bench.Books.OnBook = _ => new Answer<BookingReceipt>.Unclear(CallFailure.TimedOut);
        await Bench.TakeOneAsync(tenant, Bench.Events.Valid("e1", "F1"));
        Assert.Equal(InvoiceState.Uncertain, await Bench.StateOfAsync(tenant, "F1"));

        await SavedAsync(tenant.Id, LedgerBooks.Token(1));
        Bench.Books.OnBook = _ => null;
        Bench.Clock.Advance(TimeSpan.FromMinutes(10));
        await Bench.NewSweep().RunAsync(default);

        Assert.Equal(InvoiceState.Booked, await Bench.StateOfAsync(tenant, "F1"));
        Assert.Equal(First, (await Bench.Invoices.FindAsync(tenant.Id, "F1", default))!.Intent!.Administration);
    }

    [Fact]
    public async Task Token_of_another_administration_asks_first()
    {
        var tenant = await Bench.AddTenantAsync();
        await Bench.AddTenantAsync("other", 2, settings: Bench.Settings with { NumberPrefix = "B-" });

        Assert.Equal(ReasonCode.OtherAdministration, await LinkBench.ConflictAsync(SaveAsync(tenant.Id, LedgerBooks.Token(3))));
        Assert.Equal(ReasonCode.OtherAdministration, await LinkBench.ConflictAsync(SaveAsync(tenant.Id, LedgerBooks.Token(2))));
        Assert.Equal(First, (await link.TenantAsync(tenant.Id)).Administration);

        var done = Assert.IsType<LinkChange.Done>(await SaveAsync(tenant.Id, LedgerBooks.Token(3), new LinkTerms(ConfirmsOther: true)));
        Assert.NotEqual(First, done.Tenant.Administration);
        Assert.NotEqual(Bench.AdministrationOf(2), done.Tenant.Administration);
        var entry = Assert.Single(await link.HistoryAsync(tenant.Id), entry => entry.Kind == HistoryKind.AdministrationChanged);
        Assert.Equal([new FieldChange("api", "soap", "rest")], entry.Changes);
    }

    [Fact]
    public async Task Two_tenants_of_one_administration_share_its_key_whichever_way_they_link()
    {
        var token = await NewAsync("a", "A-");
        var key = (await SavedAsync(token, LedgerBooks.Token(1))).Tenant.Administration;
        var codes = await NewAsync("b", "B-");
        var another = await NewAsync("c", "C-");

        Assert.Equal(key, (await SavedAsync(codes, LinkBench.Form(1))).Tenant.Administration);
        Assert.Equal(key, (await SavedAsync(another, LedgerBooks.Token(1, "b"))).Tenant.Administration);
        Assert.Equal([token, codes, another], await Bench.Tenants.MembersAsync(key!.Value, default));
    }

    [Fact]
    public async Task Token_of_an_administration_that_was_linked_by_codes_before_prints_were_kept_reads_it_once()
    {
        await Bench.AddTenantAsync("a", 1, settings: Bench.Settings with { NumberPrefix = "A-" });
        await Bench.AddTenantAsync("b", 2, settings: Bench.Settings with { NumberPrefix = "B-" });
        var id = await NewAsync("c", "C-");
        Bench.Books.Forget();

        Assert.Equal(Bench.AdministrationOf(2), (await SavedAsync(id, LedgerBooks.Token(2))).Tenant.Administration);
        Assert.Equal(["test", "accounts", "accounts"], Bench.Books.Calls);

        Bench.Books.Forget();
        Assert.Equal(Bench.AdministrationOf(2), (await SavedAsync(id, LedgerBooks.Token(2, "b"))).Tenant.Administration);
        Assert.Equal(["test", "end"], Bench.Books.Calls);
    }

    [Fact]
    public async Task Ledger_accounts_that_changed_in_part_are_still_recognised()
    {
        var id = await NewAsync("a");
        var key = (await SavedAsync(id, LedgerBooks.Token(1))).Tenant.Administration;
        books.Changes[1] = (Added: 30, Renumbered: 10);

        Assert.Equal(key, (await SavedAsync(id, LedgerBooks.Token(1, "b"))).Tenant.Administration);
        books.Changes[1] = (Added: 30, Renumbered: 20);
        Assert.Equal(key, (await SavedAsync(id, LinkBench.Form(1))).Tenant.Administration);
    }

    /// <summary>The codes died before anybody read the ledger accounts by them: nothing proves that the token opens the same books.</summary>
    [Fact]
    public async Task Switch_with_dead_codes_and_nothing_kept_asks_an_operator()
    {
        var tenant = await Bench.AddTenantAsync();
        books.DeadCodes.Add(1);

        Assert.Equal(ReasonCode.AdministrationUnknown, await LinkBench.ConflictAsync(SaveAsync(tenant.Id, LedgerBooks.Token(1))));
        var tested = Assert.IsType<TestResult.Works>(
            await link.Test.TestAsync(await link.TenantAsync(tenant.Id), (CredentialFormResult.Read)LedgerBooks.Token(1), default));
        Assert.Equal((AdministrationFit.Unknown, ReasonCode.AdministrationUnknown), (tested.Administration, tested.Warnings[0].Code));
        Assert.Equal(Bench.Credentials, await Bench.TenantSecrets.BookkeepingAsync(tenant.Id, SecretAge.Now, default));

        var done = Assert.IsType<LinkChange.Done>(await SaveAsync(tenant.Id, LedgerBooks.Token(1), Saying(tenant.Id)));
        Assert.Equal((First, AdministrationFit.Same), (done.Tenant.Administration!.Value, done.Test!.Administration));
        Assert.Equal(First, (await SavedAsync(tenant.Id, LedgerBooks.Token(1, "b"))).Tenant.Administration);
    }

    [Theory]
    [InlineData("page")]
    [InlineData("test")]
    public async Task Switch_with_dead_codes_needs_nobody_once_the_accounts_were_read_for_a_page_or_a_test(string by)
    {
        var tenant = await Bench.AddTenantAsync();
        if (by == "page")
        {
            var accounts = new LiveAccounts(Bench.TenantSecrets, Bench.Keys, link.Administrations, Bench.Books);
            Assert.IsType<AccountsRead.Found>(await accounts.ReadAsync(tenant, default));
            var writes = Bench.Store.Writes;
            await accounts.ReadAsync(tenant, default);
            Assert.Equal(writes, Bench.Store.Writes);
        }
        else
        {
            Assert.IsType<TestResult.Works>(await link.Test.TestSavedAsync(tenant, default));
        }

        books.DeadCodes.Add(1);

        Assert.Equal(First, (await SavedAsync(tenant.Id, LedgerBooks.Token(1))).Tenant.Administration);
    }

    [Fact]
    public async Task Unlinked_tenant_whose_administration_nobody_can_read_asks_an_operator()
    {
        await Bench.AddTenantAsync("a", 1, TenantState.Unlinked, withCredentials: false);
        var id = await NewAsync("b", "B-");

        Assert.Equal(ReasonCode.AdministrationUnknown, await LinkBench.ConflictAsync(SaveAsync(id, LedgerBooks.Token(2))));

        var done = Assert.IsType<LinkChange.Done>(await SaveAsync(id, LedgerBooks.Token(2), new LinkTerms(false, new AdministrationSaid.New())));
        Assert.NotEqual(First, done.Tenant.Administration);
    }

    [Fact]
    public async Task Retired_tenants_ask_nobody()
    {
        await Bench.AddTenantAsync("a", 1, TenantState.Retired, withCredentials: false);

        Assert.NotEqual(First, (await SavedAsync(await NewAsync("b"), LedgerBooks.Token(2))).Tenant.Administration);
    }

    [Fact]
    public async Task Operators_word_is_refused_where_the_ledger_accounts_prove_otherwise()
    {
        await Bench.AddTenantAsync("a", 1, settings: Bench.Settings with { NumberPrefix = "A-" });
        await Bench.AddTenantAsync("dead", 9, settings: Bench.Settings with { NumberPrefix = "D-" });
        books.Dead.Add(9);
        var id = await NewAsync("b", "B-");

        await RefusedAsync(SaveAsync(id, LedgerBooks.Token(1), new LinkTerms(false, new AdministrationSaid.New())));
        await RefusedAsync(SaveAsync(id, LedgerBooks.Token(2), Saying(TenantId.Parse("a"))));
        await RefusedAsync(SaveAsync(id, LedgerBooks.Token(2), Saying(id)));
        await RefusedAsync(SaveAsync(id, LedgerBooks.Token(2), Saying(TenantId.Parse("nobody"))));
        await RefusedAsync(SaveAsync(id, LinkBench.Form(1), Saying(TenantId.Parse("dead"))));
        Assert.Null((await link.TenantAsync(id)).Administration);

        Assert.Equal(First, Assert.IsType<LinkChange.Done>(await SaveAsync(id, LedgerBooks.Token(1), Saying(TenantId.Parse("a")))).Tenant.Administration);
    }

    [Fact]
    public async Task Ledger_accounts_without_ids_ask_an_operator_where_anything_is_known()
    {
        books.TellsIds = false;
        var first = await NewAsync("a", "A-");
        var key = (await SavedAsync(first, LedgerBooks.Token(1))).Tenant.Administration;
        var second = await NewAsync("b", "B-");

        Assert.Equal(ReasonCode.AdministrationUnknown, await LinkBench.ConflictAsync(SaveAsync(second, LedgerBooks.Token(1))));
        Assert.Equal(ReasonCode.AdministrationUnknown, await LinkBench.ConflictAsync(SaveAsync(second, LinkBench.Form(1))));
        Assert.Equal(key, Assert.IsType<LinkChange.Done>(await SaveAsync(second, LinkBench.Form(1), Saying(first))).Tenant.Administration);
    }

    /// <summary>Two first links of one administration at once: the second finds that the list of administrations changed under it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_who_link_one_administration_at_once_do_not_name_it_twice(bool byCodes)
    {
        var (slow, quick) = (await NewAsync("a", "A-"), await NewAsync("b", "B-"));
        var key = default(AdministrationKey?);
        Bench.Secrets.BeforeGet = async name =>
        {
            if (name == SecretName.ForTenant(slow, "bookkeeping"))
            {
                Bench.Secrets.BeforeGet = null;
                key = (await SavedAsync(quick, byCodes ? LinkBench.Form(1) : LedgerBooks.Token(1))).Tenant.Administration;
            }
        };

        Assert.Equal(ReasonCode.LinkBeingChanged, await LinkBench.ConflictAsync(SaveAsync(slow, LedgerBooks.Token(1, "b"))));

        Assert.Equal(key, (await SavedAsync(slow, LedgerBooks.Token(1, "b"))).Tenant.Administration);
    }

    private static LinkTerms Saying(TenantId tenant) => new(ConfirmsOther: false, new AdministrationSaid.Of(tenant));

    private static async Task RefusedAsync(Task<LinkChange> change) =>
        Assert.Equal("/administrationOf", Assert.Single(Assert.IsType<LinkChange.Faulty>(await change).Faults).Pointer);

    private Task<LinkChange> SaveAsync(TenantId tenant, CredentialFormResult form, LinkTerms? terms = null) =>
        link.Links.SaveAsync(tenant, form, terms ?? new LinkTerms(false), LinkBench.By, default);

    private async Task<LinkChange.Done> SavedAsync(TenantId tenant, CredentialFormResult form) =>
        Assert.IsType<LinkChange.Done>(await SaveAsync(tenant, form));

    private async Task<TenantId> NewAsync(string name, string prefix = "")
    {
        var id = Assert.IsType<LinkChange.Done>(await link.TenantDesk.CreateAsync(name, null, LinkBench.By, default)).Tenant.Id;
        var read = (await Bench.Tenants.ReadAsync(id, default))!;
        await Bench.Tenants.TryChangeAsync(
            read,
            read.Tenant with { Settings = Bench.Settings with { NumberPrefix = prefix } },
            new HistoryEntry(Bench.Clock.GetUtcNow(), "x", HistoryKind.SettingsChanged, []),
            default);
        return id;
    }
}
