using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Mapping;
using PerfectviewFunctions.Core.Tests.Support;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Attention;

public sealed class ReopeningTests
{
    private readonly Bench bench = new();
    private readonly Desk desk;

    public ReopeningTests() => desk = new Desk(bench);

    /// <summary>He who retries a whole cause did not see that; what is booked can't be taken back.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Invoice_ignored_while_all_of_its_cause_are_retried_stays_ignored(bool byTheMapping)
    {
        var tenant = await bench.AddTenantAsync();
        await desk.BringAsync(tenant, "F1", InvoiceState.NeedsAttention, null, ReasonCode.VatCategoryUnmapped);
        await desk.BringAsync(tenant, "F2", InvoiceState.NeedsAttention, null, ReasonCode.VatCategoryUnmapped);
        async Task IgnoreAsync(StoreCall call)
        {
            if (byTheMapping || call is StoreCall.Query)
            {
                bench.Store.After = bench.Store.Before = null;
                await desk.IgnoreAsync(tenant, "F2");
            }
        }

        if (byTheMapping)
        {
            bench.Store.Before = IgnoreAsync;
            await desk.Unblocking.RetryAsync(tenant, ["F1", "F2"], default);
        }
        else
        {
            bench.Store.After = IgnoreAsync;
            await desk.Actions.RetryCauseAsync(tenant, ReasonCode.VatCategoryUnmapped, Desk.By, default);
        }

        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(tenant, "F1"));
        Assert.Equal(InvoiceState.Ignored, await bench.StateOfAsync(tenant, "F2"));
    }

    [Fact]
    public async Task Retry_held_back_invoice_is_booked_with_what_is_set_by_then()
    {
        var tenant = await bench.AddTenantAsync();
        bench.Books.OnBook = _ => new Answer<BookingReceipt>.Refused("CMUT020");
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
        Assert.Equal(InvoiceState.NeedsAttention, await bench.StateOfAsync(tenant, "F1"));
        bench.Books.OnBook = _ => null;

        var done = Assert.IsType<ActionResult.Done>(await desk.RetryAsync(tenant, "F1"));

        Assert.Equal(InvoiceState.Booked, done.Invoice.State);
        Assert.Equal(EventState.Done, (await bench.EventAsync(tenant, "e1"))!.State);
        await desk.CheckIndexAsync(tenant);
    }

    [Fact]
    public async Task Retry_announces_the_work_before_it_is_reopened()
    {
        var tenant = await bench.AddTenantAsync();
        await desk.BringAsync(tenant, "F1", InvoiceState.NeedsAttention, null, "vat-category-unmapped");
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        await bench.Store.TryDeleteAsync((await bench.Store.GetAsync(Partition.Due, tenant.Id.Value, default))!, default);
        bench.Store.Before = call => call is StoreCall.Write { Partition: not Partition.Due }
            ? throw new StoreUnavailableException("the process dies here")
            : Task.CompletedTask;

        await Assert.ThrowsAsync<StoreUnavailableException>(() => desk.RetryAsync(tenant, "F1"));

        Assert.NotNull(await bench.DueAtAsync(tenant.Id));
        Assert.Equal(InvoiceState.NeedsAttention, await bench.StateOfAsync(tenant, "F1"));
    }

    [Theory]
    [InlineData("lookup-incomplete")]
    [InlineData("number-in-use")]
    [InlineData("mutation-claimed")]
    public async Task Retry_with_a_booking_that_was_sent_looks_it_up_before_anything_is_sent(string reason)
    {
        var tenant = await bench.AddTenantAsync();
        var sentAt = bench.Clock.GetUtcNow();
        var intent = desk.IntentOf(tenant, "F1", sentAt);
        await desk.BringAsync(tenant, "F1", InvoiceState.NeedsAttention, intent, reason);

        var early = Assert.IsType<ActionResult.Done>(await desk.RetryAsync(tenant, "F1"));

        Assert.Equal((InvoiceState.Uncertain, sentAt), (early.Invoice.State, early.Invoice.Intent!.SentAt));
        Assert.Equal(["open"], bench.Books.Calls);
        bench.Clock.Advance(bench.Options.ProvesAbsenceAfter);
        await bench.NewSweep().RunAsync(default);
        Assert.Equal(["open", "find F1", "book F1"], bench.Books.Calls);
        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(tenant, "F1"));
    }

    [Fact]
    public async Task Retry_of_what_waits_for_a_back_off_tries_it_now_and_keeps_count()
    {
        var tenant = await bench.AddTenantAsync();
        bench.Books.OnBook = _ => new Answer<BookingReceipt>.NotDone(CallFailure.Unreachable);
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
        Assert.Equal(InvoiceState.Booking, await bench.StateOfAsync(tenant, "F1"));

        await desk.RetryAsync(tenant, "F1");
        Assert.Equal(2, (await bench.EventAsync(tenant, "e1"))!.Attempts);
        bench.Books.OnBook = _ => null;
        await desk.RetryAsync(tenant, "F1");

        Assert.Equal(InvoiceState.Booked, await bench.StateOfAsync(tenant, "F1"));
        Assert.Equal(3, bench.Books.Calls.Count(call => call == "book F1"));
    }

    [Fact]
    public async Task Retry_of_what_is_due_already_writes_nothing_but_the_work()
    {
        var hurried = new Desk(new Bench(new() { RequestBudget = TimeSpan.Zero }));
        var tenant = await hurried.Bench.AddTenantAsync();
        await hurried.Bench.PlaceAsync(tenant, hurried.Bench.Events.Valid("e1", "F1"));
        var before = (await hurried.Bench.Store.GetAsync(Partition.Of(tenant.Id), InvoiceRows.KeyOf("F1"), default))!.ETag;

        Assert.IsType<ActionResult.Done>(await hurried.RetryAsync(tenant, "F1"));

        Assert.Equal(before, (await hurried.Bench.Store.GetAsync(Partition.Of(tenant.Id), InvoiceRows.KeyOf("F1"), default))!.ETag);
    }

    [Theory]
    [InlineData("body:e-F1")]
    [InlineData("event:e-F1")]
    public async Task Retry_of_an_invoice_whose_event_is_gone_is_refused(string lost)
    {
        var tenant = await bench.AddTenantAsync();
        await desk.BringAsync(tenant, "F1", InvoiceState.NeedsAttention, null, "vat-category-unmapped");
        await bench.Store.TryDeleteAsync((await bench.Store.GetAsync(Partition.Of(tenant.Id), lost, default))!, default);

        Assert.Equal(ReasonCode.EventGone, Assert.IsType<ActionResult.Refused>(await desk.RetryAsync(tenant, "F1")).Reason.Code);
        Assert.IsType<ActionResult.Done>(await desk.IgnoreAsync(tenant, "F1"));
    }

    [Fact]
    public async Task Retry_of_a_frozen_booking_needs_no_body()
    {
        var tenant = await bench.AddTenantAsync();
        await desk.BringAsync(
            tenant, "F1", InvoiceState.NeedsAttention, desk.IntentOf(tenant, "F1", bench.Clock.GetUtcNow().AddHours(-1)), "lookup-incomplete");
        await bench.Store.TryDeleteAsync((await bench.Store.GetAsync(Partition.Of(tenant.Id), "body:e-F1", default))!, default);

        await desk.RetryAsync(tenant, "F1");

        Assert.Equal(["find F1", "book F1"], bench.Books.Calls);
    }

    [Fact]
    public async Task Retry_by_cause_takes_those_held_back_longest_and_says_how_many_there_are()
    {
        var tenant = await bench.AddTenantAsync();
        bench.Books.OnBook = _ => new Answer<BookingReceipt>.Refused("CMUT001.1");
        for (var number = 1; number <= InvoiceActions.MostAtOnce + 5; number++)
        {
            await desk.BringAsync(tenant, Bench.Numbered("F", number), InvoiceState.NeedsAttention, null, "CMUT001.1");
            bench.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await desk.BringAsync(tenant, "other", InvoiceState.NeedsAttention, null, "CMUT012");
        Assert.Equal(205, await desk.Actions.CountAsync(tenant.Id, "cmut0011", default));

        var (matched, results) = await desk.Actions.RetryCauseAsync(tenant, "cmut0011", Desk.By, default);

        Assert.Equal((205, InvoiceActions.MostAtOnce), (matched, results.Count));
        Assert.Equal("F1", results[0].Number);
        Assert.All(results, result => Assert.IsType<ActionResult.Done>(result.Became));
        Assert.Equal("F201", (await desk.Actions.RetryCauseAsync(tenant, "CMUT001.1", Desk.By, default)).Results[0].Number);
        Assert.Equal(InvoiceState.NeedsAttention, await bench.StateOfAsync(tenant, "other"));
        await desk.CheckIndexAsync(tenant);
    }

    [Fact]
    public async Task Unblocking_finds_what_the_mapping_held_back_and_can_be_booked_now()
    {
        var tenant = await bench.AddTenantAsync();
        await desk.BringAsync(tenant, "F1", InvoiceState.NeedsAttention, null, "vat-category-unmapped");
        await desk.BringAsync(tenant, "F2", InvoiceState.NeedsAttention, null, "CMUT001.1");
        await desk.BringAsync(tenant, "F3", InvoiceState.NeedsAttention, null, "CMUT020");
        await desk.BringAsync(
            tenant, "F4", InvoiceState.NeedsAttention, desk.IntentOf(tenant, "F4", bench.Clock.GetUtcNow()), "vat-category-unmapped");
        var unmapped = tenant with { Mapping = Sample.MappingOf([]) };

        var found = await desk.Unblocking.FindAsync(tenant, default);

        Assert.Equal([("F1", "vat-category-unmapped"), ("F2", "CMUT001.1")], found.Select(one => (one.Number, one.Was.Code)));
        Assert.Empty(await desk.Unblocking.FindAsync(unmapped, default));
        Assert.Equal(2, await desk.Unblocking.RetryAsync(tenant, ["F1", "F2", "unknown"], default));
        Assert.Equal(["book F1", "book F2"], bench.Books.Calls.Where(call => call.StartsWith("book", StringComparison.Ordinal)));
    }
}
