using PerfectviewFunctions.Core.Relations.Cards;
using PerfectviewFunctions.Core.Relations.Facts;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Relations;

public sealed class NoteTextTests
{
    [Fact]
    public void What_is_left_out_is_told_with_field_rule_and_value() => Assert.Equal(
        (
            "KvK-nummer: een KvK-nummer heeft acht cijfers. Niet overgenomen: \"1234567\".",
            "Chamber of Commerce number: a Chamber of Commerce number has eight digits. Left out: \"1234567\"."),
        NoteText.Of(new FieldNote(
            RelationField.ChamberOfCommerceNumber, "1234567", null, NoteReason.NotAChamberOfCommerceNumber)));

    [Fact]
    public void What_is_kept_in_part_is_told_with_both_values() => Assert.Equal(
        (
            "Bezoekadres: langer dan e-Boekhouden toestaat, dus ingekort. Overgenomen: \"Ka\". Verstuurd was: \"Kade\".",
            "Visiting address: longer than e-Boekhouden allows, so shortened. Kept: \"Ka\". Sent was: \"Kade\"."),
        NoteText.Of(new FieldNote(RelationField.VisitingAddress, "Kade", "Ka", NoteReason.TooLong)));

    [Fact]
    public void Value_with_braces_stays_as_it_is() =>
        Assert.Contains("\"{0} {kept}\"", NoteText.Of(new FieldNote(RelationField.Name, "{0} {kept}", null, NoteReason.TooLong)).Nl, StringComparison.Ordinal);

    [Fact]
    public void Every_reason_and_field_has_words_of_its_own_in_both_languages()
    {
        var notes = Enum.GetValues<NoteReason>()
            .SelectMany(why => RelationSamples.AllFields.SelectMany(field => new[] { "b", null }.Select(kept => new FieldNote(field, "a", kept, why))))
            .ToList();
        var told = notes.ConvertAll(NoteText.Of);

        Assert.Equal(notes.Count, told.DistinctBy(sentence => sentence.Nl).Count());
        Assert.Equal(notes.Count, told.DistinctBy(sentence => sentence.En).Count());
        Assert.All(told.SelectMany(sentence => new[] { sentence.Nl, sentence.En }), sentence =>
        {
            Assert.Matches("^[A-Z].*: .*\\. .*\"a\"\\.$", sentence);
            Assert.DoesNotMatch("[{}?]|  ", sentence);
        });
    }

    [Fact]
    public void Every_field_has_a_name_of_its_own_in_both_languages()
    {
        var names = RelationSamples.AllFields.Select(FieldName.Of).ToList();

        Assert.Equal(names.Count, names.DistinctBy(name => name.Nl).Count());
        Assert.Equal(names.Count, names.DistinctBy(name => name.En).Count());
        Assert.All(names, name => Assert.True(name.Nl.Trim().Length > 1 && name.En.Trim().Length > 1));
    }
}
