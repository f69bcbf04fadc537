using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Attention;

public sealed class IgnoringTests
{
    private static readonly DateTimeOffset LongAgo = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Bench bench = new();
    private readonly Desk desk;

    public IgnoringTests() => desk = new Desk(bench);

    [Fact]
    public async Task Ignore_says_who_did_so_why_and_when_on_invoice_event_and_history()
    {
        var tenant = await bench.AddTenantAsync();
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.BringAsync(tenant, "F1", InvoiceState.NeedsAttention, null, "vat-category-unmapped");

        await desk.IgnoreAsync(tenant, "F1");

        var invoice = (await bench.Invoices.FindAsync(tenant.Id, "F1", default))!;
        Assert.Equal((InvoiceState.Ignored, ReasonCode.IgnoredByPerson), (invoice.State, invoice.Reason!.Code));
        Assert.Equal(("anna", "Staat er al."), (invoice.Reason.Values["by"], invoice.Reason.Values["why"]));
        var stored = (await bench.EventAsync(tenant, "e-F1"))!;
        Assert.Equal((EventState.Ignored, ReasonCode.IgnoredByPerson), (stored.State, stored.Reason!.Code));
        var entry = (await new TenantHistory(bench.Store).ListAsync(tenant.Id, null, default).FirstAsync()).Entry;
        Assert.Equal((HistoryKind.InvoiceIgnored, "anna", "F1"), (entry.Kind, entry.By, entry.Changes[0].New));
        await desk.CheckIndexAsync(tenant);
    }

    [Fact]
    public async Task Ignore_what_waits_ends_its_work()
    {
        var tenant = await bench.AddTenantAsync();
        bench.Books.OnBook = _ => new Answer<BookingReceipt>.NotDone(CallFailure.Unreachable);
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));

        var done = Assert.IsType<ActionResult.Done>(await desk.IgnoreAsync(tenant, "F1"));

        Assert.Null(done.Invoice.Intent);
        Assert.Null(await bench.OpenWork.NextAtAsync(tenant.Id, default));
        bench.Clock.Advance(TimeSpan.FromHours(2));
        await bench.NewSweep().RunAsync(default);
        Assert.Single(bench.Books.Calls, call => call == "book F1");
    }

    /// <summary>Without a booking that may stand in the books a newer event is the invoice again.</summary>
    [Theory]
    [InlineData(InvoiceState.NeedsAttention)]
    [InlineData(InvoiceState.Received)]
    [InlineData(InvoiceState.Booking)]
    public async Task Ignored_invoice_that_was_not_sent_is_booked_by_a_newer_event_and_not_by_an_older(InvoiceState state)
    {
        var tenant = await bench.AddTenantAsync();
        await desk.BringAsync(
            tenant, "F1", state, state == InvoiceState.Booking ? desk.IntentOf(tenant, "F1", null) : null, "books-unreachable");
        await desk.IgnoreAsync(tenant, "F1");

        Assert.Equal(OutcomeKind.Ignored, (await bench.TakeOneAsync(tenant, bench.Events.Valid("e0", "F1", minute: -5))).Kind);
        Assert.Equal(InvoiceState.Ignored, await bench.StateOfAsync(tenant, "F1"));
        Assert.Equal(OutcomeKind.Booked, (await bench.TakeOneAsync(tenant, bench.Events.Valid("e9", "F1", minute: 5))).Kind);

        Assert.Equal(["book F1"], bench.Books.Calls.Where(call => call.StartsWith("book", StringComparison.Ordinal)));
    }

    /// <summary>With one, no event books it: each is for a person, and only a retry, which looks it up first, takes it up again.</summary>
    [Theory]
    [InlineData("lookup-incomplete", 5)]
    [InlineData("number-in-use", -5)]
    [InlineData("mutation-claimed", 5)]
    public async Task Ignored_invoice_that_may_stand_in_the_books_is_booked_by_no_event(string reason, int minute)
    {
        var tenant = await bench.AddTenantAsync();
        await desk.BringAsync(tenant, "F1", InvoiceState.NeedsAttention, desk.IntentOf(tenant, "F1", LongAgo), reason);
        var ignored = Assert.IsType<ActionResult.Done>(await desk.IgnoreAsync(tenant, "F1")).Invoice;
        Assert.Equal(LongAgo, ignored.Intent!.SentAt);

        var outcome = await bench.TakeOneAsync(tenant, bench.Events.Valid("e9", "F1", minute, net: 300m));

        Assert.Equal((OutcomeKind.NeedsAttention, ReasonCode.SetAsideByPerson), (outcome.Kind, outcome.Reason!.Code));
        Assert.Empty(bench.Books.Calls);
        var after = (await bench.Invoices.FindAsync(tenant.Id, "F1", default))!;
        Assert.Equal((ignored.State, ignored.EventKey, ignored.Reason!.Code), (after.State, after.EventKey, after.Reason!.Code));
        Assert.Equal("e9", Assert.Single(await ListedAsync(tenant)).Key);
        Assert.Null(await bench.OpenWork.NextAtAsync(tenant.Id, default));

        await desk.RetryAsync(tenant, "F1");

        Assert.Equal(["find F1", "book F1"], bench.Books.Calls);
        Assert.Equal(100m, (await bench.Invoices.FindAsync(tenant.Id, "F1", default))!.Intent!.Booking.Lines.Sum(line => line.Net));
    }

    /// <summary>Another version waits for the outcome as the invoice is ignored: it is shown, as one that comes later is.</summary>
    [Fact]
    public async Task Ignored_invoice_that_may_stand_in_the_books_shows_the_version_that_waited()
    {
        var tenant = await bench.AddTenantAsync();
        await desk.BringAsync(tenant, "F1", InvoiceState.NeedsAttention, desk.IntentOf(tenant, "F1", LongAgo), "lookup-incomplete");
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e9", "F1", minute: 5, net: 300m));
        Assert.NotNull(await bench.OpenWork.NextAtAsync(tenant.Id, default));

        await desk.IgnoreAsync(tenant, "F1");

        Assert.Equal((EventState.Ignored, EventState.NeedsAttention), (
            (await bench.EventAsync(tenant, "e-F1"))!.State, (await bench.EventAsync(tenant, "e9"))!.State));
        Assert.Equal("e9", Assert.Single(await ListedAsync(tenant)).Key);
        Assert.Null(await bench.OpenWork.NextAtAsync(tenant.Id, default));
    }

    /// <summary>A newer version is there and not worked on yet: it is what is ignored, and what a retry takes up.</summary>
    [Fact]
    public async Task Ignored_invoice_is_its_latest_version_when_it_is_retried()
    {
        var tenant = await bench.AddTenantAsync();
        await desk.BringAsync(tenant, "F1", InvoiceState.NeedsAttention, null, "vat-category-unmapped");
        await bench.PlaceAsync(tenant, bench.Events.Valid("e9", "F1", minute: 5, net: 300m), bench.Events.Valid("e8", "F1", minute: 4, net: 200m));

        var ignored = Assert.IsType<ActionResult.Done>(await desk.IgnoreAsync(tenant, "F1")).Invoice;

        Assert.Equal(("e9", 363m), (ignored.EventKey, ignored.Total));
        Assert.Null(await bench.OpenWork.NextAtAsync(tenant.Id, default));
        foreach (var key in new[] { "e-F1", "e8", "e9" })
        {
            Assert.Equal(EventState.Ignored, (await bench.EventAsync(tenant, key))!.State);
        }

        await desk.RetryAsync(tenant, "F1");
        Assert.Equal(363m, (await bench.Invoices.FindAsync(tenant.Id, "F1", default))!.Total);
        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(tenant, "F1"));
    }

    [Fact]
    public async Task Ignore_with_more_versions_than_a_batch_takes_leaves_the_older_to_the_engine()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PlaceAsync(tenant, [.. Enumerable.Range(1, 90).Select(minute => bench.Events.Valid(Bench.Numbered("e", minute), "F1", minute))]);

        Assert.IsType<ActionResult.Done>(await desk.IgnoreAsync(tenant, "F1"));
        await bench.WorkAsync();

        Assert.Equal(InvoiceState.Ignored, await bench.StateOfAsync(tenant, "F1"));
        Assert.Null(await bench.OpenWork.NextAtAsync(tenant.Id, default));
        Assert.Empty(bench.Books.Calls);
        Assert.Equal(ReasonCode.ReplacedByNewer, (await bench.EventAsync(tenant, "e2"))!.Reason!.Code);
    }

    [Theory]
    [InlineData("  Staat er\r\n al,\tdubbel. ", "Staat er al, dubbel.")]
    [InlineData("\u00a0 ", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("a\u0000b", null)]
    [InlineData("a\u001bb", null)]
    [InlineData("a\u202eb", null)]
    public void Reason_is_one_line_of_plain_text(string? written, string? kept) => Assert.Equal(kept, IgnoreReason.Of(written)?.Text);

    [Fact]
    public void Reason_has_at_most_500_characters()
    {
        Assert.NotNull(IgnoreReason.Of(new string('a', 500)));
        Assert.Null(IgnoreReason.Of(new string('a', 501)));
    }

    [Fact]
    public async Task Event_of_the_list_is_ignored_and_leaves_it()
    {
        var tenant = await bench.AddTenantAsync();
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.TakeOneAsync(tenant, Arriving.Faulty("e1", "F1"));

        var (ignored, refused) = await desk.Events.IgnoreAsync(tenant.Id, "e1", Desk.Why, Desk.By, default);

        Assert.Equal((EventState.Ignored, null), (ignored!.State, refused));
        Assert.Empty(await ListedAsync(tenant));
        Assert.Equal(ReasonCode.AlreadyIgnored, (await desk.Events.IgnoreAsync(tenant.Id, "e1", Desk.Why, Desk.By, default)).Refused!.Code);
        Assert.Equal(HistoryKind.EventIgnored, (await new TenantHistory(bench.Store).ListAsync(tenant.Id, null, default).FirstAsync()).Entry.Kind);
    }

    [Fact]
    public async Task Event_that_is_an_invoice_is_ignored_with_its_invoice_only()
    {
        var tenant = await bench.AddTenantAsync();
        await desk.BringAsync(tenant, "F1", InvoiceState.NeedsAttention, null, "vat-category-unmapped");

        Assert.Equal((null, null), await desk.Events.IgnoreAsync(tenant.Id, "e-F1", Desk.Why, Desk.By, default));
        Assert.Equal((null, null), await desk.Events.IgnoreAsync(tenant.Id, "unknown", Desk.Why, Desk.By, default));
    }

    /// <summary>It was refused for its faults: mended it is taken, ignored or not, and with other faults it is shown again.</summary>
    [Fact]
    public async Task Event_refused_and_ignored_is_judged_anew_when_it_is_sent_again()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.TakeOneAsync(tenant, Arriving.Faulty("e1", "F1"));
        await desk.Events.IgnoreAsync(tenant.Id, "e1", Desk.Why, Desk.By, default);

        Assert.Equal(OutcomeKind.Ignored, (await bench.TakeOneAsync(tenant, Arriving.Faulty("e1", "F1"))).Kind);
        Assert.Empty(await ListedAsync(tenant));
        Assert.Equal(OutcomeKind.Refused, (await bench.TakeOneAsync(tenant, Arriving.Faulty("e1", "F1", "otherwise"))).Kind);
        Assert.Single(await ListedAsync(tenant));
        Assert.Equal(OutcomeKind.Booked, (await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"))).Kind);
        Assert.Empty(await ListedAsync(tenant));
    }

    private async Task<IReadOnlyList<StoredEvent>> ListedAsync(Tenant tenant) =>
        await new EventsForAttention(bench.Store, bench.Invoices).ListAsync(tenant.Id, null, default).ToListAsync();
}
