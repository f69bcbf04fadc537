using System.Text.Json;
using FsCheck.Fluent;
using PerfectviewFunctions.Core.Json;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Cards;
using PerfectviewFunctions.Core.Relations.Facts;
using Xunit;
using Property = PerfectviewFunctions.Core.Tests.Mapping.Property;

namespace PerfectviewFunctions.Core.Tests.Relations;

public sealed class RelationFactsTests
{
    private static readonly DebtorDetails Empty = new("r-1", IsPerson: false);

    [Fact]
    public void Later_event_wins_in_each_field_that_it_names_whenever_it_comes()
    {
        var early = Event(1, "e1", Empty with { Phone = "1", Email = "a@krul.example" }, RelationField.Phone, RelationField.Email);
        var late = Event(2, "e2", Empty with { Phone = "2" }, RelationField.Phone);

        foreach (var facts in new[] { Facts(early, late), Facts(late, early) })
        {
            Assert.Equal(("2", "a@krul.example"), (facts.Details.Phone, facts.Details.Email));
            Assert.Equal((late.Stamp, early.Stamp), (facts.Stamps[RelationField.Phone], facts.Stamps[RelationField.Email]));
            Assert.Equal(late.Stamp, facts.Last);
        }
    }

    [Fact]
    public void Of_two_at_the_same_instant_the_greater_id_wins()
    {
        var one = Event(1, "e1", Empty with { Phone = "1" }, RelationField.Phone);
        var other = Event(1, "e2", Empty with { Phone = "2" }, RelationField.Phone);

        Assert.All([Facts(one, other), Facts(other, one)], facts => Assert.Equal("2", facts.Details.Phone));
    }

    [Fact]
    public void Null_clears_and_silence_does_not()
    {
        var facts = Facts(
            Event(1, "e1", Empty with { Phone = "1", Email = "a@krul.example" }, RelationField.Phone, RelationField.Email),
            Event(2, "e2", Empty, RelationField.Phone));

        Assert.Equal((null, "a@krul.example"), (facts.Details.Phone, facts.Details.Email));
        Assert.Equal([RelationField.Phone, RelationField.Email], facts.Known.Order());
    }

    [Fact]
    public void Value_that_can_not_be_used_leaves_the_one_before_and_is_told_until_the_field_is_said_again()
    {
        var good = Event(1, "e1", Empty with { Iban = "NL91ABNA0417164300" }, RelationField.Iban);
        var bad = Event(2, "e2", Empty with { Iban = "NL00" }, RelationField.Iban);
        var clear = Event(3, "e3", Empty, RelationField.Iban);

        foreach (var facts in new[] { Facts(good, bad), Facts(bad, good) })
        {
            Assert.Equal(("NL91ABNA0417164300", good.Stamp), (facts.Details.Iban, facts.Stamps[RelationField.Iban]));
            Assert.Equal(
                new StampedNote(bad.Stamp, new FieldNote(RelationField.Iban, "NL00", null, NoteReason.NotAnIban)),
                facts.Notes[RelationField.Iban]);
        }

        Assert.Empty(Facts(bad).Known);
        Assert.All([Facts(good, bad, clear), Facts(clear, bad, good)], facts => Assert.Null(facts.Details.Iban));
        Assert.All([Facts(good, bad, clear), Facts(clear, bad, good)], facts => Assert.Empty(facts.Notes));
    }

    [Fact]
    public void Last_event_tells_whether_the_relation_is_gone()
    {
        var deletion = Event(2, "e2", Empty);
        deletion = deletion with { Change = deletion.Change with { IsDeletion = true } };
        var (before, after) = (Event(1, "e1", Empty with { Phone = "1" }, RelationField.Phone), Event(3, "e3", Empty, RelationField.Email));

        Assert.True(Facts(deletion, before).IsDeleted);
        Assert.Equal("1", Facts(deletion, before).Details.Phone);
        Assert.False(Facts(after, deletion).IsDeleted);
    }

    [Fact]
    public void Type_never_said_follows_from_the_name()
    {
        Assert.True(Facts(Event(1, "e1", Empty with { LastName = "Berg" }, RelationField.LastName)).ToDetails("r-9").IsPerson);
        Assert.False(Facts(Event(1, "e1", Empty with { LastName = "Berg" }, RelationField.LastName, RelationField.Type)).ToDetails("r-9").IsPerson);
        Assert.Equal(
            Empty with { Id = "r-9", Name = "Krul" },
            Facts(Event(1, "e1", Empty with { Name = "Krul" }, RelationField.Name)).ToDetails("r-9"));
    }

    [Fact]
    public void Any_order_and_repetition_of_events_ends_in_the_same_facts() => Property.Holds(
        from events in RelationSamples.Events
        from repeated in Gen.SubListOf(events)
        from order in Gen.Shuffle(events.Concat(repeated))
        select (events, order),
        seed: 20260421,
        sample =>
        {
            var (facts, other) = (Facts(sample.events), Facts(sample.order));

            Assert.Equal(Shown(facts), Shown(other));
            Assert.All(Enum.GetValues<PersonNameFormat>(), format => Assert.Equal(
                DebtorForm.ToCard(facts.ToDetails("r-1"), "1", format).Card, DebtorForm.ToCard(other.ToDetails("r-1"), "1", format).Card));
        },
        times: 600);

    [Fact]
    public void Facts_are_the_last_usable_word_on_each_field() => Property.Holds(RelationSamples.Events, seed: 20260422, events =>
    {
        var facts = Facts(events);
        foreach (var field in RelationSamples.AllFields)
        {
            var said = events.Where(sent => sent.Change.Mentioned.Contains(field))
                .Select(sent => (sent.Stamp, Clean: DebtorCleaning.Clean(sent.Change.Said)))
                .Select(sent => (sent.Stamp, sent.Clean.Details, Note: sent.Clean.Notes.SingleOrDefault(note => note.Field == field)))
                .Where(word => word.Note is not null || !IsNameCleared(field, word.Details))
                .ToList();
            var usable = said.FindAll(word => word.Note is not { Kept: null });

            Assert.Equal(usable.TakeLast(1).Select(word => word.Stamp), facts.Stamps.Where(stamp => stamp.Key == field).Select(stamp => stamp.Value));
            Assert.Equal(
                RelationFields.Copy(field, Empty, usable.Count == 0 ? Empty : usable[^1].Details), RelationFields.Copy(field, Empty, facts.Details));
            Assert.Equal(
                said.Count == 0 || said[^1].Note is null ? null : new StampedNote(said[^1].Stamp, said[^1].Note!),
                facts.Notes.GetValueOrDefault(field));
        }

        Assert.Equal((events[^1].Stamp, events[^1].Change.IsDeletion), (facts.Last, facts.IsDeleted));
    }, times: 500);

    /// <summary>Nobody is without a name: that it is null says nothing.</summary>
    private static bool IsNameCleared(RelationField field, DebtorDetails said) =>
        field is RelationField.Name or RelationField.LastName && RelationFields.Copy(field, Empty, said) == Empty;

    [Fact]
    public void Facts_come_back_from_their_stored_form() => Property.Holds(RelationSamples.Events, seed: 20260423, events =>
    {
        var facts = Facts(events);
        var json = JsonSerializer.Serialize(facts, StoredJson.Default.RelationFacts);

        Assert.Equal(Shown(facts), Shown(JsonSerializer.Deserialize(json, StoredJson.Default.RelationFacts)!));
    }, times: 500);

    /// <summary>Field names are the keys: renaming one is a migration.</summary>
    [Fact]
    public void Stored_form_names_fields_by_their_names() => Assert.Equal(
        """
        {"details":{"id":"","isPerson":false,"phone":"1"},"stamps":{"Phone":{"occurredAt":"2026-03-02T09:01:00+00:00","eventId":"e1"}},
        "notes":{"Bic":{"stamp":{"occurredAt":"2026-03-02T09:01:00+00:00","eventId":"e1"},
        "note":{"field":"Bic","sent":"x","why":"NotABic"}}},"last":{"occurredAt":"2026-03-02T09:01:00+00:00","eventId":"e1"},"isDeleted":false}
        """.ReplaceLineEndings(""),
        JsonSerializer.Serialize(
            Facts(Event(1, "e1", Empty with { Phone = "1", Bic = "x" }, RelationField.Phone, RelationField.Bic)),
            StoredJson.Default.RelationFacts).Replace("\\u002B", "+", StringComparison.Ordinal));

    private static RelationFacts Facts(params RelationEvent[] events) =>
        events.Aggregate(RelationFacts.None, (facts, sent) => facts.With(sent.Change, sent.Stamp));

    private static RelationEvent Event(int minutes, string id, DebtorDetails said, params RelationField[] mentioned) =>
        new(new RelationChange(said, mentioned.ToHashSet()), new Stamp(RelationSamples.At(minutes), id));

    private static string Shown(RelationFacts facts) => string.Join('\n', [
        facts.Details.ToString(),
        $"{facts.Last} {facts.IsDeleted}",
        .. facts.Stamps.OrderBy(stamp => stamp.Key).Select(stamp => stamp.ToString()),
        .. facts.Notes.OrderBy(note => note.Key).Select(note => note.ToString()),
    ]);
}
