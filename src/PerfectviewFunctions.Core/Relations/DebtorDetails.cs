namespace PerfectviewFunctions.Core.Relations;

/// <summary>The debtor as it travels with an invoice event. Absent facts are null.</summary>
/// <param name="Id">Perfectview's own id of the relation, stable for its life; 1 to 64 characters.</param>
/// <param name="IsPerson">A person rather than an organisation.</param>
public sealed record DebtorDetails(string Id, bool IsPerson)
{
    /// <summary>The debtor number in Perfectview.</summary>
    public string? Code { get; init; }

    /// <summary>An organisation's name; null for a person.</summary>
    public string? Name { get; init; }

    public string? Initials { get; init; }

    public string? FirstName { get; init; }

    /// <summary>Tussenvoegsel, such as "van der".</summary>
    public string? MiddleName { get; init; }

    public string? LastName { get; init; }

    public string? ContactPerson { get; init; }

    /// <summary>m, v or null.</summary>
    public string? Gender { get; init; }

    public string? Salutation { get; init; }

    public AddressDetails? VisitingAddress { get; init; }

    public AddressDetails? PostalAddress { get; init; }

    public AddressDetails? InvoiceAddress { get; init; }

    public string? Phone { get; init; }

    public string? MobilePhone { get; init; }

    public string? Email { get; init; }

    public string? InvoiceEmail { get; init; }

    public string? Website { get; init; }

    public string? VatNumber { get; init; }

    public string? ChamberOfCommerceNumber { get; init; }

    public string? Iban { get; init; }

    public string? Bic { get; init; }

    public string? Note { get; init; }
}

/// <summary>An address with Perfectview's parts. Absent parts are null.</summary>
public sealed record AddressDetails(
    string? Street, string? StreetNumber, string? StreetSuffix, string? PostalCode, string? City, string? Country);
