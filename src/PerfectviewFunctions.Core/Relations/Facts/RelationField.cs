namespace PerfectviewFunctions.Core.Relations.Facts;

/// <summary>What Perfectview can say about a relation, one thing each. An address is one: it is sent, and replaced, as a whole.</summary>
public enum RelationField
{
    Type,
    Code,
    Name,
    Initials,
    FirstName,
    MiddleName,
    LastName,
    ContactPerson,
    Gender,
    Salutation,
    VisitingAddress,
    PostalAddress,
    InvoiceAddress,
    Phone,
    MobilePhone,
    Email,
    InvoiceEmail,
    Website,
    VatNumber,
    ChamberOfCommerceNumber,
    Iban,
    Bic,
    Note,
}
