namespace PerfectviewFunctions.Core.Bookkeeping;

/// <summary>A relation as the books know it, with the facts by which it is recognised. Absent facts are empty.</summary>
/// <param name="Id">The service's own id.</param>
/// <param name="Code">The relation code, unique in the administration; at most 15 characters.</param>
public sealed record BookedDebtor(
    long Id, string Code, string Name, string PostalCode, string PostalCode2, string VatNumber, string ChamberOfCommerceNumber)
{
    /// <summary>It has the name that was looked for, but there were more of them than cards that may be read: its other facts are unknown.</summary>
    public bool IsUnread { get; init; }

    /// <summary>The facts of a card.</summary>
    public static BookedDebtor Of(long id, DebtorCard card) => new(
        id,
        card.Code,
        card.Name,
        card.VisitingAddress.PostalCode,
        card.PostalAddress.PostalCode,
        card.VatNumber,
        card.ChamberOfCommerceNumber);
}

/// <summary>What the card of a debtor says, with lengths and forms within what the books take. Absent facts are empty.</summary>
/// <param name="Code">At most 15 characters, unique in the administration.</param>
/// <param name="IsPerson">A private person (BP = P) rather than a company.</param>
/// <param name="Name">At most 100 characters, never empty.</param>
public sealed record DebtorCard(string Code, bool IsPerson, string Name)
{
    public string ContactPerson { get; init; } = "";

    /// <summary>m, v or empty.</summary>
    public string Gender { get; init; } = "";

    public string Salutation { get; init; } = "";

    public DebtorAddress VisitingAddress { get; init; } = DebtorAddress.None;

    public DebtorAddress PostalAddress { get; init; } = DebtorAddress.None;

    public string Phone { get; init; } = "";

    public string MobilePhone { get; init; } = "";

    public string Email { get; init; } = "";

    public string Website { get; init; } = "";

    public string VatNumber { get; init; } = "";

    public string ChamberOfCommerceNumber { get; init; } = "";

    public string Iban { get; init; } = "";

    public string Bic { get; init; } = "";

    public string Note { get; init; } = "";
}

/// <summary>The card of a relation as it stands in the books.</summary>
/// <param name="Id">The service's own id.</param>
/// <param name="Rest">What the service keeps beside what we know of, by its own names: goes back with a change as it came.</param>
public sealed record BookedCard(long Id, DebtorCard Card, IReadOnlyDictionary<string, string> Rest);

/// <summary>An address in the form the books keep: street with number (150), the rest 50 characters each.</summary>
public sealed record DebtorAddress(string Street, string PostalCode, string City, string Country)
{
    public static DebtorAddress None { get; } = new("", "", "", "");
}
