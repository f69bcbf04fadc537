using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Relations.Facts;

namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>One thing on a card that stands, changes and is compared as a whole.</summary>
/// <param name="Field">The field of Perfectview that leads in it.</param>
/// <param name="Value">To compare by: white space around texts, and the kind of line breaks, say nothing.</param>
/// <param name="Copy">The first card with this part of the second.</param>
internal sealed record CardPart(
    RelationField Field, Func<DebtorCard, object> Value, Func<DebtorCard, DebtorCard, DebtorCard> Copy)
{
    /// <summary>Every part but the code, which has rules of its own.</summary>
    public static IReadOnlyList<CardPart> All { get; } =
    [
        new(RelationField.Type, card => card.IsPerson, (to, from) => to with { IsPerson = from.IsPerson }),
        Text(RelationField.Name, card => card.Name, (to, text) => to with { Name = text }),
        Text(RelationField.ContactPerson, card => card.ContactPerson, (to, text) => to with { ContactPerson = text }),
        Text(RelationField.Gender, card => card.Gender, (to, text) => to with { Gender = text }),
        Text(RelationField.Salutation, card => card.Salutation, (to, text) => to with { Salutation = text }),
        Address(RelationField.VisitingAddress, card => card.VisitingAddress, (to, address) => to with { VisitingAddress = address }),
        Address(RelationField.PostalAddress, card => card.PostalAddress, (to, address) => to with { PostalAddress = address }),
        Text(RelationField.Phone, card => card.Phone, (to, text) => to with { Phone = text }),
        Text(RelationField.MobilePhone, card => card.MobilePhone, (to, text) => to with { MobilePhone = text }),
        Text(RelationField.Email, card => card.Email, (to, text) => to with { Email = text }),
        Text(RelationField.Website, card => card.Website, (to, text) => to with { Website = text }),
        Text(RelationField.VatNumber, card => card.VatNumber, (to, text) => to with { VatNumber = text }),
        Text(
            RelationField.ChamberOfCommerceNumber,
            card => card.ChamberOfCommerceNumber,
            (to, text) => to with { ChamberOfCommerceNumber = text }),
        Text(RelationField.Iban, card => card.Iban, (to, text) => to with { Iban = text }),
        Text(RelationField.Bic, card => card.Bic, (to, text) => to with { Bic = text }),
        Text(RelationField.Note, card => card.Note, (to, text) => to with { Note = text }),
    ];

    public bool IsSame(DebtorCard one, DebtorCard other) => Value(one).Equals(Value(other));

    /// <summary>As a bookkeeper reads it; the type in the words of e-Boekhouden. Empty when nothing stands there.</summary>
    public string Shown(DebtorCard card) => Value(card) switch
    {
        bool isPerson => isPerson ? "Particulier" : "Bedrijf",
        DebtorAddress address => AddressLine.Of(address),
        var text => (string)text,
    };

    private static CardPart Text(RelationField field, Func<DebtorCard, string> read, Func<DebtorCard, string, DebtorCard> write) =>
        new(field, card => Bare(read(card)), (to, from) => write(to, read(from)));

    private static CardPart Address(
        RelationField field, Func<DebtorCard, DebtorAddress> read, Func<DebtorCard, DebtorAddress, DebtorCard> write) =>
        new(field, card => Bare(read(card)), (to, from) => write(to, read(from)));

    private static DebtorAddress Bare(DebtorAddress address) =>
        new(Bare(address.Street), Bare(address.PostalCode), Bare(address.City), Bare(address.Country));

    private static string Bare(string text) => text.Trim().ReplaceLineEndings("\n");
}
