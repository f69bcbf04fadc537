using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Events;

public sealed class StoredEventTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly StoredEvent Stored = new("e1", "00ff", EventState.Received, At);

    [Fact]
    public void Subject_is_the_invoice_else_the_relation_else_unknown()
    {
        Assert.Equal(new Subject.Invoice("F1"), (Stored with { InvoiceNumber = "F1", RelationId = "r-1" }).Subject);
        Assert.Equal(new Subject.Relation("r-1"), (Stored with { RelationId = "r-1" }).Subject);
        Assert.Null(Stored.Subject);
    }

    /// <summary>As logs name it.</summary>
    [Fact]
    public void Subject_is_shown_by_kind_and_number() =>
        Assert.Equal(("invoice F1", "relation r-1"), (new Subject.Invoice("F1").ToString(), new Subject.Relation("r-1").ToString()));

    [Theory]
    [InlineData(EventState.Refused, 0, true)]
    [InlineData(EventState.Refused, 1, true)]
    [InlineData(EventState.Ignored, 1, true)]
    [InlineData(EventState.Ignored, 0, false)]
    [InlineData(EventState.Done, 1, false)]
    [InlineData(EventState.NeedsAttention, 1, false)]
    [InlineData(EventState.Received, 0, false)]
    public void WasRefused_also_when_a_person_set_it_aside_since(EventState state, int faults, bool wasRefused) =>
        Assert.Equal(
            wasRefused,
            (Stored with { State = state, Faults = [.. Enumerable.Repeat(new EventFault("/data", "missing"), faults)] }).WasRefused);

    [Theory]
    [InlineData(EventState.Received, true)]
    [InlineData(EventState.Retry, true)]
    [InlineData(EventState.Done, false)]
    [InlineData(EventState.Refused, false)]
    [InlineData(EventState.NeedsAttention, false)]
    [InlineData(EventState.Ignored, false)]
    public void IsOpen_while_the_engine_has_something_to_do(EventState state, bool isOpen) => Assert.Equal(isOpen, state.IsOpen());

    [Fact]
    public void Ended_event_is_due_no_more()
    {
        var ended = (Stored with { NextAt = At.AddMinutes(5), Attempts = 3 }).Ended(EventState.Done, Reason.Of("CMUT018"), At.AddHours(1));

        Assert.Equal(
            (EventState.Done, "CMUT018", null, At.AddHours(1), 3), (ended.State, ended.Reason!.Code, ended.NextAt, ended.EndedAt, ended.Attempts));
    }
}
