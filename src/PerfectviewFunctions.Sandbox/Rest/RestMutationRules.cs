namespace PerfectviewFunctions.Sandbox;

/// <summary>The rules for the head of a mutation over REST; those of its rows and of the books follow.</summary>
internal static class RestMutationRules
{
    private const int MaxRows = 500;
    private const int MaxText = 50;
    private const int MaxTerm = 9999;
    private const int FirstYear = 1980;
    private const int LastYear = 2049;

    /// <returns>The first rule of form that is broken; null when a mutation can be made of it.</returns>
    public static RestFault? CheckHead(RestMutation sent, SandboxAdministration books) =>
        CheckForm(sent)
        ?? CheckTexts(sent)
        ?? CheckLedger(sent.Kind!.Value, books.FindLedgerAccount(sent.LedgerId)?.Category)
        ?? CheckRelation(sent, books);

    /// <summary>What both APIs hold against the books, in the codes of REST.</summary>
    public static RestFault? CheckBooks(RestMutation sent, SandboxMutation mutation, SandboxAdministration books, SandboxSwitches switches)
    {
        if (sent.CheckPaymentReference
            && sent.PaymentReference.Length > 0
            && books.Mutations.Any(known => known.PaymentReference == sent.PaymentReference))
        {
            return new RestFault(RestMutationErrors.PaymentReferenceExists, "paymentReference");
        }

        return BooksRules.Check(mutation, books, switches) switch
        {
            null => null,
            BooksFault.RelationUnknown => new RestFault(RestMutationErrors.RelationUnknown, "relationId"),
            BooksFault.PeriodClosed => new RestFault(RestMutationErrors.PeriodClosed, "date"),
            BooksFault.NumberExists => new RestFault(RestMutationErrors.NumberExists, "invoiceNumber"),
            BooksFault.NumberExistsForRelation => new RestFault(RestMutationErrors.NumberExistsForRelation, "invoiceNumber"),
            _ => new RestFault(RestMutationErrors.InvoiceUnknown, "rows"),
        };
    }

    private static RestFault? CheckForm(RestMutation sent) => sent switch
    {
        { Type: null or "" } => new RestFault(RestMutationErrors.TypeMissing, "type"),
        { Kind: null } => new RestFault(RestMutationErrors.TypeUnknown, "type"),
        { Kind: MutationKind.OpeningsSaldo } => new RestFault(RestMutationErrors.TypeInvalid, "type"),
        { Date: null or "" } => new RestFault(RestMutationErrors.DateMissing, "date"),
        _ when RestDates.Parse(sent.Date) is not { Year: >= FirstYear and <= LastYear } =>
            new RestFault(RestMutationErrors.DateInvalid, "date"),
        { LedgerId: 0 } => new RestFault(RestMutationErrors.LedgerMissing, "ledgerId"),
        { Kind: not MutationKind.Memoriaal, IsPayment: false, InExVat: null or "" } => new RestFault(RestMutationErrors.InExMissing, "inExVat"),
        { InExVat: not (null or "" or "IN" or "EX") } => new RestFault(RestMutationErrors.InExInvalid, "inExVat"),
        { TermOfPayment: < 0 or > MaxTerm } => new RestFault(RestMutationErrors.Term, "termOfPayment"),
        { Rows.Count: 0 } => new RestFault(RestMutationErrors.RowsMissing, "rows"),
        { Rows.Count: > MaxRows } => new RestFault(RestMutationErrors.TooManyRows, "rows"),
        _ => null,
    };

    /// <summary>Only for an invoice number that is too long there is a code.</summary>
    private static RestFault? CheckTexts(RestMutation sent) => sent switch
    {
        { InvoiceNumber: "", Kind: MutationKind.FactuurVerstuurd or MutationKind.FactuurOntvangen } =>
            new RestFault(RestMutationErrors.InvoiceNumberMissing, "invoiceNumber"),
        { InvoiceNumber.Length: > MaxText } => new RestFault(RestMutationErrors.InvoiceNumberTooLong, "invoiceNumber"),
        { Description.Length: > MaxText } => new RestFault(RestErrors.InvalidValue, "description"),
        { EntryNumber.Length: > MaxText } => new RestFault(RestErrors.InvalidValue, "entryNumber"),
        { PaymentReference.Length: > MaxText } => new RestFault(RestErrors.InvalidValue, "paymentReference"),
        _ => null,
    };

    private static RestFault? CheckLedger(MutationKind kind, string? category) => AccountRules.OfHead(kind, category) switch
    {
        null => null,
        AccountFault.Unknown => new RestFault(RestMutationErrors.LedgerUnknown, "ledgerId"),
        AccountFault.NotDebtor => new RestFault(RestMutationErrors.LedgerNotDebtor, "ledgerId"),
        AccountFault.NotCreditor => new RestFault(RestMutationErrors.LedgerNotCreditor, "ledgerId"),
        _ => new RestFault(RestMutationErrors.LedgerCategory, "ledgerId"),
    };

    private static RestFault? CheckRelation(RestMutation sent, SandboxAdministration books) => sent switch
    {
        { RelationId: 0, Kind: MutationKind.FactuurVerstuurd or MutationKind.FactuurOntvangen } =>
            new RestFault(RestMutationErrors.RelationMissing, "relationId"),
        { RelationId: not 0 } when books.FindRelation(sent.RelationId) is null =>
            new RestFault(RestMutationErrors.RelationUnknown, "relationId"),
        _ => null,
    };
}
