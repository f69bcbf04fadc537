using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Cards;

namespace PerfectviewFunctions.EBoekhouden.Rest.Cards;

/// <summary>The fields of CreateRelation and PatchRelation that a card knows, with their lengths: the one place that says what is read and what is sent of a relation.</summary>
internal static class RestCardFields
{
    public static IReadOnlyList<RestCardField> All { get; } =
    [
        Field("type", 1, card => card.IsPerson ? "P" : "B", (card, text) => card with { IsPerson = text == "P" }),
        Field("code", 15, card => card.Code, (card, text) => card with { Code = text }),
        Field("name", 100, card => card.Name, (card, text) => card with { Name = text }),
        Field("contact", 50, card => card.ContactPerson, (card, text) => card with { ContactPerson = text }),
        Field("gender", 1, card => card.Gender, (card, text) => card with { Gender = OwnField.GenderIn(text) }),
        Field("salutation", 50, card => card.Salutation, (card, text) => card with { Salutation = text }),
        .. Address("", card => card.VisitingAddress, (card, address) => card with { VisitingAddress = address }),
        .. Address("2", card => card.PostalAddress, (card, address) => card with { PostalAddress = address }),
        Field("phoneNumber", 50, card => card.Phone, (card, text) => card with { Phone = text }),
        Field("mobilePhoneNumber", 50, card => card.MobilePhone, (card, text) => card with { MobilePhone = text }),
        Field("emailAddress", 150, card => card.Email, (card, text) => card with { Email = text }),
        Field("website", 50, card => card.Website, (card, text) => card with { Website = text }),
        Field("vatNumber", 50, card => card.VatNumber, (card, text) => card with { VatNumber = text }),

        // REL_008 and REL_007: what the books kept of old in another form, or by the SOAP API, is left as it is there.
        Field("companyRegistrationNumber", 50, card => card.ChamberOfCommerceNumber, (card, text) => card with { ChamberOfCommerceNumber = text }) with { Fit = NumberForms.Digits },
        Field("iban", 50, card => card.Iban, (card, text) => card with { Iban = text }) with { Fit = NumberForms.Iban },
        Field("bic", 20, card => card.Bic, (card, text) => card with { Bic = text }),
        Field("note", 40000, card => card.Note, (card, text) => card with { Note = OwnField.LinesIn(text) }),
    ];

    private static RestCardField Field(string name, int length, Func<DebtorCard, string> get, Func<DebtorCard, string, DebtorCard> set) =>
        new(new OwnField(name, get, set), length, text => text);

    private static IEnumerable<RestCardField> Address(
        string suffix, Func<DebtorCard, DebtorAddress> get, Func<DebtorCard, DebtorAddress, DebtorCard> set) =>
        OwnField.Address(["address" + suffix, "postalCode" + suffix, "city" + suffix, "country" + suffix], get, set)
            .Select((own, index) => new RestCardField(own, index == 0 ? 150 : 50, text => text));
}
