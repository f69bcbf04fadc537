namespace PerfectviewFunctions.Sandbox;

/// <summary>The rules AddMutatie applies, in a fixed order: first the form of the head, then the lines, then what stands in the books.</summary>
internal static class MutationRules
{
    private const int MaxLines = 100;
    private const int FirstYear = 1980;
    private const int LastYear = 2049;

    /// <summary>The code of the first rule that is broken; null when the mutation may be booked.</summary>
    public static string? Check(SandboxMutation mutation, SandboxAdministration books, SandboxSwitches switches) =>
        CheckHead(mutation)
        ?? CheckAccount(mutation, books)
        ?? LineRules.Check(mutation, books, switches)
        ?? CheckBooks(mutation, books, switches);

    private static string? CheckHead(SandboxMutation mutation) => mutation switch
    {
        { Kind: MutationKind.OpeningsSaldo } => ErrorCodes.Kind,
        { Date.Year: < FirstYear or > LastYear } => ErrorCodes.Date,
        { InExVat: "" } => ErrorCodes.InExMissing,
        { InExVat: not ("IN" or "EX") } => ErrorCodes.InExInvalid,
        { Description: "" } => ErrorCodes.DescriptionMissing,
        { Lines.Count: < 1 or > MaxLines } => ErrorCodes.LineCount,
        { IsInvoicePayment: true, Lines.Count: > 1 } => ErrorCodes.OneLineOnly,
        { IsInvoice: true, InvoiceNumber: "" } => ErrorCodes.InvoiceNumberMissing,
        { IsInvoicePayment: true, InvoiceNumber: "" } => ErrorCodes.PaymentNumberMissing,
        { IsInvoice: true, RelationCode: "" } => ErrorCodes.RelationOrTermMissing,
        { IsInvoicePayment: true, RelationCode: "" } => ErrorCodes.PaymentRelationMissing,
        { IsInvoice: true } when !IsDays(mutation.PaymentTerm) => ErrorCodes.RelationOrTermMissing,
        _ => null,
    };

    private static string? CheckAccount(SandboxMutation mutation, SandboxAdministration books) =>
        AccountRules.OfHead(mutation.Kind, books.FindLedgerAccount(mutation.Account)?.Category) switch
        {
            null => null,
            AccountFault.Unknown => ErrorCodes.AccountUnknown,
            AccountFault.NotDebtor => ErrorCodes.NotDebtorAccount,
            AccountFault.NotCreditor => ErrorCodes.NotCreditorAccount,
            _ => ErrorCodes.AccountCategory,
        };

    private static string? CheckBooks(SandboxMutation mutation, SandboxAdministration books, SandboxSwitches switches) =>
        BooksRules.Check(mutation, books, switches) switch
        {
            null => null,
            BooksFault.RelationUnknown => mutation.IsInvoicePayment ? ErrorCodes.PaymentRelationUnknown : ErrorCodes.RelationUnknown,
            BooksFault.PeriodClosed => ErrorCodes.PeriodClosed,
            BooksFault.NumberExists => ErrorCodes.DuplicateNumber,
            BooksFault.NumberExistsForRelation => ErrorCodes.DuplicateForRelation,
            _ => ErrorCodes.PaymentNotLinked,
        };

    private static bool IsDays(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
