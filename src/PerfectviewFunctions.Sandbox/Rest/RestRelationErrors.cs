namespace PerfectviewFunctions.Sandbox;

/// <summary>The codes for relations that are not those of a text that is too long, which stand with their fields.</summary>
internal static class RestRelationErrors
{
    public const string Type = "REL_001";
    public const string NameMissing = "REL_002";
    public const string Gender = "REL_004";
    public const string CodeTooLong = "REL_006";
    public const string Iban = "REL_007";
    public const string RegistrationNumber = "REL_008";
    public const string Email = "REL_023";
    public const string EmailInvoice = "REL_025";
    public const string EmailReminder = "REL_027";
    public const string TermTooLow = "REL_030";
    public const string TermTooHigh = "REL_031";
    public const string LedgerNotFound = "REL_048";
    public const string CodeExists = "REL_049";
    public const string MandateType = "REL_051";
    public const string MandateValueMissing = "REL_052";

    public static IReadOnlyDictionary<string, string> Titles { get; } = new Dictionary<string, string>(
        RestRelationFields.All
            .Where(field => field.TooLong.Length > 0)
            .Select(field => KeyValuePair.Create(field.TooLong, field.Name + " is too long.")))
    {
        [Type] = "Relation type is invalid (B,P).",
        [NameMissing] = "Name is mandatory.",
        [Gender] = "Gender is invalid (m,v,a).",
        [CodeTooLong] = "Code is too long.",
        [Iban] = "Iban is invalid.",
        [RegistrationNumber] = "Company registration number must be numeric.",
        [Email] = "Email is invalid.",
        [EmailInvoice] = "Email invoice is invalid.",
        [EmailReminder] = "Email reminder is invalid.",
        [TermTooLow] = "Term of payment too low.",
        [TermTooHigh] = "Term of payment too high.",
        [LedgerNotFound] = "Ledger not found.",
        [CodeExists] = "Code already exists.",
        [MandateType] = "Mandate type is invalid (E,D).",
        [MandateValueMissing] = "Mandate value is missing.",
        [RestErrors.RelationNotFound] = "Relation not found.",
    };
}
