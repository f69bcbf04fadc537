using System.Collections.Frozen;

namespace PerfectviewFunctions.Core.Relations.Facts;

/// <summary>How each field is taken over from one set of details into another.</summary>
internal static class RelationFields
{
    private static readonly FrozenDictionary<RelationField, Func<DebtorDetails, DebtorDetails, DebtorDetails>> Copies =
        new Dictionary<RelationField, Func<DebtorDetails, DebtorDetails, DebtorDetails>>
        {
            [RelationField.Type] = (to, from) => to with { IsPerson = from.IsPerson },
            [RelationField.Code] = (to, from) => to with { Code = from.Code },
            [RelationField.Name] = (to, from) => to with { Name = from.Name },
            [RelationField.Initials] = (to, from) => to with { Initials = from.Initials },
            [RelationField.FirstName] = (to, from) => to with { FirstName = from.FirstName },
            [RelationField.MiddleName] = (to, from) => to with { MiddleName = from.MiddleName },
            [RelationField.LastName] = (to, from) => to with { LastName = from.LastName },
            [RelationField.ContactPerson] = (to, from) => to with { ContactPerson = from.ContactPerson },
            [RelationField.Gender] = (to, from) => to with { Gender = from.Gender },
            [RelationField.Salutation] = (to, from) => to with { Salutation = from.Salutation },
            [RelationField.VisitingAddress] = (to, from) => to with { VisitingAddress = from.VisitingAddress },
            [RelationField.PostalAddress] = (to, from) => to with { PostalAddress = from.PostalAddress },
            [RelationField.InvoiceAddress] = (to, from) => to with { InvoiceAddress = from.InvoiceAddress },
            [RelationField.Phone] = (to, from) => to with { Phone = from.Phone },
            [RelationField.MobilePhone] = (to, from) => to with { MobilePhone = from.MobilePhone },
            [RelationField.Email] = (to, from) => to with { Email = from.Email },
            [RelationField.InvoiceEmail] = (to, from) => to with { InvoiceEmail = from.InvoiceEmail },
            [RelationField.Website] = (to, from) => to with { Website = from.Website },
            [RelationField.VatNumber] = (to, from) => to with { VatNumber = from.VatNumber },
            [RelationField.ChamberOfCommerceNumber] = (to, from) => to with { ChamberOfCommerceNumber = from.ChamberOfCommerceNumber },
            [RelationField.Iban] = (to, from) => to with { Iban = from.Iban },
            [RelationField.Bic] = (to, from) => to with { Bic = from.Bic },
            [RelationField.Note] = (to, from) => to with { Note = from.Note },
        }.ToFrozenDictionary();

    public static DebtorDetails Copy(RelationField field, DebtorDetails to, DebtorDetails from) => Copies[field](to, from);
}
