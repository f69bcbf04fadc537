using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Storage;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Testing.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Events;

/// <summary>What is written when an event ends, and what is read of one.</summary>
public sealed class EventEndingTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly TenantId Tenant = TenantId.Parse("demo");

    private static readonly StoredEvent Done =
        new StoredEvent("e1", "00ff", EventState.Received, At) { InvoiceNumber = "F1" }.Ended(EventState.Done, null, At.AddHours(1));

    private static readonly Row Row = new("p", "event:e1", new RowValues { { "state", "Received" } }, "7");
    private static readonly Row Open = new("p", "open:F1:1:e1", new RowValues { { "event", "e1" } }, "8");

    private readonly InMemoryRowStore store = new();

    [Fact]
    public void Ending_replaces_the_event_as_it_was_read_and_takes_it_off_the_open_list()
    {
        var writes = EventRows.Ending(Done, Row, Open, isListed: false).ToList();

        var replace = Assert.IsType<RowWrite.Replace>(writes[0]);
        Assert.Equal(("event:e1", "7", "Done"), (replace.Key, replace.ETag, replace.Values.Text("state")));
        Assert.Equal(new RowWrite.Delete("open:F1:1:e1", "8"), writes[1]);
        Assert.StartsWith("ended:", Assert.IsType<RowWrite.Insert>(Assert.Single(writes.Skip(2))).Key, StringComparison.Ordinal);
    }

    [Fact]
    public void Ending_one_that_a_person_has_to_see_lists_it_for_him()
    {
        var held = Done with { State = EventState.NeedsAttention };

        var writes = EventRows.Ending(held, Row, open: null, isListed: true).ToList();

        Assert.Equal(["event:e1", EventRows.AttentionKeyOf(held)], writes.Select(write => write.Key));
        Assert.Equal("e1", Assert.IsType<RowWrite.Insert>(writes[1]).Values.Text("event"));
    }

    [Fact]
    public async Task Event_or_body_that_is_not_there_is_a_fault_that_names_it()
    {
        var noEvent = await Assert.ThrowsAsync<InvalidDataException>(() => store.ReadEventAsync(Tenant, "e1"));
        var noBody = await Assert.ThrowsAsync<InvalidDataException>(() => store.ReadBodyAsync(Tenant, "e1", default));

        Assert.Equal(("The event 'e1' has no row.", "The event 'e1' has no body any more."), (noEvent.Message, noBody.Message));
    }

    [Fact]
    public async Task Event_is_read_with_its_row()
    {
        await store.TryInsertAsync(Partition.Of(Tenant), EventRows.KeyOf("e1"), EventRows.ToValues(Done), default);

        var (read, row) = await store.ReadEventAsync(Tenant, "e1");

        Assert.Equal(("e1", EventState.Done, "event:e1"), (read.Key, read.State, row.Key));
        Assert.NotNull(row.ETag);
    }
}
