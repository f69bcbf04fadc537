using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Engine;

/// <summary>Books that compute VAT themselves: what they made of a booking is told, and nothing is ever sent twice for it.</summary>
public sealed class ServicesOwnVatTests
{
    private readonly Bench bench = new();

    [Fact]
    public async Task Booking_that_stands_as_sent_has_nothing_to_tell()
    {
        var tenant = await bench.AddTenantAsync();
        BooksMake(new BookedLine(100m, 21m, "HOOG_VERK_21"));

        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));

        Assert.Equal((InvoiceState.Booked, null), await StateAndReasonAsync(tenant));
    }

    [Fact]
    public async Task Cents_are_told_and_ask_for_nobody()
    {
        var tenant = await bench.AddTenantAsync();
        BooksMake(new BookedLine(99.99m, 21.01m, "HOOG_VERK_21"));

        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));

        Assert.Equal((InvoiceState.Booked, ReasonCode.BookedCentsApart), await StateAndReasonAsync(tenant));
        Assert.Equal(EventState.Done, (await bench.EventAsync(tenant, "e1"))!.State);
    }

    [Fact]
    public async Task Other_amounts_stay_booked_and_ask_for_a_person()
    {
        var tenant = await bench.AddTenantAsync();
        BooksMake(new BookedLine(100m, 6m, "HOOG_VERK_21"));

        var outcome = await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));

        Assert.Equal((InvoiceState.Booked, ReasonCode.BookedOtherwise), await StateAndReasonAsync(tenant));
        var stored = (await bench.EventAsync(tenant, "e1"))!;
        Assert.Equal((EventState.NeedsAttention, ReasonCode.BookedOtherwise, 900L), (stored.State, stored.Reason!.Code, stored.MutationNumber));
        Assert.Equal((Core.Intake.OutcomeKind.NeedsAttention, 900L), (outcome.Kind, outcome.MutationNumber));
        Assert.Equal("HOOG_VERK_21 100.00 + 21.00 / 100.00 + 6.00", stored.Reason.Values["differences"]);
    }

    [Fact]
    public async Task Other_amounts_are_never_sent_again_by_whatever_comes_later()
    {
        var tenant = await bench.AddTenantAsync();
        BooksMake(new BookedLine(100m, 6m, "HOOG_VERK_21"));
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));

        await bench.TakeOneAsync(tenant, bench.Events.Valid("e2", "F1", minute: 1));
        bench.Clock.Advance(TimeSpan.FromDays(2));
        await bench.NewSweep().RunAsync(default);

        Assert.Single(bench.Books.Calls, "book F1");
        Assert.Equal((EventState.Done, ReasonCode.AlreadyBooked), ((await bench.EventAsync(tenant, "e2"))!.State, (await bench.EventAsync(tenant, "e2"))!.Reason!.Code));
    }

    /// <summary>The answer was lost, and VAT computed by the service lies a cent beside what was meant: it is ours all the same.</summary>
    [Theory]
    [InlineData(true, "21.01", InvoiceState.Booked, ReasonCode.BookedCentsApart)]
    [InlineData(true, "21.00", InvoiceState.Booked, null)]
    [InlineData(true, "20.00", InvoiceState.NeedsAttention, ReasonCode.NumberInUse)]
    [InlineData(false, "21.01", InvoiceState.NeedsAttention, ReasonCode.NumberInUse)]
    public async Task Booking_of_which_the_answer_was_lost_is_adopted_within_cents(bool isVatByService, string computed, InvoiceState state, string? reason)
    {
        var vat = decimal.Parse(computed, System.Globalization.CultureInfo.InvariantCulture);
        var tenant = await bench.AddTenantAsync();
        Booking? sent = null;
        bench.Books.OnBook = booking =>
        {
            sent = booking;
            return new Answer<BookingReceipt>.Unclear(CallFailure.TimedOut);
        };
        bench.Books.OnFind = number => new Answer<FoundBookings>.Success(new FoundBookings(
            [new BookedMutation(901, true, sent!.Date, number, sent.DebtorCode, [new BookedLine(121m - vat, vat, "HOOG_VERK_21")]) { IsVatByService = isVatByService }],
            Complete: true));
        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));

        bench.Clock.Advance(TimeSpan.FromHours(2));
        await bench.NewSweep().RunAsync(default);

        Assert.Equal((state, reason), await StateAndReasonAsync(tenant));
        Assert.Single(bench.Books.Calls, "book F1");
    }

    [Fact]
    public async Task What_is_cut_of_a_description_stands_in_the_trail_and_with_what_was_sent()
    {
        var tenant = await bench.AddTenantAsync(settings: Bench.Settings with { Description = new string('x', 60) }, api: BookkeepingApi.Rest);

        await bench.TakeOneAsync(tenant, bench.Events.Valid("e1", "F1"));

        var invoice = (await bench.Invoices.FindAsync(tenant.Id, "F1", default))!;
        Assert.Equal((50, new string('x', 60)), (invoice.Intent!.Booking.Description.Length, invoice.Intent.UncutDescription));
        var told = Assert.Single(invoice.Trail.Entries, entry => entry.Kind == TrailKind.Sent).Reason!;
        Assert.Equal((ReasonCode.DescriptionCut, new string('x', 60), "50"), (told.Code, told.Values["text"], told.Values["limit"]));
    }

    private void BooksMake(params BookedLine[] lines) =>
        bench.Books.OnBook = _ => new Answer<BookingReceipt>.Success(new BookingReceipt(900) { Lines = lines });

    private async Task<(InvoiceState, string?)> StateAndReasonAsync(Tenant tenant)
    {
        var invoice = (await bench.Invoices.FindAsync(tenant.Id, "F1", default))!;
        return (invoice.State, invoice.Reason?.Code);
    }
}
