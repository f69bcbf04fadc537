using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Intake;
using PerfectviewFunctions.Web.Answers;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Answers;

/// <summary>What is told of events of relations.</summary>
public sealed class EventAnswerTests
{
    [Fact]
    public void Relation_that_was_brought_into_the_books_is_updated_also_when_its_event_comes_again()
    {
        var first = EventAnswer.Of(new EventOutcome("evt-1", OutcomeKind.Updated));
        var again = EventAnswer.Of(new EventOutcome("evt-1", OutcomeKind.Duplicate) { First = OutcomeKind.Updated });

        Assert.Equal(("updated", null), (first.Outcome, first.First));
        Assert.Equal(("duplicate", "updated"), (again.Outcome, again.First));
    }

    [Fact]
    public void Event_for_a_person_to_see_names_its_relation()
    {
        var refused = new StoredEvent("!1", "0", EventState.Refused, DateTimeOffset.UnixEpoch) { Type = "relation.updated", RelationId = "rel-1" };

        var told = AttentionEventAnswer.Of(refused);

        Assert.Equal(("rel-1", null), (told.Relation, told.InvoiceNumber));
    }
}
