using PerfectviewFunctions.Core.Events;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Events;

/// <summary>What is wrong with a relation event, in words, and what is known of it all the same.</summary>
public sealed class RelationFaultTests
{
    [Theory]
    [InlineData("organisation", "name", "null", "Found null; expected text of at most 200 characters, since it can't be cleared.")]
    [InlineData("organisation", "name", "\" \"", "Found a blank text; expected text of at most 200 characters, since it can't be cleared.")]
    [InlineData("person", "lastName", "null", "Found null; expected text of at most 200 characters, since it can't be cleared.")]
    [InlineData("person", "lastName", "\"\"", "Found a blank text; expected text of at most 200 characters, since it can't be cleared.")]
    public void Name_by_which_a_relation_goes_is_never_cleared(string type, string field, string written, string message)
    {
        var faulty = Reading.Faulty(Event("relation.updated", $$"""{"id":"r","type":"{{type}}","{{field}}":{{written}}}"""));

        Assert.Equal([new EventFault("/data/relation/" + field, message)], faulty.Faults);
    }

    [Theory]
    [InlineData("relation.created", """{"id":"r","name":"N"}""", "/data/relation/type", "Missing; expected \"organisation\" or \"person\".")]
    [InlineData("relation.created", """{"id":"r","type":"person"}""", "/data/relation/lastName", "Missing; expected text of at most 200 characters.")]
    [InlineData("relation.created", """{"id":"r","type":"organisation","name":null}""", "/data/relation/name", "Found null; expected text of at most 200 characters.")]
    [InlineData("relation.updated", """{"id":"r","type":null}""", "/data/relation/type", "Found null; expected \"organisation\" or \"person\".")]
    [InlineData("relation.updated", """{"id":"r","gender":"x"}""", "/data/relation/gender", "Found the text \"x\"; expected \"m\" or \"v\".")]
    [InlineData("relation.updated", """{"id":"r","bic":7}""", "/data/relation/bic", "Found 7; expected text of at most 50 characters.")]
    [InlineData("relation.deleted", "[]", "/data/relation", "Found an array; expected an object.")]
    public void Fault_says_what_was_found_and_what_is_expected(string type, string relation, string pointer, string message) =>
        Assert.Equal([new EventFault(pointer, message)], Reading.Faulty(Event(type, relation)).Faults);

    [Fact]
    public void Every_fault_of_a_relation_event_is_told()
    {
        var faulty = Reading.Faulty(Event(
            "relation.updated",
            """{"type":"person","lastName":null,"gender":"x","postalAddress":{"city":7,"street":[]},"note":{},"unknown":"\ud800"}"""));

        Assert.Equal(
            ["/data/relation/unknown", "/data/relation/id", "/data/relation/lastName", "/data/relation/gender",
                "/data/relation/postalAddress/street", "/data/relation/postalAddress/city", "/data/relation/note"],
            faulty.Faults.Select(fault => fault.Pointer));
    }

    [Theory]
    [InlineData("relation.created", """{"id":"r-7"}""", "relation.created", "r-7")]
    [InlineData("relation.updated", """{"type":null,"id":"r-7"}""", "relation.updated", "r-7")]
    [InlineData("relation.updated", """{"phone":7,"id":" r-7"}""", "relation.updated", null)]
    [InlineData("relation.updated", """{"id":"r-7","\u0069d":"r-7"}""", "relation.updated", null)]
    [InlineData("relation.updated", "7", "relation.updated", null)]
    [InlineData("relation.deleted", """{"id":7}""", "relation.deleted", null)]
    [InlineData("relation.merged", """{"id":"r-7","type":7}""", null, "r-7")]
    public void Relation_is_known_of_a_faulty_event_when_its_id_can_be_read(string type, string relation, string? knownType, string? id)
    {
        var facts = Reading.Faulty(Event(type, relation)).Facts;

        Assert.Equal(new EventFacts("e", knownType, new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero), null) { RelationId = id }, facts);
    }

    [Fact]
    public void Relation_is_known_of_an_event_whose_own_id_is_wrong() =>
        Assert.Equal("r", Reading.Faulty("""{"type":"relation.deleted","data":{"relation":{"id":"r"}}}""").Facts.RelationId);

    [Fact]
    public void Invoice_event_is_not_about_a_relation() =>
        Assert.Null(Reading.Faulty(ContractFiles.Edited("invoice-high.json", "/data/invoice/date", "null")).Facts.RelationId);

    [Fact]
    public void Unknown_type_of_relation_event_is_refused_for_its_type_alone() =>
        Assert.Equal("/type", Assert.Single(Reading.Faulty(Event("relation.merged", """{"id":"r","gender":"x"}""")).Faults).Pointer);

    private static string Event(string type, string relation) =>
        $$$"""{"id":"e","type":"{{{type}}}","occurredAt":"2026-03-02T10:00:00Z","data":{"relation":{{{relation}}}}}""";
}
