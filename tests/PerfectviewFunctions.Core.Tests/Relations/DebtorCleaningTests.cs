using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Cards;
using PerfectviewFunctions.Core.Relations.Facts;
using Xunit;
using Property = PerfectviewFunctions.Core.Tests.Mapping.Property;

namespace PerfectviewFunctions.Core.Tests.Relations;

public sealed class DebtorCleaningTests
{
    private static readonly DebtorDetails Empty = new("r-1", IsPerson: false);

    [Theory]
    [InlineData("12345678", "12345678")]
    [InlineData("KvK 1234 5678", "12345678")]
    [InlineData("kvk-nr. 12.34.56.78", "12345678")]
    [InlineData("1234567", null)]
    [InlineData("123456789", null)]
    [InlineData("n.v.t.", null)]
    [InlineData("\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668", null)]
    public void Chamber_of_commerce_number_is_eight_digits(string sent, string? kept) => Holds(
        Clean(RelationField.ChamberOfCommerceNumber, Empty with { ChamberOfCommerceNumber = sent }),
        details => details.ChamberOfCommerceNumber,
        sent,
        kept,
        NoteReason.NotAChamberOfCommerceNumber);

    [Theory]
    [InlineData("nl91 abna 0417 1643 00", "NL91ABNA0417164300")]
    [InlineData("IBAN: NL91-ABNA-0417-1643-00", "NL91ABNA0417164300")]
    [InlineData("BE68 5390 0754 7034", "BE68539007547034")]
    [InlineData("DE89 3704 0044 0532 0130 00", "DE89370400440532013000")]
    [InlineData("GB29 NWBK 6016 1331 9268 19", "GB29NWBK60161331926819")]
    [InlineData("AE07 0331 2345 6789 0123 456", "AE070331234567890123456")]
    [InlineData("NL91 ABNA 0417 1643 01", null)]
    [InlineData("NL91 ABNA 0471 1643 00", null)]
    [InlineData("NL91 ABNA 0417 1643 000", null)]
    [InlineData("NL91", null)]
    [InlineData("0417164300", null)]
    [InlineData("NL91ÅBNA0417164300", null)]
    public void Iban_has_the_length_of_its_country_and_a_right_checksum(string sent, string? kept) => Holds(
        Clean(RelationField.Iban, Empty with { Iban = sent }), details => details.Iban, sent, kept, NoteReason.NotAnIban);

    [Theory]
    [InlineData("abna nl2a", "ABNANL2A")]
    [InlineData("BIC: DEUTDEFF500", "DEUTDEFF500")]
    [InlineData("SWIFT BIC DEUTDEFF", "DEUTDEFF")]
    [InlineData("BICAFRPP", "BICAFRPP")]
    [InlineData("DEUTDEFF5", null)]
    [InlineData("DEUT99FF", null)]
    [InlineData("-", null)]
    public void Bic_has_eight_or_eleven_characters_in_its_form(string sent, string? kept) => Holds(
        Clean(RelationField.Bic, Empty with { Bic = sent }), details => details.Bic, sent, kept, NoteReason.NotABic);

    [Theory]
    [InlineData("nl 0012.34.567.b01", "NL001234567B01")]
    [InlineData("001234567B01", "NL001234567B01")]
    [InlineData("BTW-nr. NL001234567B01", "NL001234567B01")]
    [InlineData("NL000000000B99", "NL000000000B99")]
    [InlineData("NL001234567", null)]
    [InlineData("NL001234567C01", null)]
    [InlineData("BE 0123.456.749", "BE0123456749")]
    [InlineData("BTW BE 0123.456.749", "BE0123456749")]
    [InlineData("BE0123456748", null)]
    [InlineData("BE123456749", null)]
    [InlineData("BE2123456749", null)]
    [InlineData("DE 123 456 789", "DE123456789")]
    [InlineData("DE12345678", null)]
    [InlineData("ATU12345678", "ATU12345678")]
    [InlineData("AT12345678", null)]
    [InlineData("BG1234567890", "BG1234567890")]
    [InlineData("CY12345678X", "CY12345678X")]
    [InlineData("CZ1234567", null)]
    [InlineData("DK12345678", "DK12345678")]
    [InlineData("EE123456789", "EE123456789")]
    [InlineData("EL123456789", "EL123456789")]
    [InlineData("GR123456789", "GR123456789")]
    [InlineData("ESX1234567X", "ESX1234567X")]
    [InlineData("FI12345678", "FI12345678")]
    [InlineData("FRXX123456789", "FRXX123456789")]
    [InlineData("HR12345678901", "HR12345678901")]
    [InlineData("HU12345678", "HU12345678")]
    [InlineData("IE1234567FA", "IE1234567FA")]
    [InlineData("IE1+23456L", "IE1+23456L")]
    [InlineData("IT12345678901", "IT12345678901")]
    [InlineData("LT123456789012", "LT123456789012")]
    [InlineData("LT1234567890", null)]
    [InlineData("LU12345678", "LU12345678")]
    [InlineData("LV12345678901", "LV12345678901")]
    [InlineData("MT12345678", "MT12345678")]
    [InlineData("PL123-456-78-90", "PL1234567890")]
    [InlineData("PT123456789", "PT123456789")]
    [InlineData("RO12", "RO12")]
    [InlineData("RO12345678901", null)]
    [InlineData("SE123456789001", "SE123456789001")]
    [InlineData("SI12345678", "SI12345678")]
    [InlineData("SK1234567890", "SK1234567890")]
    [InlineData("XI123456789", "XI123456789")]
    [InlineData("GB 123 4567 89", "GB123456789")]
    [InlineData("CHE-123.456.789 MWST", "CHE123456789MWST")]
    [InlineData("NO 123 456 789 MVA", "NO123456789MVA")]
    [InlineData("US12-3456789", "US123456789")]
    [InlineData("US1+3456789", null)]
    [InlineData("US1", null)]
    [InlineData("US12345678901234", null)]
    [InlineData("123456789", null)]
    [InlineData("geen", null)]
    public void Vat_number_has_the_form_of_its_country(string sent, string? kept) => Holds(
        Clean(RelationField.VatNumber, Empty with { VatNumber = sent }), details => details.VatNumber, sent, kept, NoteReason.NotAVatNumber);

    [Theory]
    [InlineData("m", "m")]
    [InlineData(" V ", "v")]
    [InlineData("vrouw", null)]
    public void Gender_is_m_or_v(string sent, string? kept) => Holds(
        Clean(RelationField.Gender, Empty with { Gender = sent }), details => details.Gender, sent, kept, NoteReason.NotAGender);

    [Theory]
    [InlineData(" info@krul.example ", "info@krul.example")]
    [InlineData("Krul <info@krul.example>", "info@krul.example")]
    [InlineData("\"Krul, de; bakker\" <info@krul.example>", "info@krul.example")]
    [InlineData("Krul, de <info@krul.example>", "info@krul.example")]
    [InlineData("mailto:Info@Krul.example", "Info@Krul.example")]
    [InlineData("\u200Binfo@krul.example\uFEFF", "info@krul.example")]
    [InlineData("info@krul.example;", "info@krul.example")]
    [InlineData("j.o'neill+x@müller.example", "j.o'neill+x@müller.example")]
    [InlineData("info@krul", null)]
    [InlineData("info krul@krul.example", null)]
    [InlineData("info@@krul.example", null)]
    [InlineData(".info@krul.example", null)]
    [InlineData("info@-krul.example", null)]
    [InlineData("onbekend", null)]
    public void Email_is_one_address(string sent, string? kept) => Holds(
        Clean(RelationField.InvoiceEmail, Empty with { InvoiceEmail = sent }),
        details => details.InvoiceEmail,
        sent,
        kept,
        NoteReason.NotAnEmailAddress);

    [Theory]
    [InlineData("a@krul.example; b@krul.example", "a@krul.example")]
    [InlineData("onbekend, b@krul.example", "b@krul.example")]
    [InlineData("Berg <a@krul.example>, Krul <b@krul.example>", "a@krul.example")]
    [InlineData("\"a@krul.example; b@krul.example", "a@krul.example")]
    public void Email_of_several_is_the_first_that_is_one(string sent, string kept)
    {
        var (details, notes) = Clean(RelationField.Email, Empty with { Email = sent });

        Assert.Equal(kept, details.Email);
        Assert.Equal([new FieldNote(RelationField.Email, sent, kept, NoteReason.OneOfSeveral)], notes);
    }

    [Fact]
    public void What_is_useless_when_cut_is_left_out_when_too_long()
    {
        var (email, phone) = (new string('x', 138) + "@krul.example", new string('1', 51));
        var (details, notes) = DebtorCleaning.Clean(
            Empty with { Email = email, InvoiceEmail = email[1..], Phone = phone, MobilePhone = phone[1..] });

        Assert.Equal((null, email[1..], null, phone[1..]), (details.Email, details.InvoiceEmail, details.Phone, details.MobilePhone));
        Assert.Equal(
            [
                new FieldNote(RelationField.Phone, phone, null, NoteReason.TooLongToCut),
                new FieldNote(RelationField.Email, email, null, NoteReason.TooLongToCut),
            ],
            notes);
    }

    [Theory]
    [InlineData("https://krul.example/", "https://krul.example/", null)]
    [InlineData("https://www.krul.example/een-heel-lange-naam-van-30/", "www.krul.example/een-heel-lange-naam-van-30", null)]
    [InlineData("http://krul.example/winkel/?van=de-bakkerij-en-zonen-te-amsterdam", "krul.example/winkel", NoteReason.TooLong)]
    [InlineData("krul.example/#over-ons-en-onze-bakkerij-en-zonen-te-amsterdam", "krul.example", NoteReason.TooLong)]
    [InlineData("krul.example/?terug=https://bakkerij-en-zonen-te-amsterdam.example", "krul.example", NoteReason.TooLong)]
    [InlineData("krul.example/een-heel-lange-bladzijde-over-de-bakkerij-en-zonen", null, NoteReason.TooLongToCut)]
    [InlineData("https:////////////////////////////////////////////////////", null, NoteReason.TooLongToCut)]
    public void Website_too_long_goes_without_what_it_can_miss(string sent, string? kept, NoteReason? why)
    {
        var (details, notes) = Clean(RelationField.Website, Empty with { Website = sent });

        Assert.Equal(kept, details.Website);
        Assert.Equal(why is null ? [] : [new FieldNote(RelationField.Website, sent, kept, why.Value)], notes);
    }

    [Theory]
    [InlineData(" De  Krul\t", "De Krul", null)]
    [InlineData("De\r\nKrul\u0085\u2028BV", "De Krul BV", null)]
    [InlineData("", null, null)]
    [InlineData(" \u00A0\n", null, null)]
    [InlineData("De\u0007 \u007FKrul\u0081", "De Krul", "De␇ ␡Krul\uFFFD")]
    [InlineData("Krul\uFFFE\uFFFF", "Krul", "Krul\uFFFD\uFFFD")]
    [InlineData("\u0000", null, "␀")]
    public void One_line_has_no_control_characters_and_single_spaces(string sent, string? kept, string? noted)
    {
        var (details, notes) = Clean(RelationField.Name, Empty with { Name = sent });

        Assert.Equal(kept, details.Name);
        Assert.Equal(noted is null ? [] : [new FieldNote(RelationField.Name, noted, kept, NoteReason.ControlCharacters)], notes);
    }

    /// <summary>Not as inline data, which can't hold them.</summary>
    [Fact]
    public void Half_a_character_goes_and_two_halves_do_not_become_one()
    {
        var (details, notes) = Clean(RelationField.VisitingAddress, Empty with { VisitingAddress = new(null, null, null, null, "A\uD83E\u0001\uDDFEb\uD800", null) });

        Assert.Equal("Ab", details.VisitingAddress!.City);
        Assert.Equal([new FieldNote(RelationField.VisitingAddress, "A\uFFFD␁\uFFFDb\uFFFD", "Ab", NoteReason.ControlCharacters)], notes);
    }

    [Theory]
    [InlineData(" a\tb\r\nc\rd\ve\ff\n", "a\tb\nc\nd\ne\nf", null)]
    [InlineData("a\n\n b", "a\n\n b", null)]
    [InlineData("a\u0001\nb", "a\nb", "a␁\nb")]
    public void Note_keeps_its_lines(string sent, string kept, string? noted)
    {
        var (details, notes) = Clean(RelationField.Note, Empty with { Note = sent });

        Assert.Equal(kept, details.Note);
        Assert.Equal(noted is null ? [] : [new FieldNote(RelationField.Note, noted, kept, NoteReason.ControlCharacters)], notes);
    }

    [Fact]
    public void Number_with_a_control_character_is_noted_once_by_what_is_worst()
    {
        Assert.Equal(NoteReason.ControlCharacters, Assert.Single(Clean(RelationField.Iban, Empty with { Iban = "NL91ABNA\u00010417164300" }).Notes).Why);
        Assert.Equal(NoteReason.NotAnIban, Assert.Single(Clean(RelationField.Iban, Empty with { Iban = "NL91ABNA\u00010417164301" }).Notes).Why);
    }

    [Fact]
    public void Address_without_a_part_is_none_and_one_note_tells_of_all_its_parts()
    {
        Assert.Null(DebtorCleaning.Clean(Empty with { PostalAddress = new(" ", "", null, null, null, null) }).Details.PostalAddress);

        var (details, notes) = DebtorCleaning.Clean(Empty with { PostalAddress = new("Kade\u0001", "1\u0002", null, "1015 AA", " Stad ", "") });

        Assert.Equal(new AddressDetails("Kade", "1", null, "1015 AA", "Stad", null), details.PostalAddress);
        Assert.Equal([new FieldNote(RelationField.PostalAddress, "Kade␁ 1␂, 1015 AA Stad", "Kade 1, 1015 AA Stad", NoteReason.ControlCharacters)], notes);
    }

    [Fact]
    public void Note_shows_the_beginning_of_a_long_text()
    {
        var note = Assert.Single(Clean(RelationField.Note, Empty with { Note = "\u0001" + new string('a', 197) + "🧾" + new string('b', 300) }).Notes);

        Assert.Equal(("␁" + new string('a', 197) + "…", new string('a', 197) + "🧾…"), (note.Sent, note.Kept));
    }

    [Fact]
    public void Clean_details_stay_as_they_are() => Property.Holds(RelationSamples.Details, seed: 20260401, said =>
    {
        var clean = DebtorCleaning.Clean(said).Details;
        var (again, notes) = DebtorCleaning.Clean(clean);

        Assert.Equal(clean, again);
        Assert.Empty(notes);
    });

    [Fact]
    public void Each_field_is_cleaned_by_itself() => Property.Holds(RelationSamples.Details, seed: 20260402, said =>
    {
        var (clean, notes) = DebtorCleaning.Clean(said);
        Assert.Equal(notes.Count, notes.DistinctBy(note => note.Field).Count());
        foreach (var field in RelationSamples.AllFields)
        {
            var (alone, told) = DebtorCleaning.Clean(RelationFields.Copy(field, Empty, said));

            Assert.Equal(RelationFields.Copy(field, Empty, clean), alone);
            Assert.Equal(notes.Where(note => note.Field == field), told);
        }
    }, times: 500);

    [Fact]
    public void No_text_has_what_xml_can_not_hold() => Property.Holds(RelationSamples.Details, seed: 20260403, said =>
    {
        var (clean, notes) = DebtorCleaning.Clean(said);

        // A record shows all its texts.
        foreach (var text in notes.SelectMany(note => new[] { note.Sent, note.Kept ?? "" }).Append(clean.ToString()))
        {
            System.Xml.XmlConvert.VerifyXmlChars(text);
            Assert.DoesNotContain(text, c => char.IsControl(c) && !char.IsWhiteSpace(c));
        }

        Assert.All(notes, note => Assert.True(note.Sent.Length <= 200 && (note.Kept ?? "").Length <= 200));
    });

    private static CleanDebtor Clean(RelationField field, DebtorDetails said)
    {
        var clean = DebtorCleaning.Clean(said);
        Assert.All(clean.Notes, note => Assert.Equal(field, note.Field));
        return clean;
    }

    private static void Holds(CleanDebtor clean, Func<DebtorDetails, string?> read, string sent, string? kept, NoteReason why)
    {
        Assert.Equal(kept, read(clean.Details));
        Assert.Equal(kept is null ? [(sent, null, why)] : [], clean.Notes.Select(note => (note.Sent, note.Kept, note.Why)));
    }
}
