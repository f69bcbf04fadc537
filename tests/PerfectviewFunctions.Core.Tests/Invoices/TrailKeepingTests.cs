using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Tenants;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Invoices;

/// <summary>What the trail calls a change, by what the invoice was and what it becomes.</summary>
public sealed class TrailKeepingTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Start.AddHours(1);
    private static readonly Reason Why = Reason.Of("CMUT016");

    private static readonly Intent Free = new(
        new AdministrationKey("a1"),
        new Booking("F1", "10001", new DateOnly(2026, 3, 2), "1300", "F1", 14, "F1", []),
        new InvoiceFacts(new DateOnly(2026, 3, 2), "EUR", "r-1", []));

    private static readonly Intent UnderWay = Free with { SentAt = Start };

    private static readonly Invoice Received = Of(InvoiceState.Received);
    private static readonly Invoice Sent = Of(InvoiceState.Booking, UnderWay);
    private static readonly Invoice ToSend = Of(InvoiceState.Booking, Free);
    private static readonly Invoice Uncertain = Of(InvoiceState.Uncertain, UnderWay);
    private static readonly Invoice Held = Of(InvoiceState.NeedsAttention);

    public static TheoryData<Invoice, Invoice, TrailKind> Storings => new()
    {
        { Received, Sent, TrailKind.Sent },
        { Uncertain, Sent, TrailKind.Sent },
        { Uncertain, ToSend, TrailKind.Absent },
        { Sent, ToSend, TrailKind.Failed },
        { Sent, Uncertain, TrailKind.Unclear },
        { Uncertain, Received, TrailKind.Absent },
        { Sent, Received, TrailKind.Refused },
        { Sent, Of(InvoiceState.Booking), TrailKind.Failed },
    };

    [Theory]
    [MemberData(nameof(Storings))]
    public void Stored_is_told_by_what_it_was_and_becomes(Invoice was, Invoice next, TrailKind kind)
    {
        var stored = TrailKeeping.Stored(was, next with { Reason = Reason.Of("CMUT018") }, Why, Later);

        Assert.Equal((kind, Later, Why), Last(stored));
        Assert.Equal(Later, stored.ChangedAt);
        Assert.Equal("CMUT018", TrailKeeping.Stored(was, next with { Reason = Reason.Of("CMUT018") }, null, Later).Trail.Entries[^1].Reason!.Code);
    }

    public static TheoryData<Invoice, Invoice, TrailKind> Ends => new()
    {
        { Sent, Of(InvoiceState.Booked, UnderWay), TrailKind.Booked },
        { Uncertain, Of(InvoiceState.Booked, UnderWay), TrailKind.Found },
        { Sent, Held, TrailKind.Refused },
        { Sent, Of(InvoiceState.NeedsAttention, UnderWay), TrailKind.HeldBack },
        { ToSend, Held, TrailKind.HeldBack },
        { Uncertain, Held, TrailKind.HeldBack },
        { Received, Held, TrailKind.HeldBack },
        { Received, Of(InvoiceState.Ignored), TrailKind.LeftOut },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void Ended_is_told_by_what_it_was_and_becomes(Invoice was, Invoice next, TrailKind kind)
    {
        var ended = TrailKeeping.Ended(was, next with { Reason = Why, MutationNumber = 77 }, Later);

        Assert.Equal((kind, Later, Why), Last(ended));
        Assert.Equal((Later, 77L), (ended.ChangedAt, ended.Trail.Entries[^1].Mutation));
    }

    public static TheoryData<Invoice, Invoice, TrailKind> Delays => new()
    {
        { Sent, ToSend, TrailKind.Failed },
        { Sent, Received, TrailKind.Failed },
        { Sent, Sent, TrailKind.Waits },
        { Uncertain, Uncertain, TrailKind.Waits },
        { Received, Received, TrailKind.Waits },
        { ToSend, ToSend, TrailKind.Waits },
    };

    [Theory]
    [MemberData(nameof(Delays))]
    public void Postponed_is_told_by_whether_a_call_ended(Invoice was, Invoice next, TrailKind kind)
    {
        var postponed = TrailKeeping.Postponed(was, next with { Reason = Why }, Later.AddMinutes(5), Later);

        Assert.Equal((kind, Later, Why), Last(postponed));
        Assert.Equal(Later.AddMinutes(5), postponed.Trail.Entries[^1].NextAt);
    }

    [Theory]
    [InlineData(ReasonCode.ReplacedByNewer, TrailKind.Replaced)]
    [InlineData(ReasonCode.AlreadyBooked, TrailKind.OtherEvent)]
    [InlineData(ReasonCode.ChangedAfterBooking, TrailKind.OtherEvent)]
    public void Other_event_leaves_the_invoice_as_it_was_changed(string reason, TrailKind kind)
    {
        var heard = TrailKeeping.OtherEnded(Received, Received with { HeardAt = Later }, Reason.Of(reason), Later);

        Assert.Equal((kind, Later, reason), (Last(heard).Kind, Last(heard).At, Last(heard).Reason!.Code));
        Assert.Equal((Start, Later), (heard.ChangedAt, heard.HeardAt!.Value));
    }

    /// <summary>Whatever the new one was made from: nothing that happened is forgotten.</summary>
    [Fact]
    public void Trail_goes_on_from_the_invoice_that_was_read()
    {
        var anew = Received with { Trail = InvoiceTrail.Empty };

        Assert.Equal([TrailKind.Received, TrailKind.Retried], Kinds(TrailKeeping.Retried(Held, anew, "ann", Later)));
        Assert.Equal([TrailKind.Received, TrailKind.Ignored], Kinds(TrailKeeping.Ignored(Held, anew, "ann", Later)));
        Assert.Equal([TrailKind.Received, TrailKind.Replaced], Kinds(TrailKeeping.OtherEnded(Held, anew, Reason.Of(ReasonCode.ReplacedByNewer), Later)));
        Assert.Equal([TrailKind.Received, TrailKind.HeldBack], Kinds(TrailKeeping.Ended(Received, Held with { Trail = InvoiceTrail.Empty }, Later)));
    }

    private static Invoice Of(InvoiceState state, Intent? intent = null) => new("F1", state, "e1", Start, Start)
    {
        Intent = intent, ChangedAt = Start, Trail = InvoiceTrail.Begin(Start),
    };

    private static (TrailKind Kind, DateTimeOffset At, Reason? Reason) Last(Invoice invoice)
    {
        var last = invoice.Trail.Entries[^1];
        return (last.Kind, last.At, last.Reason);
    }

    private static IEnumerable<TrailKind> Kinds(Invoice invoice) => invoice.Trail.Entries.Select(entry => entry.Kind);
}
