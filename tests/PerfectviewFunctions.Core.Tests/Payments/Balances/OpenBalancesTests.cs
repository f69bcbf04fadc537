using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Payments.Balances;
using PerfectviewFunctions.Core.Payments.Reading;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Payments.Balances;

public sealed class OpenBalancesTests
{
    private readonly BalanceBench bench = new();

    private DateTimeOffset Now => bench.Bench.Clock.GetUtcNow();

    [Theory]
    [InlineData("2026-03-16T22:59:59Z", "2026-03-16", 0)]
    [InlineData("2026-03-16T23:00:00Z", "2026-03-17", 1)]
    [InlineData("2026-04-01T21:59:59Z", "2026-04-01", 16)]
    [InlineData("2026-04-01T22:00:00Z", "2026-04-02", 17)]
    public async Task Days_are_those_of_the_Dutch_calendar(string now, string date, int daysOverdue)
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PutAsync(tenant, BalanceBench.Payment("F1"));
        bench.Bench.Clock.Advance(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture) - Now);

        var report = await bench.OfAsync(tenant);

        Assert.Equal(
            (date, daysOverdue), (report.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Assert.Single(report.Rows).DaysOverdue));
        Assert.Equal(daysOverdue == 0 ? "not-due" : "1-30", report.ByDueDate.Single(bucket => bucket.Count == 1).Band);
    }

    [Fact]
    public async Task Longest_due_comes_first_and_what_is_settled_not_at_all()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PutAsync(
            tenant,
            BalanceBench.Payment("A") with { DueDate = new DateOnly(2026, 4, 1) },
            BalanceBench.Payment("C"),
            BalanceBench.Payment("B"),
            BalanceBench.Payment("D", PaymentState.Paid, 0m),
            BalanceBench.Payment("E", PaymentState.NothingToCollect, 0m));

        Assert.Equal(["B", "C", "A"], (await bench.OfAsync(tenant)).Rows.Select(row => row.Number));
    }

    public static TheoryData<PaymentState, bool, bool, string?> Reasons { get; } = new()
    {
        { PaymentState.NotRead, false, true, null },
        { PaymentState.Open, false, true, null },
        { PaymentState.PartlyPaid, false, true, null },
        { PaymentState.Paid, false, true, null },
        { PaymentState.Reopened, false, true, null },
        { PaymentState.Overpaid, false, true, null },
        { PaymentState.Removed, true, true, ReasonCode.BookingRemoved },
        { PaymentState.ClosedNotVerified, true, true, ReasonCode.ClosedNotVerified },
        { PaymentState.ClosedNotVerified, false, true, ReasonCode.ClosedNotLookedUp },
        { PaymentState.CreditsNotTracked, false, true, ReasonCode.CreditNotTracked },
        { PaymentState.NothingToCollect, false, true, ReasonCode.NothingToCollect },
        { PaymentState.NothingToCollect, false, false, ReasonCode.NothingToCollect },
        { PaymentState.Open, false, false, ReasonCode.PaymentNotFollowed },
        { PaymentState.Removed, true, false, ReasonCode.PaymentNotFollowed },
    };

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Reason_says_what_the_state_does_not(PaymentState state, bool wasLookedUp, bool isFollowed, string? code)
    {
        var reason = PaymentReason.Of(BalanceBench.Payment("F1", state) with { WasLookedUp = wasLookedUp }, isFollowed, 3000);

        Assert.Equal(code, reason?.Code);
        Assert.DoesNotContain("?", reason is null ? "" : ReasonText.Render(reason) is var text ? $"{text.Nl} {text.En}" : "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_booked_in_another_administration_is_listed_and_in_no_amount()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PutAsync(
            tenant, BalanceBench.Payment("F1"), BalanceBench.Payment("F2") with { Administration = Bench.AdministrationOf(2) });

        var report = await bench.OfAsync(tenant);

        Assert.Equal([true, false], report.Rows.Select(row => row.IsFollowed));
        Assert.Equal((1, 121m, 1), (report.Totals.Invoices, report.Totals.Sum, report.Totals.NotFollowed));
        Assert.False((await bench.Balances.OfAsync(tenant, "F2", default))!.IsFollowed);
    }

    [Fact]
    public async Task What_waits_for_Perfectview_shows_while_there_is_an_address_to_send_it_to()
    {
        var tenant = await bench.AddTenantAsync(BalanceBench.Settings with { CallbackAddress = "https://example.test/" });
        await bench.PutAsync(tenant, BalanceBench.Payment("F1"), BalanceBench.Payment("F2"));
        await bench.PutAsync(tenant, new WaitingCallback("F2", Now, null));

        Assert.Equal([null, true], (await bench.OfAsync(tenant)).Rows.Select(row => row.Callback?.IsGivenUp));
        Assert.NotNull((await bench.Balances.OfAsync(tenant, "F2", default))!.Callback);

        var silent = tenant with { Settings = BalanceBench.Settings };
        Assert.Equal([null, null], (await bench.OfAsync(silent)).Rows.Select(row => row.Callback));
        Assert.Null((await bench.Balances.OfAsync(silent, "F2", default))!.Callback);
    }

    [Fact]
    public async Task Reading_says_when_how_often_and_when_again()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.Quota.TryTakeForPaymentsAsync(Bench.Administration, 3000);
        Assert.Equal(
            new ReadingStanding(1, 3000) { NextAt = Now.AddMinutes(7) }, (await bench.OfAsync(tenant)).Reading);

        var failed = Reason.Of(ReasonCode.PaymentsNotRead, ("code", "x"));
        await bench.States.SaveAsync(
            Bench.Administration, new ReadingState(Now) { ReadAt = Now, TriedAt = Now, Reason = failed, Failures = 1, AgainAt = Now.AddMinutes(1) });
        var standing = (await bench.OfAsync(tenant)).Reading;
        Assert.Equal((Now, Now.AddMinutes(7), Now.AddMinutes(1)), (standing.ReadAt, standing.NextAt, standing.AgainAt));
        Assert.Equal(ReasonCode.PaymentsNotRead, standing.Reason?.Code);

        await bench.States.SaveAsync(
            Bench.Administration, new ReadingState(Now) { ReadAt = Now, TriedAt = Now, Reason = failed, Failures = 9, AgainAt = Now.AddMinutes(50) });
        Assert.Null((await bench.OfAsync(tenant)).Reading.AgainAt);
    }

    [Theory]
    [InlineData(TenantState.Linked, false, ReasonCode.PaymentsSwitchedOff)]
    [InlineData(TenantState.Unlinked, true, ReasonCode.NotLinked)]
    public async Task Tenant_that_is_not_read_has_no_time_of_reading_though_another_of_its_administration_has(TenantState state, bool isOn, string code)
    {
        var tenant = await bench.AddTenantAsync(Bench.Settings with { PaymentsOn = isOn }, state);
        await bench.States.SaveAsync(Bench.Administration, new ReadingState(Now) { ReadAt = Now, TriedAt = Now });

        var standing = (await bench.OfAsync(tenant)).Reading;

        Assert.Equal((null, null, null, code), (standing.ReadAt, standing.NextAt, standing.AgainAt, standing.Reason?.Code));
    }

    [Fact]
    public async Task While_the_connection_rests_no_later_reading_counts()
    {
        var tenant = await bench.AddTenantAsync();
        var readAt = Now;
        await bench.States.SaveAsync(Bench.Administration, new ReadingState(Now) { ReadAt = readAt, TriedAt = Now });
        bench.Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.Bench.Connections.PauseAsync(tenant.Id, Bench.Credentials, "E0011");

        var standing = (await bench.OfAsync(tenant)).Reading;
        Assert.Equal((readAt, ReasonCode.ConnectionPaused), (standing.ReadAt, standing.Reason?.Code));

        bench.Bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.States.SaveAsync(Bench.Administration, new ReadingState(Now) { ReadAt = Now, TriedAt = Now });
        Assert.Null((await bench.OfAsync(tenant)).Reading.ReadAt);
    }

    [Fact]
    public async Task Invoice_that_was_not_booked_has_no_payment()
    {
        Assert.Null(await bench.Balances.OfAsync(await bench.AddTenantAsync(), "F1", default));
    }
}
