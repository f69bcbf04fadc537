using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Cards;
using Xunit;

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

    /// <summary>Each limit with room for one unit less than the pair that stands there: the whole character goes.</summary>
    [Fact]
    public void ToCard_too_long_is_cut_to_what_the_books_take_and_never_inside_a_character()
    {
        var text = new string('x', 9) + string.Concat(Enumerable.Repeat("🧾", 200));
        var address = new AddressDetails(text, null, null, text, text, text);
        var form = Form(new DebtorDetails("r-1", false)
        {
            Name = text, ContactPerson = text, Salutation = text, VisitingAddress = address, PostalAddress = address, Phone = text,
            MobilePhone = text, Email = text, Website = text, VatNumber = new string('N', 300), ChamberOfCommerceNumber = new string('1', 300),
            Iban = new string('N', 300), Bic = new string('B', 300),
        });

        foreach (var (cut, limit) in new[]
        {
            (form.Name, 100), (form.ContactPerson, 50), (form.Salutation, 50), (form.Phone, 50), (form.MobilePhone, 50), (form.Email, 150),
            (form.Website, 50), (form.VisitingAddress.Street, 150), (form.VisitingAddress.PostalCode, 50), (form.VisitingAddress.City, 50),
            (form.PostalAddress.Country, 50),
        })
        {
            Assert.Equal(limit - 1, cut.Length);
            Assert.True(char.IsLowSurrogate(cut[^1]));
        }

        Assert.Equal((50, 50, 50, 20), (form.VatNumber.Length, form.ChamberOfCommerceNumber.Length, form.Iban.Length, form.Bic.Length));
    }

    private static DebtorDetails With(AddressDetails? visiting, AddressDetails? postal, AddressDetails? invoice) =>
        new("r-1", false) { Name = "Krul", VisitingAddress = visiting, PostalAddress = postal, InvoiceAddress = invoice };

    private static DebtorCard Form(DebtorDetails debtor) => DebtorForm.ToCard(debtor, "10001", PersonNameFormat.FirstAndLast).Card;
}
