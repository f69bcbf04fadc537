using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Cards;
using PerfectviewFunctions.Core.Relations.Facts;
using Xunit;
using Property = PerfectviewFunctions.Core.Tests.Mapping.Property;

namespace PerfectviewFunctions.Core.Tests.Relations;

public sealed class DebtorFormTests
{
    private static readonly AddressDetails Visiting = new("Keizersgracht", "12", "bis", "1015 AA", "Amsterdam", "Nederland");
    private static readonly AddressDetails Postal = Visiting with { Street = "Postbus", StreetNumber = "7", StreetSuffix = null };
    private static readonly AddressDetails Invoice = Visiting with { Street = "Factuurlaan" };

    [Fact]
    public void ToCard_every_fact_finds_its_field()
    {
        var debtor = new DebtorDetails("r-1", IsPerson: false)
        {
            Name = "  Bakkerij\tDe  Krul ", ContactPerson = "A. Bakker", Gender = "v", Salutation = "Geachte mevrouw",
            VisitingAddress = Visiting, PostalAddress = Postal, Phone = "020-1234567", MobilePhone = "06-12345678",
            Email = "info@krul.example", InvoiceEmail = "factuur@krul.example", Website = "https://krul.example",
            VatNumber = "nl 0012.34.567.b01", ChamberOfCommerceNumber = "KvK 1234 5678", Iban = "nl91 abna 0417 1643 00", Bic = "abna nl2a",
            Note = "line 1\nline 2",
        };

        Assert.Equal(
            new DebtorCard("10001", false, "Bakkerij De Krul")
            {
                ContactPerson = "A. Bakker", Gender = "v", Salutation = "Geachte mevrouw",
                VisitingAddress = new("Keizersgracht 12 bis", "1015 AA", "Amsterdam", "Nederland"),
                PostalAddress = new("Postbus 7", "1015 AA", "Amsterdam", "Nederland"),
                Phone = "020-1234567", MobilePhone = "06-12345678", Email = "factuur@krul.example", Website = "https://krul.example",
                VatNumber = "NL001234567B01", ChamberOfCommerceNumber = "12345678", Iban = "NL91ABNA0417164300", Bic = "ABNANL2A",
                Note = "line 1\nline 2",
            },
            DebtorForm.ToCard(debtor, "10001", PersonNameFormat.FirstAndLast).Card);
    }

    [Fact]
    public void ToCard_absent_facts_are_empty() =>
        Assert.Equal(new DebtorCard("10001", false, "Krul"), Form(new DebtorDetails("r-1", false) { Name = "Krul" }));

    [Fact]
    public void ToCard_person_has_no_contact_person() =>
        Assert.Equal("", Form(new DebtorDetails("r-1", true) { LastName = "Berg", ContactPerson = "Iemand" }).ContactPerson);

    [Theory]
    [InlineData(PersonNameFormat.FirstAndLast, "Sanne van der Berg")]
    [InlineData(PersonNameFormat.LastOnly, "van der Berg")]
    [InlineData(PersonNameFormat.InitialsAndLast, "S. van der Berg")]
    [InlineData(PersonNameFormat.LastThenFirst, "Berg, Sanne van der")]
    public void ToCard_person_is_named_as_the_tenant_wants(PersonNameFormat format, string expected)
    {
        var person = new DebtorDetails("r-1", true) { FirstName = "Sanne", Initials = "s", MiddleName = "van der", LastName = "Berg" };

        Assert.Equal(expected, DebtorForm.ToCard(person, "10001", format).Card.Name);
    }

    [Fact]
    public void ToCard_invoice_address_leads_over_the_postal_one() =>
        Assert.Equal("Factuurlaan 12 bis", Form(With(Visiting, Postal, Invoice)).PostalAddress.Street);

    [Fact]
    public void ToCard_without_visiting_address_takes_another() =>
        Assert.Equal("Postbus 7", Form(With(null, Postal, null)).VisitingAddress.Street);

    [Fact]
    public void ToCard_every_field_at_its_limit_is_whole_and_without_notes()
    {
        var card = new DebtorCard("10001", false, Of(100))
        {
            ContactPerson = Of(50), Salutation = Of(50), VisitingAddress = new(Of(150), Of(50), Of(50), Of(50)),
            PostalAddress = new(Of(147) + " 12", Of(50), Of(50), Of(50)), Phone = Of(50), MobilePhone = Of(50),
            Email = Of(137) + "@krul.example", Website = Of(50), Note = Of(4000),
        };
        var debtor = new DebtorDetails("r-1", IsPerson: false)
        {
            Name = card.Name, ContactPerson = card.ContactPerson, Salutation = card.Salutation,
            VisitingAddress = new(Of(150), null, null, Of(50), Of(50), Of(50)),
            PostalAddress = new(Of(147), "12", null, Of(50), Of(50), Of(50)), Phone = card.Phone, MobilePhone = card.MobilePhone,
            Email = card.Email, Website = card.Website, Note = card.Note,
        };

        var (formed, notes) = DebtorForm.ToCard(debtor, "10001", PersonNameFormat.FirstAndLast);

        Assert.Equal(card, formed);
        Assert.Empty(notes);
    }

    [Fact]
    public void ToCard_too_long_is_cut_and_noted_by_the_field_that_leads()
    {
        var address = new AddressDetails(Of(148), "12", null, Of(51), Of(51), Of(51));
        var (card, notes) = DebtorForm.ToCard(
            new DebtorDetails("r-1", IsPerson: false)
            {
                Name = Of(99) + " x", ContactPerson = Of(51), Salutation = Of(51), VisitingAddress = address, InvoiceAddress = address,
                PostalAddress = address, Email = Of(400), InvoiceEmail = "factuur@krul.example",
            },
            "10001",
            PersonNameFormat.FirstAndLast);

        var expected = new DebtorAddress(Of(148) + " 1", Of(50), Of(50), Of(50));
        Assert.Equal((Of(99), Of(50), Of(50), expected, expected, "factuur@krul.example"), (
            card.Name, card.ContactPerson, card.Salutation, card.VisitingAddress, card.PostalAddress, card.Email));
        Assert.Equal(
            [
                (RelationField.Name, Of(99) + " x", Of(99)),
                (RelationField.ContactPerson, Of(51), Of(50)),
                (RelationField.Salutation, Of(51), Of(50)),
                (RelationField.VisitingAddress, $"{Of(148)} 12, {Of(46)}…", $"{Of(148)} 1, {Of(47)}…"),
                (RelationField.InvoiceAddress, $"{Of(148)} 12, {Of(46)}…", $"{Of(148)} 1, {Of(47)}…"),
            ],
            notes.Select(note => (note.Field, note.Sent, note.Kept)));
        Assert.All(notes, note => Assert.Equal(NoteReason.TooLong, note.Why));
    }

    [Fact]
    public void ToCard_address_that_stands_in_two_places_is_noted_once()
    {
        var address = new AddressDetails(Of(151), null, null, null, null, null);

        Assert.Equal(
            [(RelationField.InvoiceAddress, Of(151), Of(150))],
            Notes(new DebtorDetails("r-1", false) { InvoiceAddress = address }).Select(note => (note.Field, note.Sent, note.Kept)));
        Assert.Equal(
            [(RelationField.PostalAddress, Of(151), Of(150))],
            Notes(new DebtorDetails("r-1", false) { PostalAddress = address }).Select(note => (note.Field, note.Sent, note.Kept)));
    }

    [Theory]
    [InlineData(PersonNameFormat.FirstAndLast, true)]
    [InlineData(PersonNameFormat.LastThenFirst, true)]
    [InlineData(PersonNameFormat.LastOnly, false)]
    public void ToCard_person_with_a_long_name_is_noted_as_the_name_that_the_tenant_wants(PersonNameFormat format, bool isCut)
    {
        var person = new DebtorDetails("r-1", true) { FirstName = Of(60), LastName = Of(90) };

        var (card, notes) = DebtorForm.ToCard(person, "10001", format);

        var whole = DebtorName.Of(person, format);
        Assert.Equal(isCut ? whole[..100].TrimEnd() : whole, card.Name);
        Assert.Equal(
            isCut ? [new FieldNote(RelationField.LastName, whole, card.Name, NoteReason.TooLong)] : [],
            notes);
    }

    [Fact]
    public void ToCard_cleans_first_and_tells_it_once()
    {
        var (card, notes) = DebtorForm.ToCard(
            new DebtorDetails("r-1", false)
            {
                Name = "Krul\u0007" + Of(100), ContactPerson = "A\u0007", InvoiceEmail = "niet", Email = "info@krul.example", Iban = "NL00",
            },
            "10001",
            PersonNameFormat.FirstAndLast);

        Assert.Equal(("Krul" + Of(96), "A", "info@krul.example", ""), (card.Name, card.ContactPerson, card.Email, card.Iban));
        Assert.Equal(
            [
                (RelationField.Name, NoteReason.TooLong), (RelationField.ContactPerson, NoteReason.ControlCharacters),
                (RelationField.InvoiceEmail, NoteReason.NotAnEmailAddress), (RelationField.Iban, NoteReason.NotAnIban),
            ],
            notes.Select(note => (note.Field, note.Why)).Order());
    }

    [Fact]
    public void ToCard_field_without_a_place_gives_no_note()
    {
        var bad = new AddressDetails("Kade\u0007", null, null, null, null, null);

        Assert.Empty(Notes(new DebtorDetails("r-1", false)
        {
            Name = "Krul", FirstName = "A\u0007", LastName = "B\u0007", InvoiceEmail = "a@krul.example", Email = "niet",
            InvoiceAddress = bad with { Street = "Kade" }, PostalAddress = bad,
        }));
        Assert.Empty(Notes(new DebtorDetails("r-1", true) { Name = "B\u0007", LastName = "Berg", ContactPerson = Of(51) + "\u0007" }));
    }

    [Fact]
    public void ToCard_any_debtor_fits_the_books_and_has_at_most_one_note_for_a_field() =>
        Property.Holds(RelationSamples.Details, seed: 20260404, debtor =>
        {
            var (card, notes) = DebtorForm.ToCard(debtor, "10001", PersonNameFormat.FirstAndLast);

            foreach (var (text, limit) in Limits(card))
            {
                Assert.True(text.Length <= limit, text);
                Assert.Equal(text.Trim(), text);
                System.Xml.XmlConvert.VerifyXmlChars(text);
            }

            Assert.Equal(notes.Count, notes.DistinctBy(note => note.Field).Count());
            Assert.Equal(card, Form(DebtorCleaning.Clean(debtor).Details));
        }, times: 1000);

    private static IEnumerable<(string Text, int Limit)> Limits(DebtorCard card) =>
    [
        (card.Name, 100), (card.ContactPerson, 50), (card.Gender, 1), (card.Salutation, 50), .. Limits(card.VisitingAddress),
        .. Limits(card.PostalAddress), (card.Phone, 50), (card.MobilePhone, 50), (card.Email, 150), (card.Website, 50), (card.VatNumber, 50),
        (card.ChamberOfCommerceNumber, 8), (card.Iban, 34), (card.Bic, 11), (card.Note, int.MaxValue),
    ];

    private static IEnumerable<(string Text, int Limit)> Limits(DebtorAddress address) =>
        [(address.Street, 150), (address.PostalCode, 50), (address.City, 50), (address.Country, 50)];

    private static string Of(int length) => new('x', length);

    private static IReadOnlyList<FieldNote> Notes(DebtorDetails debtor) =>
        DebtorForm.ToCard(debtor, "10001", PersonNameFormat.FirstAndLast).Notes;

    private static DebtorDetails With(AddressDetails? visiting, AddressDetails? postal, AddressDetails? invoice) =>
        new("r-1", false) { Name = "Krul", VisitingAddress = visiting, PostalAddress = postal, InvoiceAddress = invoice };

    private static DebtorCard Form(DebtorDetails debtor) => DebtorForm.ToCard(debtor, "10001", PersonNameFormat.FirstAndLast).Card;
}
