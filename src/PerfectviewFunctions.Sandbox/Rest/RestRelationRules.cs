using System.Net.Mail;

namespace PerfectviewFunctions.Sandbox;

/// <summary>The rules for a relation over REST, in the order of its fields.</summary>
internal static class RestRelationRules
{
    private const int MaxCodeLength = 15;
    private const int MaxTerm = 9999;

    /// <param name="relation">As it would stand in the books; its id is 0 when it is new.</param>
    public static RestFault? Check(SandboxRelation relation, SandboxAdministration books)
    {
        if (relation.Code.Length > MaxCodeLength)
        {
            return new RestFault(RestRelationErrors.CodeTooLong, "code");
        }

        if (string.IsNullOrWhiteSpace(relation.Name))
        {
            return new RestFault(RestRelationErrors.NameMissing, "name");
        }

        return RestRelationFields.All.Select(field => Check(field, relation, books)).FirstOrDefault(fault => fault is not null)
            ?? (RelationRules.IsCodeTaken(relation, books) ? new RestFault(RestRelationErrors.CodeExists, "code") : null);
    }

    private static RestFault? Check(RestRelationField field, SandboxRelation relation, SandboxAdministration books)
    {
        var text = relation[field.Key];
        var code = text.Length > field.MaxLength ? field.TooLong : CheckValue(field.Name, text, relation, books);
        return code is null ? null : new RestFault(code, field.Name);
    }

    private static string? CheckValue(string name, string text, SandboxRelation relation, SandboxAdministration books) => (name, text) switch
    {
        ("type", not ("B" or "P")) => RestRelationErrors.Type,
        (RestRelationFields.MandateType, "") when relation[RestRelationFields.Mandate] == "1" => RestRelationErrors.MandateValueMissing,
        (_, "") => null,
        ("gender", not ("m" or "v" or "a")) => RestRelationErrors.Gender,
        ("emailAddress", _) when !IsEmail(text) => RestRelationErrors.Email,
        (RestRelationFields.EmailInvoice, _) when !IsEmail(text) => RestRelationErrors.EmailInvoice,
        (RestRelationFields.EmailReminder, _) when !IsEmail(text) => RestRelationErrors.EmailReminder,
        ("companyRegistrationNumber", _) when !text.All(char.IsAsciiDigit) => RestRelationErrors.RegistrationNumber,
        ("iban", _) when !Iban.IsValid(text) => RestRelationErrors.Iban,
        (RestRelationFields.TermOfPayment, _) when RestRelationForm.NumberIn(text) < 0 => RestRelationErrors.TermTooLow,
        (RestRelationFields.TermOfPayment, _) when RestRelationForm.NumberIn(text) > MaxTerm => RestRelationErrors.TermTooHigh,
        (RestRelationFields.MandateType, not ("E" or "D")) => RestRelationErrors.MandateType,
        ("ledgerId", _) when RestRelationForm.NumberIn(text) is var id && id != 0 && books.FindLedgerAccount(id) is null =>
            RestRelationErrors.LedgerNotFound,
        _ => null,
    };

    private static bool IsEmail(string text) => MailAddress.TryCreate(text, out var address) && address.Address == text;
}
