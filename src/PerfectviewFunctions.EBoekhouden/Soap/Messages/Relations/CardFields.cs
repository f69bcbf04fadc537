using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Cards;

namespace PerfectviewFunctions.EBoekhouden.Soap.Messages.Relations;

/// <summary>
/// The fields of cRelatie behind ID and AddDatum, in the order of the WSDL: the one place that says what is read and what is sent of a
/// relation. Source: manual Soap 5.5 §3.4 and §3.20.
/// </summary>
internal static class CardFields
{
    public static IReadOnlyList<CardField> InOrder { get; } =
    [
        Own("Code", card => card.Code, (card, text) => card with { Code = text }),
        Own("Bedrijf", card => card.Name, (card, text) => card with { Name = text }),
        Own("Contactpersoon", card => card.ContactPerson, (card, text) => card with { ContactPerson = text }),
        Own("Geslacht", card => card.Gender, (card, text) => card with { Gender = OwnField.GenderIn(text) }),
        .. Address("", card => card.VisitingAddress, (card, address) => card with { VisitingAddress = address }),
        .. Address("2", card => card.PostalAddress, (card, address) => card with { PostalAddress = address }),
        Own("Telefoon", card => card.Phone, (card, text) => card with { Phone = text }),
        Own("GSM", card => card.MobilePhone, (card, text) => card with { MobilePhone = text }),
        Kept("FAX"),
        Own("Email", card => card.Email, (card, text) => card with { Email = text }),
        Own("Site", card => card.Website, (card, text) => card with { Website = text }),
        Own("Notitie", card => card.Note, (card, text) => card with { Note = OwnField.LinesIn(text) }),
        Kept("Bankrekening"),
        Kept("Girorekening"),
        Own("BTWNummer", card => card.VatNumber, (card, text) => card with { VatNumber = text }),
        Own("KvkNummer", card => card.ChamberOfCommerceNumber, (card, text) => card with { ChamberOfCommerceNumber = text }),
        Own("Aanhef", card => card.Salutation, (card, text) => card with { Salutation = text }),
        Own("IBAN", card => card.Iban, (card, text) => card with { Iban = text }),
        Own("BIC", card => card.Bic, (card, text) => card with { Bic = text }),
        Own("BP", card => card.IsPerson ? "P" : "B", (card, text) => card with { IsPerson = text == "P" }),
        Kept("Def1"), Kept("Def2"), Kept("Def3"), Kept("Def4"), Kept("Def5"),
        Kept("Def6"), Kept("Def7"), Kept("Def8"), Kept("Def9"), Kept("Def10"),
        Kept("LA", unused: "0"), // no member administration
        new KeptNumber("Gb_ID"),
        new KeptNumber("GeenEmail"),
        new KeptNumber("NieuwsbriefgroepenCount"),
    ];

    private static OwnField Own(string name, Func<DebtorCard, string> get, Func<DebtorCard, string, DebtorCard> set) => new(name, get, set);

    private static KeptField Kept(string name, string unused = "") => new(name, unused);

    private static IEnumerable<OwnField> Address(
        string suffix, Func<DebtorCard, DebtorAddress> get, Func<DebtorCard, DebtorAddress, DebtorCard> set) =>
        OwnField.Address(["Adres" + suffix, "Postcode" + suffix, "Plaats" + suffix, "Land" + suffix], get, set);
}
