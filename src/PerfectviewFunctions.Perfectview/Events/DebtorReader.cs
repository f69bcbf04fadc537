using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Perfectview.Fields;

namespace PerfectviewFunctions.Perfectview.Events;

/// <summary>Reads <c>/data/relation</c>.</summary>
internal static class DebtorReader
{
    private const string Organisation = "organisation";
    private const string Person = "person";

    public static DebtorDetails? Read(JsonFields fields)
    {
        var id = fields.Text("id", Texts.RelationId, required: true);
        var type = fields.Text("type", Texts.RelationType, required: true);
        var name = fields.Text("name", Texts.Name, required: type == Organisation);
        var debtor = new DebtorDetails(id ?? "", type == Person)
        {
            Code = fields.Text("code", Texts.Code),
            Name = type == Person ? null : name,
            Initials = fields.Text("initials", Texts.NamePart),
            FirstName = fields.Text("firstName", Texts.NamePart),
            MiddleName = fields.Text("middleName", Texts.NamePart),
            LastName = fields.Text("lastName", Texts.Name, required: type == Person),
            ContactPerson = fields.Text("contactPerson", Texts.Name),
            Gender = fields.Text("gender", Texts.Gender),
            Salutation = fields.Text("salutation", Texts.Name),
            VisitingAddress = ReadAddress(fields, "visitingAddress"),
            PostalAddress = ReadAddress(fields, "postalAddress"),
            InvoiceAddress = ReadAddress(fields, "invoiceAddress"),
            Phone = fields.Text("phone", Texts.Phone),
            MobilePhone = fields.Text("mobilePhone", Texts.Phone),
            Email = fields.Text("email", Texts.Contact),
            InvoiceEmail = fields.Text("invoiceEmail", Texts.Contact),
            Website = fields.Text("website", Texts.Contact),
            VatNumber = fields.Text("vatNumber", Texts.Code),
            ChamberOfCommerceNumber = fields.Text("chamberOfCommerceNumber", Texts.Code),
            Iban = fields.Text("iban", Texts.Code),
            Bic = fields.Text("bic", Texts.Code),
            Note = fields.Text("note", Texts.Note),
        };
        return id is null || type is null ? null : debtor;
    }

    private static AddressDetails? ReadAddress(JsonFields fields, string name)
    {
        if (fields.Object(name) is not { } address)
        {
            return null;
        }

        var details = new AddressDetails(
            address.Text("street", Texts.AddressPart),
            address.Text("streetNumber", Texts.AddressPart),
            address.Text("streetSuffix", Texts.AddressPart),
            address.Text("postalCode", Texts.AddressPart),
            address.Text("city", Texts.AddressPart),
            address.Text("country", Texts.AddressPart));
        return details == new AddressDetails(null, null, null, null, null, null) ? null : details;
    }
}
