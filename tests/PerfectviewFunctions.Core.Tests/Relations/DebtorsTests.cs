using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Engine;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Relations;

public sealed class DebtorsTests
{
    private static readonly DebtorDetails Debtor = new("r-1", IsPerson: false)
    {
        Code = "10001", Name = "Bakkerij De Krul", VatNumber = "NL001234567B01",
    };

    private readonly Bench bench = new();

    [Fact]
    public async Task Resolve_unknown_debtor_creates_it_once_and_knows_it_from_then_on()
    {
        Assert.Equal("10001", await KnownAsync());
        Assert.Equal("10001", await KnownAsync());

        Assert.Equal(["debtors", "add 10001"], bench.Books.Calls);
    }

    [Fact]
    public async Task Resolve_debtor_in_the_books_links_it_without_creating()
    {
        bench.Books.Debtors.Add(Booked("20002") with { VatNumber = "NL001234567B01" });

        Assert.Equal("20002", await KnownAsync());
        Assert.Equal("20002", await KnownAsync());

        Assert.Equal(["debtors"], bench.Books.Calls);
    }

    [Fact]
    public async Task Resolve_doubtful_debtor_is_held_back_and_names_the_candidates()
    {
        bench.Books.Debtors.Add(Booked("10001"));

        var held = Assert.IsType<DebtorResult.HeldBack>(await ResolveAsync());

        Assert.Equal((ReasonCode.DebtorAmbiguous, "10001 Iemand Anders"), (held.Reason.Code, held.Reason.Values["candidates"]));
        Assert.Equal(["debtors"], bench.Books.Calls);
        Assert.Single(Assert.IsType<DebtorLink.Doubtful>(await LinkAsync()).Candidates);
    }

    [Fact]
    public async Task Resolve_index_is_read_once_in_ten_minutes_and_knows_what_we_created()
    {
        await ResolveAsync();
        await ResolveAsync(Debtor with { Id = "r-2", Code = "10002", VatNumber = null, Name = "Ander" });
        Assert.Equal(["debtors", "add 10001", "add 10002"], bench.Books.Calls);

        // The same company under a second id of Perfectview: found in what is kept.
        Assert.Equal("10001", await KnownAsync(Debtor with { Id = "r-3", Code = null }));

        bench.Clock.Advance(bench.Options.DebtorIndexAge);
        await ResolveAsync(Debtor with { Id = "r-4", Code = "10004", VatNumber = null, Name = "Vierde" });
        Assert.Equal(["debtors", "add 10001", "add 10002", "debtors", "add 10004"], bench.Books.Calls);
    }

    public static TheoryData<string, Answer<long>> NotDone => new()
    {
        { CallFailure.Throttled, new Answer<long>.NotDone(CallFailure.Throttled, RetryAfter: TimeSpan.FromSeconds(7)) },
        { CallFailure.SessionRefused, new Answer<long>.NotDone(CallFailure.SessionRefused) },
        { "E0011", new Answer<long>.Refused("E0011") },
        { "E0017", new Answer<long>.Refused("E0017") },
        { "E0022", new Answer<long>.Refused("E0022") },
    };

    [Theory]
    [MemberData(nameof(NotDone))]
    public async Task Resolve_creation_not_done_fails_and_is_tried_again_with_what_was_frozen(string code, Answer<long> answer)
    {
        bench.Books.OnAddDebtor = _ => answer;
        var failed = Assert.IsType<DebtorResult.Failed>(await ResolveAsync());
        Assert.Equal(code, failed.Reason.Code);
        Assert.Equal((answer as Answer<long>.NotDone)?.RetryAfter, failed.RetryAfter);
        Assert.Null(Assert.IsType<DebtorLink.Creating>(await LinkAsync()).SentAt);
        DebtorCard? sent = null;
        bench.Books.OnAddDebtor = debtor =>
        {
            sent = debtor;
            return null;
        };

        Assert.Equal("10001", await KnownAsync(Debtor with { Code = "777", Name = "Renamed meanwhile" }));

        Assert.Equal(("10001", "Bakkerij De Krul"), (sent!.Code, sent.Name));
    }

    [Theory]
    [InlineData("CREL999")]
    [InlineData("E9999")]
    public async Task Resolve_creation_refused_is_held_back_and_begins_anew_the_next_time(string code)
    {
        bench.Books.OnAddDebtor = _ => new Answer<long>.Refused(code, "Nee.");
        var held = Assert.IsType<DebtorResult.HeldBack>(await ResolveAsync());
        Assert.Equal((code, "Nee."), (held.Reason.Values["code"], held.Reason.Values["text"]));
        Assert.Null(await LinkAsync());
        bench.Books.OnAddDebtor = _ => null;

        Assert.Equal("777", await KnownAsync(Debtor with { Code = "777" }));
    }

    [Fact]
    public async Task Resolve_creation_unclear_but_made_is_found_and_not_repeated()
    {
        bench.Books.OnAddDebtor = debtor =>
        {
            bench.Books.Debtors.Add(Booked(debtor.Code) with { Name = debtor.Name });
            return new Answer<long>.Unclear(CallFailure.TimedOut);
        };

        Assert.Equal("10001", await KnownAsync());
        Assert.Equal(["debtors", "add 10001", "debtors"], bench.Books.Calls);
    }

    [Fact]
    public async Task Resolve_creation_unclear_and_absent_waits_until_absence_counts_then_creates_it()
    {
        bench.Books.OnAddDebtor = _ => new Answer<long>.Unclear(CallFailure.TimedOut);
        var provesAbsence = bench.Clock.GetUtcNow() + bench.Options.ProvesAbsenceAfter;

        Assert.Equal(provesAbsence, Assert.IsType<DebtorResult.Wait>(await ResolveAsync()).At);
        bench.Clock.Advance(bench.Options.ProvesAbsenceAfter - TimeSpan.FromTicks(1));
        Assert.IsType<DebtorResult.Wait>(await ResolveAsync());
        Assert.Single(bench.Books.Calls, call => call == "add 10001");

        bench.Books.OnAddDebtor = _ => null;
        bench.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("10001", await KnownAsync());
        Assert.Equal(2, bench.Books.Calls.Count(call => call == "add 10001"));
    }

    [Fact]
    public async Task Resolve_creation_unclear_and_the_look_up_fails_stays_unclear()
    {
        bench.Books.OnAddDebtor = _ => new Answer<long>.Unclear(CallFailure.TimedOut);
        await ResolveAsync();
        bench.Clock.Advance(bench.Options.ProvesAbsenceAfter);
        bench.Books.OnReadDebtors = () => new Answer<DebtorList>.Unclear(CallFailure.ServerError);

        Assert.Equal(CallFailure.ServerError, Assert.IsType<DebtorResult.Failed>(await ResolveAsync()).Reason.Code);

        Assert.NotNull(Assert.IsType<DebtorLink.Creating>(await LinkAsync()).SentAt);
        Assert.Single(bench.Books.Calls, call => call == "add 10001");
    }

    [Fact]
    public async Task Resolve_code_taken_by_our_own_late_attempt_links_it()
    {
        bench.Books.OnAddDebtor = _ => new Answer<long>.Unclear(CallFailure.TimedOut);
        Assert.IsType<DebtorResult.Wait>(await ResolveAsync());
        bench.Clock.Advance(bench.Options.ProvesAbsenceAfter);
        bench.Books.OnAddDebtor = debtor =>
        {
            bench.Books.Debtors.Add(Booked(debtor.Code) with { Name = debtor.Name });
            return new Answer<long>.Refused("CREL001");
        };

        Assert.Equal("10001", await KnownAsync());
    }

    [Fact]
    public async Task Resolve_code_taken_by_a_namesake_at_the_first_attempt_is_for_a_person()
    {
        bench.Books.OnAddDebtor = debtor =>
        {
            bench.Books.Debtors.Add(new BookedDebtor(7, debtor.Code, debtor.Name, "", "", "", ""));
            return new Answer<long>.Refused("CREL001");
        };

        Assert.Equal(ReasonCode.DebtorAmbiguous, Assert.IsType<DebtorResult.HeldBack>(await ResolveAsync()).Reason.Code);
        Assert.Single(Assert.IsType<DebtorLink.Doubtful>(await LinkAsync()).Candidates);
    }

    [Fact]
    public async Task Resolve_code_taken_by_a_stranger_meanwhile_is_for_a_person()
    {
        bench.Books.OnAddDebtor = debtor =>
        {
            bench.Books.Debtors.Add(Booked(debtor.Code));
            return new Answer<long>.Refused("CREL001");
        };

        Assert.Equal(ReasonCode.DebtorAmbiguous, Assert.IsType<DebtorResult.HeldBack>(await ResolveAsync()).Reason.Code);
        Assert.Single(Assert.IsType<DebtorLink.Doubtful>(await LinkAsync()).Candidates);
    }

    [Fact]
    public async Task Resolve_made_code_taken_meanwhile_takes_the_next_of_its_series()
    {
        var refused = false;
        bench.Books.OnAddDebtor = debtor =>
        {
            if (refused)
            {
                return null;
            }

            refused = true;
            bench.Books.Debtors.Add(Booked(debtor.Code));
            return new Answer<long>.Refused("CREL001");
        };

        var code = await KnownAsync(Debtor with { Code = null });

        Assert.Equal(2, bench.Books.Calls.Count(call => call.StartsWith("add PV", StringComparison.Ordinal)));
        Assert.Equal("add " + code, bench.Books.Calls[^1]);
    }

    [Fact]
    public async Task Resolve_code_taken_by_nobody_to_be_seen_is_held_back()
    {
        bench.Books.OnAddDebtor = _ => new Answer<long>.Refused("CREL001");

        Assert.Equal(ReasonCode.DebtorCodeTaken, Assert.IsType<DebtorResult.HeldBack>(await ResolveAsync()).Reason.Code);
    }

    [Fact]
    public async Task Resolve_relations_refused_says_so_by_the_class_of_the_code()
    {
        bench.Books.OnReadDebtors = () => new Answer<DebtorList>.Refused("E0011");
        Assert.Equal("E0011", Assert.IsType<DebtorResult.Failed>(await ResolveAsync()).Reason.Code);

        bench.Books.OnReadDebtors = () => new Answer<DebtorList>.NotDone(CallFailure.Unreachable, RetryAfter: TimeSpan.FromSeconds(9));
        Assert.Equal(TimeSpan.FromSeconds(9), Assert.IsType<DebtorResult.Failed>(await ResolveAsync()).RetryAfter);

        Assert.DoesNotContain(bench.Books.Calls, call => call.StartsWith("add", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Resolve_lease_lost_before_the_intent_sends_and_stores_nothing()
    {
        var pass = await PassAsync();
        bench.Clock.Advance(bench.Options.LeaseLength);

        Assert.IsType<DebtorResult.LeaseLost>(await bench.Debtors.OfInvoiceAsync(pass, Debtor, default));

        Assert.Equal(["debtors"], bench.Books.Calls);
        Assert.Null(await LinkAsync());
    }

    [Fact]
    public async Task Resolve_lease_lost_while_storing_the_intent_sends_nothing_and_leaves_it_to_the_next()
    {
        var pass = await PassAsync();
        bench.Store.After = call =>
        {
            bench.Clock.Advance(call is StoreCall.Write { Batch: [RowWrite.Insert { Key: var key }] } && key.StartsWith("relation:", StringComparison.Ordinal)
                ? bench.Options.LeaseLength
                : TimeSpan.Zero);
            return Task.CompletedTask;
        };

        Assert.IsType<DebtorResult.LeaseLost>(await bench.Debtors.OfInvoiceAsync(pass, Debtor, default));

        Assert.Equal(["debtors"], bench.Books.Calls);
        Assert.NotNull(Assert.IsType<DebtorLink.Creating>(await LinkAsync()).SentAt);
    }

    [Fact]
    public async Task Resolve_link_changed_while_the_call_was_under_way_is_noticed()
    {
        bench.Books.Before = async call =>
        {
            if (call == "add 10001")
            {
                var other = await bench.RelationCases.OfInvoiceAsync(TenantId.Parse("demo"), Debtor, default);
                other.Relation = other.Relation.WithLink(Bench.Administration, new DebtorLink.Linked(5, "555", bench.Clock.GetUtcNow()));
                await bench.RelationCases.StoreAsync(other);
            }
        };
        var pass = await PassAsync();

        await Assert.ThrowsAsync<StaleWorkException>(() => bench.Debtors.OfInvoiceAsync(pass, Debtor, default));

        await pass.Lease.ReleaseAsync();
        Assert.Equal("555", await KnownAsync());
    }

    [Fact]
    public async Task Resolve_other_administration_has_links_of_its_own()
    {
        await ResolveAsync();
        bench.Books.Forget();
        var other = new AdministrationKey("a2");

        var pass = await PassAsync() with { Administration = other };
        await bench.Debtors.OfInvoiceAsync(pass, Debtor, default);

        Assert.Equal("debtors", bench.Books.Calls[0]);
    }

    private async Task<string> KnownAsync(DebtorDetails? debtor = null) =>
        Assert.IsType<DebtorResult.Known>(await ResolveAsync(debtor)).Code;

    private async Task<DebtorResult> ResolveAsync(DebtorDetails? debtor = null)
    {
        var pass = await PassAsync();
        var result = await bench.Debtors.OfInvoiceAsync(pass, debtor ?? Debtor, default);
        await pass.Lease.ReleaseAsync();
        return result;
    }

    private async Task<TenantPass> PassAsync()
    {
        var lease = await WorkLease.TryTakeAsync(bench.Store, bench.Clock, bench.Options, Bench.Administration, default);
        var tenant = new Tenant(TenantId.Parse("demo"), TenantState.Linked, Bench.Administration, Bench.Settings, Core.Mapping.VatMapping.Empty);
        return new TenantPass(tenant, Bench.Administration, Bench.Credentials, lease!);
    }

    private async Task<DebtorLink?> LinkAsync() =>
        (await bench.Relations.FindAsync(TenantId.Parse("demo"), "r-1", default))?.LinkIn(Bench.Administration);

    private static BookedDebtor Booked(string code) => new(1, code, "Iemand Anders", "", "", "", "");
}
