using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Attention;

/// <summary>Every state, with and without an intent: what is offered, and that exactly this is done when it is asked for.</summary>
public sealed class AllowedActionsTests
{
    private static readonly DateTimeOffset LongAgo = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>State, intent (none, sent, not sent), why it is so, and why neither can be done; empty where it can.</summary>
    public static TheoryData<InvoiceState, string, string, string, string> Cases => new()
    {
        { InvoiceState.Received, "none", "books-unreachable", "", "" },
        { InvoiceState.Booking, "not sent", "administration-changed", "", "" },
        { InvoiceState.Booking, "sent", "administration-changed", "lookup-first", "lookup-first" },
        { InvoiceState.Uncertain, "sent", "outcome-uncertain", "lookup-first", "lookup-first" },
        { InvoiceState.Booked, "sent", "already-booked", "booked-stays", "booked-stays" },
        { InvoiceState.NeedsAttention, "none", "vat-category-unmapped", "", "" },
        { InvoiceState.NeedsAttention, "sent", "lookup-incomplete", "", "" },
        { InvoiceState.NeedsAttention, "sent", "number-in-use", "", "" },
        { InvoiceState.NeedsAttention, "sent", "mutation-claimed", "", "" },
        { InvoiceState.Ignored, "none", "bookings-switched-off", "", "already-ignored" },
        { InvoiceState.Ignored, "none", "before-start-date", "", "already-ignored" },
        { InvoiceState.Ignored, "none", "ignored-by-person", "", "already-ignored" },
        { InvoiceState.Ignored, "sent", "ignored-by-person", "", "already-ignored" },
        { InvoiceState.Ignored, "none", "nothing-to-book", "nothing-to-book", "already-ignored" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_is_offered_is_done_and_what_is_not_is_refused_with_the_reason(
        InvoiceState state, string intent, string reason, string noRetry, string noIgnore)
    {
        foreach (var retries in new[] { true, false })
        {
            var desk = new Desk(new Bench(new() { RequestBudget = TimeSpan.Zero }));
            var tenant = await desk.Bench.AddTenantAsync();
            await desk.BringAsync(tenant, "F1", state, IntentOf(desk, tenant, intent), reason);
            var before = await desk.Bench.RowsAsync(Partition.Of(tenant.Id));
            var offered = AllowedActions.Of((await desk.Bench.Invoices.FindAsync(tenant.Id, "F1", default))!, tenant.State);

            var result = retries ? await desk.RetryAsync(tenant, "F1") : await desk.IgnoreAsync(tenant, "F1");

            var expected = retries ? noRetry : noIgnore;
            Assert.Equal(expected, (retries ? offered.NoRetry : offered.NoIgnore)?.Code ?? "");
            Assert.Equal(expected, (result as ActionResult.Refused)?.Reason.Code ?? "");
            Assert.Equal(expected.Length > 0, before.SequenceEqual(await desk.Bench.RowsAsync(Partition.Of(tenant.Id)), SameRow));
            await desk.CheckIndexAsync(tenant);
        }
    }

    [Theory]
    [InlineData(TenantState.Unlinked)]
    [InlineData(TenantState.Retired)]
    public async Task Tenant_that_is_not_linked_retries_nothing_and_may_ignore(TenantState state)
    {
        var desk = new Desk(new Bench());
        var tenant = await desk.Bench.AddTenantAsync(state: state);
        await desk.BringAsync(tenant, "F1", InvoiceState.NeedsAttention, null, "vat-category-unmapped");

        Assert.Equal(ReasonCode.NotLinked, Assert.IsType<ActionResult.Refused>(await desk.RetryAsync(tenant, "F1")).Reason.Code);
        Assert.IsType<ActionResult.Done>(await desk.IgnoreAsync(tenant, "F1"));
    }

    [Fact]
    public async Task Invoice_that_is_not_known_is_not_found()
    {
        var desk = new Desk(new Bench());
        var tenant = await desk.Bench.AddTenantAsync();

        Assert.IsType<ActionResult.NotFound>(await desk.RetryAsync(tenant, "F1"));
        Assert.IsType<ActionResult.NotFound>(await desk.IgnoreAsync(tenant, "F1"));
    }

    private static IEqualityComparer<Core.Storage.Row> SameRow { get; } =
        EqualityComparer<Core.Storage.Row>.Create((one, other) => (one!.Key, one.ETag) == (other!.Key, other.ETag), row => row.Key.Length);

    private static Intent? IntentOf(Desk desk, Tenant tenant, string intent) => intent switch
    {
        "sent" => desk.IntentOf(tenant, "F1", LongAgo),
        "not sent" => desk.IntentOf(tenant, "F1", null),
        _ => null,
    };
}
