using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;
using Accounts = PerfectviewFunctions.Core.Bookkeeping.Answer<System.Collections.Generic.IReadOnlyList<PerfectviewFunctions.Core.Bookkeeping.LedgerAccount>>;

namespace PerfectviewFunctions.Core.Tests.Linking;

public sealed class ConnectionTestTests
{
    private static readonly LedgerAccount Debtors = new("1300", "Debiteuren", "DEB");

    private readonly LinkBench link = new();

    public static TheoryData<string, string, bool> Failures => new()
    {
        { "E0011", "E0011", false },
        { "E0012", "E0012", false },
        { "E0013", "E0013", false },
        { "E0015", "E0015", false },
        { "E0017", ReasonCode.TestNotVerified, true },
        { "E9999", ReasonCode.TestRefused, false },
        { CallFailure.Unreachable, ReasonCode.TestUnreachable, true },
        { CallFailure.TimedOut, ReasonCode.TestTimedOut, true },
        { CallFailure.Throttled, ReasonCode.TestThrottled, true },
        { CallFailure.SessionRefused, ReasonCode.TestSessionRefused, true },
        { CallFailure.ConnectionLost, ReasonCode.TestBrokenOff, true },
        { CallFailure.ServerError, ReasonCode.TestBrokenOff, true },
        { CallFailure.Unreadable, ReasonCode.TestUnreadable, true },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Test_failure_is_told_as_that_of_a_test_and_not_of_a_booking(string code, string expected, bool passing)
    {
        var tenant = await link.Bench.AddTenantAsync();
        link.Bench.Books.OnTest = _ => code.StartsWith('E') ? new Accounts.Refused(code, "user jan is unknown") : new Accounts.NotDone(code);

        var fails = Assert.IsType<TestResult.Fails>(await link.Test.TestSavedAsync(tenant, default));

        Assert.Equal((expected, passing), (fails.Reason.Code, fails.IsPassing));
        var text = ReasonText.Render(fails.Reason);
        Assert.All(
            [text.Nl, text.ActionNl],
            said => Assert.DoesNotMatch("geboekt|dubbel|vanzelf|factuur|jan|\\?", said));
        Assert.DoesNotContain("text", fails.Reason.Values.Keys);
    }

    [Fact]
    public async Task Test_unclear_answer_is_a_failure_that_passes()
    {
        var tenant = await link.Bench.AddTenantAsync();
        link.Bench.Books.OnTest = _ => new Accounts.Unclear(CallFailure.Unreadable);

        Assert.True(Assert.IsType<TestResult.Fails>(await link.Test.TestSavedAsync(tenant, default)).IsPassing);
    }

    [Theory]
    [InlineData(TenantState.Unlinked, true, ReasonCode.NotLinked)]
    [InlineData(TenantState.Linked, false, ReasonCode.CredentialsMissing)]
    public async Task Test_without_saved_credentials_asks_nobody(TenantState state, bool withCredentials, string code)
    {
        var tenant = await link.Bench.AddTenantAsync(state: state, withCredentials: withCredentials);

        Assert.Equal(code, Assert.IsType<TestResult.Fails>(await link.Test.TestSavedAsync(tenant, default)).Reason.Code);
        Assert.Empty(link.Bench.Books.Calls);
    }

    [Fact]
    public async Task Test_that_works_ends_the_pause_and_announces_what_waits()
    {
        var tenant = await PausedAsync();

        Assert.IsType<TestResult.Works>(await link.Test.TestSavedAsync(tenant, default));

        Assert.Null(await link.Bench.Connections.PauseOfAsync(tenant.Id, default));
        Assert.Equal(link.Bench.Clock.GetUtcNow(), await link.Bench.DueAtAsync(tenant.Id));
        await link.Bench.NewSweep().RunAsync(default);
        Assert.Equal(InvoiceState.Booked, await link.Bench.StateOfAsync(tenant, "F1"));
    }

    [Fact]
    public async Task Test_that_fails_or_is_of_other_credentials_leaves_the_pause()
    {
        var tenant = await PausedAsync();
        Assert.IsType<TestResult.Works>(
            await link.Test.TestAsync(tenant, (CredentialFormResult.Read)LinkBench.Form(1, "other"), default));
        link.Bench.Books.OnTest = _ => new Accounts.Refused("E0011");
        Assert.IsType<TestResult.Fails>(await link.Test.TestSavedAsync(tenant, default));

        Assert.NotNull(await link.Bench.Connections.PauseOfAsync(tenant.Id, default));
    }

    [Fact]
    public async Task Test_of_saved_credentials_that_open_another_administration_says_so_and_changes_nothing()
    {
        var tenant = await PausedAsync();
        await link.Bench.TenantSecrets.SetBookkeepingAsync(tenant.Id, ((CredentialFormResult.Read)LinkBench.Form(2)).Credentials, default);

        var works = Assert.IsType<TestResult.Works>(await link.Test.TestSavedAsync(tenant, default));

        Assert.Equal((AdministrationFit.Other, ReasonCode.CredentialsOfAnother), (works.Administration, works.Warnings[0].Code));
        Assert.NotNull(await link.Bench.Connections.PauseOfAsync(tenant.Id, default));
    }

    [Fact]
    public async Task Hints_show_when_the_test_fails_and_notes_always()
    {
        var tenant = await link.Bench.AddTenantAsync();
        var form = (CredentialFormResult.Read)CredentialForm.Read(" jan ", "abc", "6b1f0a5e-0d5c-4d8f-9a52-000000000001");

        Assert.Single((await link.Test.TestAsync(tenant, form, default)).Notes);
        link.Bench.Books.OnTest = _ => new Accounts.Refused("E0011");
        Assert.Equal(2, (await link.Test.TestAsync(tenant, form, default)).Notes.Count);
    }

    [Theory]
    [InlineData(1, AdministrationFit.Same)]
    [InlineData(2, AdministrationFit.Other)]
    public async Task Test_tells_which_administration_it_is(int administration, AdministrationFit fit)
    {
        var tenant = await link.Bench.AddTenantAsync();

        Assert.Equal(fit, await FitAsync(tenant, administration));
        Assert.Equal(AdministrationFit.First, await FitAsync(tenant with { Administration = null }, administration));
    }

    [Fact]
    public void Warnings_none_where_everything_fits() => Assert.Empty(TestWarnings.Of(
        TenantWith(("NL_HIGH", "8000"), ("NL_LOW", "8010")), [Debtors, new("8000", "Omzet", "VW"), new("8010", "Omzet laag", " vw ")]));

    [Fact]
    public void Warnings_on_a_debtor_account_that_is_missing_or_of_another_kind()
    {
        var tenant = TenantWith(("NL_HIGH", "8000"));
        LedgerAccount revenue = new("8000", "Omzet", "VW");

        Assert.Equal([ReasonCode.DebtorAccountMissing], CodesOf(TestWarnings.Of(tenant, [revenue])));
        Assert.Equal([ReasonCode.DebtorAccountOfOtherKind], CodesOf(TestWarnings.Of(tenant, [revenue, Debtors with { Category = "BAL" }])));
    }

    [Fact]
    public void Warnings_name_each_revenue_account_once_with_its_rows()
    {
        var warnings = TestWarnings.Of(
            TenantWith(("NL_LOW", "8000"), ("NL_HIGH", "8000"), ("EXPORT", "1500")), [Debtors, new("1500", "Btw", "AF19")]);

        Assert.Equal([ReasonCode.RevenueAccountOfOtherKind, ReasonCode.RevenueAccountMissing], CodesOf(warnings));
        Assert.Contains("8000 (Verkoop - NL - 21%, Verkoop - NL - laag (9%))", ReasonText.Render(warnings[1]).Nl, StringComparison.Ordinal);
        Assert.DoesNotContain("?", ReasonText.Render(warnings[0]).Nl, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_say_when_nothing_is_mapped_yet() =>
        Assert.Equal([ReasonCode.NothingMapped], CodesOf(TestWarnings.Of(TenantWith(), [Debtors])));

    private async Task<AdministrationFit> FitAsync(Tenant tenant, int administration) => Assert.IsType<TestResult.Works>(
        await link.Test.TestAsync(tenant, (CredentialFormResult.Read)LinkBench.Form(administration), default)).Administration;

    private async Task<Tenant> PausedAsync()
    {
        var tenant = await link.Bench.AddTenantAsync();
        link.Bench.Books.OnBook = _ => new Answer<BookingReceipt>.Refused("E0011");
        await link.Bench.TakeOneAsync(tenant, link.Bench.Events.Valid("e1", "F1"));
        link.Bench.Books.OnBook = _ => null;
        Assert.NotNull(await link.Bench.Connections.PauseOfAsync(tenant.Id, default));
        return tenant;
    }

    private static IEnumerable<string> CodesOf(IEnumerable<Reason> reasons) => reasons.Select(reason => reason.Code);

    private static Tenant TenantWith(params (string Row, string Account)[] rows) => new(
        TenantId.Parse("demo"),
        TenantState.Linked,
        Bench.Administration,
        new TenantSettings(),
        new VatMapping(rows.ToDictionary(row => row.Row, row => new VatMappingRow("HOOG_VERK_21", row.Account))));
}
