using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Relations.Cards;
using PerfectviewFunctions.Core.Relations.Facts;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Relations;

public sealed class CardUpdateTests
{
    private static readonly DateTimeOffset At = RelationSamples.At(0);
    private static readonly DebtorAddress Canal = new("Keizersgracht 12 bis", "1015 AA", "Amsterdam", "Nederland");
    private static readonly DebtorAddress Quay = new("Kade 1", "3011 AA", "Rotterdam", "");

    private static readonly DebtorCard Books = new("10001", false, "Krul")
    {
        ContactPerson = "A. Bakker", VisitingAddress = Canal, PostalAddress = Canal, Phone = "020", Email = "info@krul.example", Note = "a\r\nb",
    };

    [Fact]
    public void Only_what_perfectview_spoke_of_changes()
    {
        var wanted = new DebtorCard("PV", true, "Bakkerij") { Phone = "030", Iban = "NL91ABNA0417164300" };

        var update = Of(Books, wanted, null, RelationField.Phone);

        Assert.Equal(Books with { Phone = "030" }, update.Next);
        Assert.Equal([new Overwritten(RelationField.Phone, "020", "030", At)], update.Overwritten);
    }

    [Fact]
    public void Field_that_perfectview_cleared_is_emptied()
    {
        var update = Of(Books, new DebtorCard("10001", false, "Krul"), Books, RelationField.Phone, RelationField.Email);

        Assert.Equal(Books with { Phone = "", Email = "" }, update.Next);
        Assert.Empty(update.Overwritten);
    }

    [Fact]
    public void White_space_and_line_breaks_are_no_difference()
    {
        var books = Books with { Name = " Krul ", PostalAddress = Canal with { City = "Amsterdam " } };

        Assert.Equal(books, Of(books, Books with { Note = "a\nb" }, null, RelationSamples.AllFields).Next);
    }

    [Fact]
    public void Name_that_perfectview_does_not_have_is_left()
    {
        Assert.Equal("Krul", Of(Books, Books with { Name = " " }, Books, RelationSamples.AllFields).Next.Name);
        Assert.Equal("Krul", Of(Books, Books with { Name = "Ander" }, Books, RelationField.Type, RelationField.ContactPerson).Next.Name);
        Assert.Equal("Krul", Of(Books, Books with { Name = "Ander", IsPerson = true }, Books, RelationField.Type, RelationField.FirstName).Next.Name);
        Assert.Equal("Ander", Of(Books, Books with { Name = "Ander" }, Books, RelationField.Name).Next.Name);
    }

    [Fact]
    public void Organisation_that_becomes_a_person_loses_the_contact_person_that_perfectview_knows()
    {
        var person = new DebtorCard("10001", true, "Berg");

        Assert.Equal("", Of(Books, person, Books, RelationField.Type, RelationField.ContactPerson).Next.ContactPerson);
        Assert.Equal("A. Bakker", Of(Books, person, Books, RelationField.Type).Next.ContactPerson);
    }

    [Theory]
    [InlineData(RelationField.Email)]
    [InlineData(RelationField.InvoiceEmail)]
    public void Either_address_for_mail_makes_it_perfectviews(RelationField known)
    {
        var update = Of(Books, Books with { Email = "factuur@krul.example" }, null, known);

        Assert.Equal("factuur@krul.example", update.Next.Email);
        Assert.Equal(new Overwritten(known, "info@krul.example", "factuur@krul.example", At), Assert.Single(update.Overwritten));
    }

    [Theory]
    [InlineData(RelationField.PostalAddress)]
    [InlineData(RelationField.InvoiceAddress)]
    public void Address_is_replaced_as_a_whole_and_shown_on_one_line(RelationField known)
    {
        var update = Of(Books, Books with { PostalAddress = Quay }, null, known);

        Assert.Equal(Books with { PostalAddress = Quay }, update.Next);
        Assert.Equal(
            [new Overwritten(known, "Keizersgracht 12 bis, 1015 AA Amsterdam, Nederland", "Kade 1, 3011 AA Rotterdam", At)],
            update.Overwritten);
    }

    [Fact]
    public void Visiting_address_that_was_our_fallback_follows_the_postal_one()
    {
        var wanted = Books with { VisitingAddress = Quay, PostalAddress = Quay };
        var other = Books with { VisitingAddress = Quay with { Street = "Kade 2" } };

        Assert.Equal(wanted, Of(Books, wanted, Books, RelationField.PostalAddress).Next);

        // Somebody put another there; it was never the postal one; we never wrote the card; Perfectview spoke of neither.
        Assert.Equal(other.VisitingAddress, Of(other, wanted, Books, RelationField.PostalAddress).Next.VisitingAddress);
        Assert.Equal(other.VisitingAddress, Of(other, wanted, other, RelationField.PostalAddress).Next.VisitingAddress);
        Assert.Equal(Canal, Of(Books, wanted, null, RelationField.PostalAddress).Next.VisitingAddress);
        Assert.Equal(Books, Of(Books, wanted, Books, RelationField.Phone).Next);
    }

    [Fact]
    public void Visiting_address_that_is_empty_takes_the_fallback_unless_somebody_emptied_it()
    {
        var empty = Books with { VisitingAddress = DebtorAddress.None };
        var wanted = Books with { VisitingAddress = Quay, PostalAddress = Quay };

        Assert.Equal(Quay, Of(empty, wanted, null, RelationField.PostalAddress).Next.VisitingAddress);
        Assert.Equal(DebtorAddress.None, Of(empty, wanted, Books, RelationField.PostalAddress).Next.VisitingAddress);
    }

    [Fact]
    public void What_somebody_typed_over_ours_is_told_and_what_we_wrote_is_not()
    {
        var written = Books with { Phone = "010" };
        var wanted = Books with { Phone = "030", Email = "nieuw@krul.example" };

        Assert.Equal(
            [new Overwritten(RelationField.Phone, "020", "030", At)],
            Of(Books, wanted, written, RelationField.Phone, RelationField.Email).Overwritten);
    }

    [Fact]
    public void Empty_place_loses_nothing() =>
        Assert.Empty(Of(Books with { Phone = " " }, Books, Books with { Phone = "010" }, RelationSamples.AllFields).Overwritten);

    [Fact]
    public void Type_and_name_are_told_in_the_words_of_a_bookkeeper() => Assert.Equal(
        [
            new Overwritten(RelationField.Type, "Bedrijf", "Particulier", At),
            new Overwritten(RelationField.LastName, "Krul", "Berg", At),
        ],
        Of(Books, new DebtorCard("10001", true, "Berg"), null, RelationField.Type, RelationField.LastName).Overwritten);

    /// <summary>Its phone was there before Perfectview spoke of any: the first time that it does, somebody's number is lost.</summary>
    [Fact]
    public void What_is_not_perfectviews_is_never_remembered_as_ours()
    {
        var first = Of(Books, Books with { Email = "nieuw@krul.example" }, null, RelationField.Email);
        var wanted = first.Next with { Phone = "030", VisitingAddress = Quay, PostalAddress = Quay };
        var second = Of(first.Next, wanted, first.Ours, RelationField.Email, RelationField.Phone, RelationField.PostalAddress);

        Assert.Equal(("nieuw@krul.example", ""), (first.Ours.Email, first.Ours.Phone));
        Assert.Equal(wanted with { VisitingAddress = Canal }, second.Next);
        Assert.Equal([RelationField.PostalAddress, RelationField.Phone], second.Overwritten.Select(lost => lost.Field));
        Assert.Equal((Quay, DebtorAddress.None, "030"), (second.Ours.PostalAddress, second.Ours.VisitingAddress, second.Ours.Phone));
    }

    [Fact]
    public void Long_text_is_told_within_bounds() =>
        Assert.Equal(
            4000,
            Assert.Single(Of(Books with { Note = new string('a', 9000) }, Books, null, RelationField.Note).Overwritten).Old.Length);

    private static CardUpdate Of(DebtorCard books, DebtorCard wanted, DebtorCard? written, params RelationField[] known) =>
        CardUpdate.Of(books, wanted, known.ToHashSet(), written, At);
}
