using System.Collections.Frozen;
using PerfectviewFunctions.Core.Relations.Facts;

namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>What people call each field of a relation.</summary>
public static class FieldName
{
    private static readonly FrozenDictionary<RelationField, (string Nl, string En)> Names = new Dictionary<RelationField, (string, string)>
    {
        [RelationField.Type] = ("soort relatie", "kind of relation"),
        [RelationField.Code] = ("debiteurnummer", "debtor number"),
        [RelationField.Name] = ("naam", "name"),
        [RelationField.Initials] = ("voorletters", "initials"),
        [RelationField.FirstName] = ("voornaam", "first name"),
        [RelationField.MiddleName] = ("tussenvoegsel", "name prefix"),
        [RelationField.LastName] = ("achternaam", "last name"),
        [RelationField.ContactPerson] = ("contactpersoon", "contact person"),
        [RelationField.Gender] = ("geslacht", "gender"),
        [RelationField.Salutation] = ("aanhef", "salutation"),
        [RelationField.VisitingAddress] = ("bezoekadres", "visiting address"),
        [RelationField.PostalAddress] = ("postadres", "postal address"),
        [RelationField.InvoiceAddress] = ("factuuradres", "invoice address"),
        [RelationField.Phone] = ("telefoonnummer", "phone number"),
        [RelationField.MobilePhone] = ("mobiel nummer", "mobile number"),
        [RelationField.Email] = ("e-mailadres", "e-mail address"),
        [RelationField.InvoiceEmail] = ("e-mailadres voor facturen", "e-mail address for invoices"),
        [RelationField.Website] = ("website", "website"),
        [RelationField.VatNumber] = ("btw-nummer", "VAT number"),
        [RelationField.ChamberOfCommerceNumber] = ("KvK-nummer", "Chamber of Commerce number"),
        [RelationField.Iban] = ("IBAN", "IBAN"),
        [RelationField.Bic] = ("BIC", "BIC"),
        [RelationField.Note] = ("notitie", "note"),
    }.ToFrozenDictionary();

    /// <summary>Without an article, in small letters unless it is an abbreviation.</summary>
    public static (string Nl, string En) Of(RelationField field) => Names[field];
}
