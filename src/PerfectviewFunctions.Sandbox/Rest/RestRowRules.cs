namespace PerfectviewFunctions.Sandbox;

/// <summary>The rules for the rows of a mutation over REST, row by row.</summary>
internal static class RestRowRules
{
    // The description has this bound, in euros, for prices.
    private const decimal MaxAmount = 999_999_999_999;

    public static RestFault? Check(RestMutation sent, SandboxAdministration books, SandboxSwitches switches)
    {
        var categories = books.LedgerAccounts.ToDictionary(account => account.Id, account => account.Category);
        return sent.Rows
            .Select(row =>
                CheckVat(row, sent, switches)
                ?? CheckLedger(row, sent, categories)
                ?? CheckInvoice(row, sent, books))
            .FirstOrDefault(fault => fault is not null);
    }

    private static RestFault? CheckVat(RestRow row, RestMutation sent, SandboxSwitches switches)
    {
        var kind = sent.Kind!.Value;
        if (row.Amount is null or < -MaxAmount or > MaxAmount)
        {
            return new RestFault(RestErrors.InvalidValue, row.Path + "amount");
        }

        if (row.VatAmount is < -MaxAmount or > MaxAmount)
        {
            return new RestFault(RestErrors.InvalidValue, row.Path + "vatAmount");
        }

        if (RestVatCodes.Find(row.VatCode, RestDates.Parse(sent.Date!)!.Value, switches) is not { } code
            || (sent.IsPayment && code.Code != VatCodes.None))
        {
            return new RestFault(RestMutationErrors.VatCodeInvalid, row.Path + "vatCode");
        }

        if (!VatCodes.SuitsKind(code.Side, kind))
        {
            var wrong = code.Side == VatSide.Sale ? RestMutationErrors.VatCodeNotPurchase : RestMutationErrors.VatCodeNotSale;
            return new RestFault(wrong, row.Path + "vatCode");
        }

        if (row.VatAmount is not null && code.Rate is not null)
        {
            return new RestFault(RestMutationErrors.VatAmount, row.Path + "vatAmount");
        }

        return code.IsShiftedPurchase && sent.InExVat == "IN" ? new RestFault(RestMutationErrors.ShiftedNeedsEx, "inExVat") : null;
    }

    /// <summary>A payment may leave the ledger of its row to the service.</summary>
    private static RestFault? CheckLedger(RestRow row, RestMutation sent, Dictionary<long, string> categories)
    {
        if (row.LedgerId == 0)
        {
            return sent.IsPayment ? null : new RestFault(RestMutationErrors.RowLedgerMissing, row.Path + "ledgerId");
        }

        return AccountRules.OfLine(sent.Kind!.Value, categories.GetValueOrDefault(row.LedgerId)) switch
        {
            null => null,
            AccountFault.Unknown => new RestFault(RestMutationErrors.RowLedgerUnknown, row.Path + "ledgerId"),
            AccountFault.NotDebtor => new RestFault(RestMutationErrors.RowLedgerNotDebtor, row.Path + "ledgerId"),
            AccountFault.NotCreditor => new RestFault(RestMutationErrors.RowLedgerNotCreditor, row.Path + "ledgerId"),
            _ => new RestFault(RestMutationErrors.RowLedgerCategory, row.Path + "ledgerId"),
        };
    }

    /// <summary>Rows of a payment name what they pay, all of one relation; those of other kinds name nothing, except in a journal.</summary>
    private static RestFault? CheckInvoice(RestRow row, RestMutation sent, SandboxAdministration books) => sent switch
    {
        { Kind: MutationKind.Memoriaal } => null,
        { IsPayment: true } => CheckPaid(row, sent, books),
        _ when row.RelationId != 0 => new RestFault(RestMutationErrors.RowRelationNotPermitted, row.Path + "relationId"),
        _ when row.InvoiceNumber.Length > 0 => new RestFault(RestMutationErrors.RowInvoiceNotPermitted, row.Path + "invoiceNumber"),
        _ => null,
    };

    private static RestFault? CheckPaid(RestRow row, RestMutation sent, SandboxAdministration books) => row switch
    {
        { InvoiceNumber: "" } => new RestFault(RestMutationErrors.RowInvoiceNumberMissing, row.Path + "invoiceNumber"),
        { RelationId: 0 } => new RestFault(RestMutationErrors.RowRelationMissing, row.Path + "relationId"),
        _ when books.FindRelation(row.RelationId) is null => new RestFault(RestMutationErrors.RowRelationUnknown, row.Path + "relationId"),
        _ when row.RelationId != sent.PaidRelationId => new RestFault(RestMutationErrors.RowRelationNotPermitted, row.Path + "relationId"),
        _ => null,
    };
}
