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

    private static string? CheckAccount(SandboxMutation mutation, SandboxAdministration books)
    {
        if (books.LedgerAccounts.FirstOrDefault(known => known.Code == mutation.Account) is not { } account)
        {
            return ErrorCodes.AccountUnknown;
        }

        return mutation.Kind switch
        {
            MutationKind.FactuurVerstuurd when account.Category != "DEB" => ErrorCodes.NotDebtorAccount,
            MutationKind.FactuurOntvangen when account.Category != "CRED" => ErrorCodes.NotCreditorAccount,
            MutationKind.FactuurVerstuurd or MutationKind.FactuurOntvangen or MutationKind.Memoriaal => null,
            _ => account.Category == "FIN" ? null : ErrorCodes.AccountCategory,
        };
    }

    private static string? CheckBooks(SandboxMutation mutation, SandboxAdministration books, SandboxSwitches switches)
    {
        if (mutation.RelationCode.Length > 0 && books.Relations.All(relation => relation.Code != mutation.RelationCode))
        {
            return mutation.IsInvoicePayment ? ErrorCodes.PaymentRelationUnknown : ErrorCodes.RelationUnknown;
        }

        if (mutation.Date <= books.ClosedUntil)
        {
            return ErrorCodes.PeriodClosed;
        }

        return mutation.Kind switch
        {
            MutationKind.FactuurVerstuurd when switches.Duplicates == DuplicateRule.Number =>
                Invoices(books, mutation.Kind).Any(known => known.InvoiceNumber == mutation.InvoiceNumber)
                    ? ErrorCodes.DuplicateNumber
                    : null,
            MutationKind.FactuurVerstuurd or MutationKind.FactuurOntvangen =>
                Invoices(books, mutation.Kind).Any(mutation.IsAbout) ? ErrorCodes.DuplicateForRelation : null,
            MutationKind.FactuurbetalingOntvangen =>
                Invoices(books, MutationKind.FactuurVerstuurd).Any(mutation.IsAbout) ? null : ErrorCodes.PaymentNotLinked,
            MutationKind.FactuurbetalingVerstuurd =>
                Invoices(books, MutationKind.FactuurOntvangen).Any(mutation.IsAbout) ? null : ErrorCodes.PaymentNotLinked,
            _ => null,
        };
    }

    private static IEnumerable<SandboxMutation> Invoices(SandboxAdministration books, MutationKind kind) =>
        books.Mutations.Where(known => known.Kind == kind);

    private static bool IsDays(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
