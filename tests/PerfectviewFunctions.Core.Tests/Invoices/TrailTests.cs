using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Attention;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Invoices;

/// <summary>The trail of an invoice says what happened to it.</summary>
public sealed class TrailTests
{
    private readonly Bench bench = new();
    private readonly Desk desk;

    public TrailTests() => desk = new Desk(bench);

    [Fact]
    public async Task Booked_at_once()
    {
        var tenant = await bench.AddTenantAsync();

        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));

        var trail = await TrailAsync(tenant);
        Assert.Equal([TrailKind.Received, TrailKind.Sent, TrailKind.Booked], Kinds(trail));
        Assert.Equal((await bench.Invoices.FindAsync(tenant.Id, "F1", default))!.MutationNumber, trail.Entries[^1].Mutation);
    }

    [Fact]
    public async Task Outcome_unknown_then_found()
    {
        var tenant = await bench.AddTenantAsync();
        await TimeOutAsync(tenant);
        bench.Books.OnFind = _ => new Answer<FoundBookings>.Success(new FoundBookings([Standing(tenant)], Complete: true));

        bench.Clock.Advance(bench.Options.ProvesAbsenceAfter);
        await bench.NewSweep().RunAsync(default);

        var trail = await TrailAsync(tenant);
        Assert.Equal([TrailKind.Received, TrailKind.Sent, TrailKind.Unclear, TrailKind.Waits, TrailKind.Found], Kinds(trail));
        Assert.Equal(CallFailure.TimedOut, trail.Entries[2].Reason!.Code);
        Assert.Equal(trail.Entries[2].At + bench.Options.ProvesAbsenceAfter, trail.Entries[3].NextAt);
        Assert.Equal(77, trail.Entries[^1].Mutation);
    }

    [Fact]
    public async Task Outcome_unknown_then_proven_absent_and_sent_again()
    {
        var tenant = await bench.AddTenantAsync();
        await TimeOutAsync(tenant);
        bench.Books.OnBook = _ => null;

        bench.Clock.Advance(bench.Options.ProvesAbsenceAfter);
        await bench.NewSweep().RunAsync(default);

        Assert.Equal(
            [TrailKind.Received, TrailKind.Sent, TrailKind.Unclear, TrailKind.Waits, TrailKind.Absent, TrailKind.Sent, TrailKind.Booked],
            Kinds(await TrailAsync(tenant)));
    }

    [Fact]
    public async Task Refused_then_tried_again_by_a_person()
    {
        var tenant = await bench.AddTenantAsync();
        bench.Books.OnBook = _ => new Answer<BookingReceipt>.Refused("CMUT016", "Deze btw-code kan niet.");
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
        bench.Books.OnBook = _ => null;

        await desk.RetryAsync(tenant, "F1");

        var trail = await TrailAsync(tenant);
        Assert.Equal([TrailKind.Received, TrailKind.Sent, TrailKind.Refused, TrailKind.Retried, TrailKind.Sent, TrailKind.Booked], Kinds(trail));
        Assert.Equal("CMUT016", trail.Entries[2].Reason!.Code);
        Assert.Equal(Desk.By.Name, trail.Entries[3].By);
    }

    [Fact]
    public async Task Held_back_before_anything_is_sent_then_freed_by_another_change()
    {
        var tenant = await bench.AddTenantAsync();
        await desk.BringAsync(tenant, "F1", InvoiceState.NeedsAttention, null, ReasonCode.VatCategoryUnmapped);

        await desk.Unblocking.RetryAsync(tenant, ["F1"], default);

        var trail = await TrailAsync(tenant);
        Assert.Equal([TrailKind.Received, TrailKind.HeldBack, TrailKind.Retried, TrailKind.Sent, TrailKind.Booked], Kinds(trail));
        Assert.Null(trail.Entries[2].By);
    }

    [Fact]
    public async Task Ignored_by_a_person_who_says_why()
    {
        var tenant = await bench.AddTenantAsync();
        await desk.BringAsync(tenant, "F1", InvoiceState.NeedsAttention, null, ReasonCode.VatCategoryUnmapped);

        await desk.IgnoreAsync(tenant, "F1");

        var last = (await TrailAsync(tenant)).Entries[^1];
        Assert.Equal((TrailKind.Ignored, Desk.By.Name, Desk.Why.Text), (last.Kind, last.By, last.Reason!.Values["why"]));
    }

    /// <summary>The invoice is made anew from the later event, and is still the same invoice.</summary>
    [Fact]
    public async Task Later_event_takes_the_place_of_an_earlier_one()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PlaceAsync(tenant, bench.Events.Valid("e1", "F1"), bench.Events.Valid("e2", "F1", minute: 5, net: 200m));

        await bench.WorkAsync();

        Assert.Equal([TrailKind.Received, TrailKind.Replaced, TrailKind.Sent, TrailKind.Booked], Kinds(await TrailAsync(tenant)));
    }

    [Fact]
    public async Task Event_that_says_otherwise_after_booking()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));

        await bench.TakeOneAsync(tenant, bench.Events.Valid("e2", "F1", minute: 5, net: 200m));

        var last = (await TrailAsync(tenant)).Entries[^1];
        Assert.Equal((TrailKind.OtherEvent, ReasonCode.ChangedAfterBooking), (last.Kind, last.Reason!.Code));
    }

    [Fact]
    public async Task A_hundred_failed_attempts_stay_a_few_entries_with_counts()
    {
        var tenant = await bench.AddTenantAsync();
        bench.Books.OnBook = _ => new Answer<BookingReceipt>.NotDone(CallFailure.Unreachable);
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
        var first = bench.Clock.GetUtcNow();
        for (var attempt = 2; attempt <= 100; attempt++)
        {
            bench.Clock.Advance(TimeSpan.FromHours(2));
            await bench.NewSweep().RunAsync(default);
        }

        var trail = await TrailAsync(tenant);
        Assert.Equal([TrailKind.Received, TrailKind.Sent, TrailKind.Failed], Kinds(trail));
        var failed = trail.Entries[^1];
        Assert.Equal((100, first, bench.Clock.GetUtcNow()), (failed.Count, failed.At, failed.LastAt));
        Assert.True(failed.NextAt > bench.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Process_that_dies_after_sending_leaves_what_was_under_way()
    {
        var tenant = await bench.AddTenantAsync();
        var isDead = false;
        bench.Books.OnBook = _ =>
        {
            isDead = true;
            return null;
        };
        bench.Store.Before = _ => isDead ? throw new StoreUnavailableException("the process died") : Task.CompletedTask;
        await Record.ExceptionAsync(() => bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1")));
        (isDead, bench.Books.OnBook) = (false, _ => null);
        Assert.Equal([TrailKind.Received, TrailKind.Sent], Kinds(await TrailAsync(tenant)));

        bench.Clock.Advance(TimeSpan.FromHours(1));
        await bench.NewSweep().RunAsync(default);

        Assert.Equal(
            [TrailKind.Received, TrailKind.Sent, TrailKind.Unclear, TrailKind.Absent, TrailKind.Sent, TrailKind.Booked],
            Kinds(await TrailAsync(tenant)));
    }

    [Fact]
    public async Task Invoice_stored_before_there_were_trails_is_worked_on_as_any_other()
    {
        var tenant = await bench.AddTenantAsync();
        await bench.PlaceAsync(tenant, bench.Events.Valid("e1", "F1"));
        var row = (await bench.Store.GetAsync(Partition.Of(tenant.Id), InvoiceRows.KeyOf("F1"), default))!;
        await bench.Store.TryReplaceAsync(row, InvoiceRows.ToValues(InvoiceRows.Read(row) with { Trail = InvoiceTrail.Empty }), default);

        await bench.WorkAsync();

        Assert.Equal([TrailKind.Sent, TrailKind.Booked], Kinds(await TrailAsync(tenant)));
    }

    private async Task TimeOutAsync(Tenant tenant)
    {
        bench.Books.OnBook = _ => new Answer<BookingReceipt>.Unclear(CallFailure.TimedOut);
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));
    }

    private BookedMutation Standing(Tenant tenant)
    {
        var sent = bench.Invoices.FindAsync(tenant.Id, "F1", default).GetAwaiter().GetResult()!.Intent!.Booking;
        return new BookedMutation(
            77, true, sent.Date, sent.InvoiceNumber, sent.DebtorCode, [.. sent.Lines.Select(line => new BookedLine(line.Net, line.Vat, line.VatCode))]);
    }

    private async Task<InvoiceTrail> TrailAsync(Tenant tenant) => (await bench.Invoices.FindAsync(tenant.Id, "F1", default))!.Trail;

    private static IEnumerable<TrailKind> Kinds(InvoiceTrail trail) => trail.Entries.Select(entry => entry.Kind);
}
