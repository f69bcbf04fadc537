namespace PerfectviewFunctions.Sandbox;

internal enum RestFieldKind
{
    Text,
    Number,
    Flag,
    Date,
}

/// <summary>A field of a relation over REST.</summary>
/// <param name="Key">Under which it is kept: the name that SOAP has for it, else its own.</param>
/// <param name="TooLong">The code for a text over <paramref name="MaxLength"/>.</param>
internal sealed record RestRelationField(
    string Name, string Key, int? MaxLength = null, string TooLong = "", RestFieldKind Kind = RestFieldKind.Text);

/// <summary>The fields of the description, with its lengths and codes; the id, the code and the date of adding have places of their own.</summary>
internal static class RestRelationFields
{
    public const string TermOfPayment = "termOfPayment";
    public const string Mandate = "mandate";
    public const string MandateType = "mandateType";
    public const string MandateSigned = "mandateSignedDate";
    public const string EmailInvoice = "emailAddressInvoice";
    public const string EmailReminder = "emailAddressReminder";

    public static IReadOnlyList<RestRelationField> All { get; } =
    [
        new("type", "BP", 1, RestRelationErrors.Type),
        new("name", "Bedrijf", 100, "REL_003"),
        new("salutation", "Aanhef", 50, "REL_010"),
        new("contact", "Contactpersoon", 50, "REL_009"),
        new("gender", "Geslacht", 1, RestRelationErrors.Gender),
        new("address", "Adres", 150, "REL_011"),
        new("postalCode", "Postcode", 50, "REL_012"),
        new("city", "Plaats", 50, "REL_013"),
        new("country", "Land", 50, "REL_014"),
        new("address2", "Adres2", 150, "REL_015"),
        new("postalCode2", "Postcode2", 50, "REL_016"),
        new("city2", "Plaats2", 50, "REL_017"),
        new("country2", "Land2", 50, "REL_018"),
        new("phoneNumber", "Telefoon", 50, "REL_019"),
        new("mobilePhoneNumber", "GSM", 50, "REL_020"),
        new("faxNumber", "FAX", 50, "REL_021"),
        new("emailAddress", "Email", 150, "REL_022"),
        new(EmailInvoice, EmailInvoice, 150, "REL_024"),
        new(EmailReminder, EmailReminder, 150, "REL_026"),
        new("website", "Site", 50, "REL_028"),
        new("note", "Notitie", 40000, "REL_047"),
        new("vatNumber", "BTWNummer", 50, "REL_035"),
        new("inactive", "inactive", Kind: RestFieldKind.Flag),
        new(TermOfPayment, TermOfPayment, Kind: RestFieldKind.Number),
        new("companyRegistrationNumber", "KvkNummer", 50, "REL_050"),
        new("iban", "IBAN", 50, "REL_029"),
        new("bic", "BIC", 20, "REL_032"),
        .. Enumerable.Range(1, 10).Select(number => new RestRelationField($"freeText{number}", $"Def{number}", 100, $"REL_0{36 + number}")),
        new("isClubOrAssociationMember", "LA", Kind: RestFieldKind.Flag),
        new("doNotReceiveNewsletters", "GeenEmail", Kind: RestFieldKind.Flag),
        new("ledgerId", "Gb_ID", Kind: RestFieldKind.Number),
        new(Mandate, Mandate, Kind: RestFieldKind.Flag),
        new(MandateType, MandateType, 1, "REL_033"),
        new("mandateId", "mandateId", 35, "REL_034"),
        new(MandateSigned, MandateSigned, Kind: RestFieldKind.Date),
    ];

    /// <summary>Kept of a relation, but unknown to SOAP.</summary>
    public static IReadOnlyList<string> Own { get; } = [.. All.Where(field => field.Key == field.Name).Select(field => field.Name)];
}
