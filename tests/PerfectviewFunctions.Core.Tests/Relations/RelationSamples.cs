using FsCheck;
using FsCheck.Fluent;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Facts;

namespace PerfectviewFunctions.Core.Tests.Relations;

/// <summary>Relations as senders and bookkeepers make them: good, wrong, blank, too long and full of strange characters.</summary>
internal static class RelationSamples
{
    public static readonly RelationField[] AllFields = Enum.GetValues<RelationField>();

    private static readonly string Long = string.Concat(Enumerable.Repeat("Straße 🧾 ", 40));

    private static readonly Gen<string?> Texts = Gen.OneOf(
        Gen.Elements<string?>(null, "", " ", "Krul", " De  Krul\t", "Krul\r\nzonen", "a\u0007b", "\u0000", "\uD83E\u0001\uDDFE", "x\uFFFE", Long),
        Gen.Elements("x", " ", "🧾", "\u0085", "\r", "\n", "\uD800", "\uFFFF", "é").ListOf().Select(parts => (string?)string.Concat(parts)));

    private static readonly Gen<string?> VatNumbers = Or(
        "NL001234567B01", "001234567b01", "nl 0012.34.567.b01", "BTW: BE 0123.456.749", "BE123456749", "DE123456788", "IE1+23456L", "ZZ12", "12");

    private static readonly Gen<string?> Ibans = Or("NL91 ABNA 0417 1643 00", "IBAN: be68539007547034", "NL91ABNA0417164301", "NL91", "\u0007");

    private static readonly Gen<string?> Bics = Or("abna nl2a", "BIC DEUTDEFF500", "DEUTDE", "BICAFRPP", "SWIFT:");

    private static readonly Gen<string?> Emails = Or(
        "info@krul.example", " Krul <info@krul.example> ", "a@krul.example; b@krul.example", "niet", new string('x', 150) + "@krul.example",
        "\"Krul, de\" <info@krul.example>", "\u200Binfo@krul.example", "mailto:info@krul.example", "\"a;b@krul.example");

    private static readonly Gen<string?> Websites = Or(
        "https://krul.example/", "https://www.krul.example/" + new string('a', 30) + "/", "krul.example/winkel?van=" + new string('b', 60), Long);

    private static readonly Gen<AddressDetails?> Addresses =
        from parts in Texts.ArrayOf(6)
        from isNull in Gen.Frequency((1, Gen.Constant(true)), (3, Gen.Constant(false)))
        select isNull ? null : new AddressDetails(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);

    /// <summary>As sent, good or bad.</summary>
    public static Gen<DebtorDetails> Details { get; } =
        from texts in Texts.ArrayOf(9)
        from isPerson in Gen.Elements(true, false)
        from gender in Or("m", "V", "x")
        from addresses in Addresses.ArrayOf(3)
        from phones in Or("020-1234567", new string('1', 51)).ArrayOf(2)
        from emails in Emails.ArrayOf(2)
        from website in Websites
        from vat in VatNumbers
        from chamber in Or("KvK 1234 5678", "1234567", "12345678")
        from iban in Ibans
        from bic in Bics
        select new DebtorDetails("r-1", isPerson)
        {
            Code = texts[0], Name = texts[1], Initials = texts[2], FirstName = texts[3], MiddleName = texts[4], LastName = texts[5],
            ContactPerson = texts[6], Gender = gender, Salutation = texts[7], VisitingAddress = addresses[0], PostalAddress = addresses[1],
            InvoiceAddress = addresses[2], Phone = phones[0], MobilePhone = phones[1], Email = emails[0], InvoiceEmail = emails[1],
            Website = website, VatNumber = vat, ChamberOfCommerceNumber = chamber, Iban = iban, Bic = bic, Note = texts[8],
        };

    public static Gen<IReadOnlySet<RelationField>> Fields { get; } =
        Gen.SubListOf(AllFields).Select(fields => (IReadOnlySet<RelationField>)fields.ToHashSet());

    /// <summary>Events of one relation, in the order of their stamps; several at the same instant.</summary>
    public static Gen<RelationEvent[]> Events { get; } =
        from count in Gen.Choose(1, 6)
        from changes in Change.ArrayOf(count)
        from minutes in Gen.Choose(0, 3).ArrayOf(count)
        select changes.Select((change, number) => new RelationEvent(change, new Stamp(At(minutes[number]), $"e{number}")))
            .OrderBy(sent => sent.Stamp).ToArray();

    /// <summary>Cards of which parts are often the same.</summary>
    public static Gen<DebtorCard> Cards { get; } = CardsOf("", " ", "a", " a", "b", "c\r\nd", "c\nd");

    public static Gen<DebtorCard> FullCards { get; } = CardsOf("a", "b", "c");

    public static DateTimeOffset At(int minutes) => new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero).AddMinutes(minutes);

    private static Gen<RelationChange> Change =>
        from said in Details
        from mentioned in Fields
        from isDeletion in Gen.Frequency((1, Gen.Constant(true)), (4, Gen.Constant(false)))
        select new RelationChange(said, mentioned) { IsDeletion = isDeletion };

    private static Gen<DebtorCard> CardsOf(params string[] values) =>
        from texts in Gen.Elements(values).ArrayOf(14)
        from streets in Gen.Elements(values).ArrayOf(2)
        from isPerson in Gen.Elements(true, false)
        select new DebtorCard("10001", isPerson, texts[0])
        {
            ContactPerson = texts[1], Gender = texts[2], Salutation = texts[3], VisitingAddress = Address(streets[0]),
            PostalAddress = Address(streets[1]), Phone = texts[4], MobilePhone = texts[5], Email = texts[6], Website = texts[7],
            VatNumber = texts[8], ChamberOfCommerceNumber = texts[9], Iban = texts[10], Bic = texts[11], Note = texts[12],
        };

    private static DebtorAddress Address(string street) => new(street, street.Trim().Length > 0 ? "1015 AA" : "", "", "");

    private static Gen<string?> Or(params string[] values) =>
        Gen.Frequency((3, Gen.Elements(values).Select(value => (string?)value)), (1, Texts));
}

internal sealed record RelationEvent(RelationChange Change, Stamp Stamp);
