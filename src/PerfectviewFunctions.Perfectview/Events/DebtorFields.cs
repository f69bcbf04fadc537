using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Facts;
using PerfectviewFunctions.Perfectview.Fields;

namespace PerfectviewFunctions.Perfectview.Events;

/// <summary>The fields of <c>/data/relation</c> beside its id and type, the same in an invoice event as in a relation event.</summary>
internal static class DebtorFields
{
    private const string Organisation = "organisation";
    private const string Person = "person";

    public static IReadOnlyList<DebtorField> All { get; } =
    [
        DebtorField.Text(RelationField.Code, "code", Texts.Code, (debtor, text) => debtor with { Code = text }),
        DebtorField.Text(RelationField.Name, "name", Texts.Name, (debtor, text) => debtor with { Name = text }),
        DebtorField.Text(RelationField.Initials, "initials", Texts.NamePart, (debtor, text) => debtor with { Initials = text }),
        DebtorField.Text(RelationField.FirstName, "firstName", Texts.NamePart, (debtor, text) => debtor with { FirstName = text }),
        DebtorField.Text(RelationField.MiddleName, "middleName", Texts.NamePart, (debtor, text) => debtor with { MiddleName = text }),
        DebtorField.Text(RelationField.LastName, "lastName", Texts.Name, (debtor, text) => debtor with { LastName = text }),
        DebtorField.Text(RelationField.ContactPerson, "contactPerson", Texts.Name, (debtor, text) => debtor with { ContactPerson = text }),
        DebtorField.Text(RelationField.Gender, "gender", Texts.Gender, (debtor, text) => debtor with { Gender = text }),
        DebtorField.Text(RelationField.Salutation, "salutation", Texts.Name, (debtor, text) => debtor with { Salutation = text }),
        DebtorField.Address(RelationField.VisitingAddress, "visitingAddress", (debtor, address) => debtor with { VisitingAddress = address }),
        DebtorField.Address(RelationField.PostalAddress, "postalAddress", (debtor, address) => debtor with { PostalAddress = address }),
        DebtorField.Address(RelationField.InvoiceAddress, "invoiceAddress", (debtor, address) => debtor with { InvoiceAddress = address }),
        DebtorField.Text(RelationField.Phone, "phone", Texts.Phone, (debtor, text) => debtor with { Phone = text }),
        DebtorField.Text(RelationField.MobilePhone, "mobilePhone", Texts.Phone, (debtor, text) => debtor with { MobilePhone = text }),
        DebtorField.Text(RelationField.Email, "email", Texts.Contact, (debtor, text) => debtor with { Email = text }),
        DebtorField.Text(RelationField.InvoiceEmail, "invoiceEmail", Texts.Contact, (debtor, text) => debtor with { InvoiceEmail = text }),
        DebtorField.Text(RelationField.Website, "website", Texts.Contact, (debtor, text) => debtor with { Website = text }),
        DebtorField.Text(RelationField.VatNumber, "vatNumber", Texts.Code, (debtor, text) => debtor with { VatNumber = text }),
        DebtorField.Text(
            RelationField.ChamberOfCommerceNumber, "chamberOfCommerceNumber", Texts.Code, (debtor, text) => debtor with { ChamberOfCommerceNumber = text }),
        DebtorField.Text(RelationField.Iban, "iban", Texts.Code, (debtor, text) => debtor with { Iban = text }),
        DebtorField.Text(RelationField.Bic, "bic", Texts.Code, (debtor, text) => debtor with { Bic = text }),
        DebtorField.Text(RelationField.Note, "note", Texts.Note, (debtor, text) => debtor with { Note = text }),
    ];

    /// <param name="type">What kind of relation it is; null when the event does not say.</param>
    /// <param name="ofName">How much the name is needed by which a relation of that type goes.</param>
    public static DebtorDetails Read(JsonFields fields, string id, string? type, Need ofName)
    {
        RelationField? leading = type switch
        {
            Organisation => RelationField.Name,
            Person => RelationField.LastName,
            _ => null,
        };
        var debtor = All.Aggregate(
            new DebtorDetails(id, type == Person),
            (debtor, field) => field.Read(fields, debtor, field.Field == leading ? ofName : Need.Optional));
        return type == Person ? debtor with { Name = null } : debtor;
    }
}
