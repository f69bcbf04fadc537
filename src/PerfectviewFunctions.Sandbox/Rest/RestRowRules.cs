namespace PerfectviewFunctions.Sandbox;

/// <summary>The rules for the rows of a mutation over REST, row by row.</summary>
internal static class RestRowRules
{
    public static RestFault? Check(RestMutation sent, SandboxAdministration books, SandboxSwitches switches)
    {
        var categories = books.LedgerAccounts.ToDictionary(account => account.Id, account => account.Category);
        return sent.Rows
            .Select(row =>
                CheckVat(row, sent, switches)
                ?? CheckLedger(row, sent.Kind!.Value, categories)
                ?? CheckInvoice(row, sent, books))
            .FirstOrDefault(fault => fault is not null);
    }

    private static RestFault? CheckVat(RestRow row, RestMutation sent, SandboxSwitches switches)
    {
        var kind = sent.Kind!.Value;
        if (row.Amount is null)
        {
            return new RestFault(RestErrors.InvalidValue, row.Path + "amount");
        }

        if (RestVatCodes.Find(row.VatCode, RestDates.Parse(sent.Date!)!.Value, switches) is not { } code
            || (IsPayment(kind) && code.Code != VatCodes.None))
        {
            return new RestFault(RestMutationErrors.VatCodeInvalid, row.Path + "vatCode");
        }

        if (!VatCodes.SuitsKind(code.Side, kind))
        {
            return new RestFault(
                code.Side == VatSide.Sale ? RestMutationErrors.VatCodeNotPurchase : RestMutationErrors.VatCodeNotSale, row.Path + "vatCode");
        }

        if (row.VatAmount is not null && code.Rate is not null)
        {
            return new RestFault(RestMutationErrors.VatAmount, row.Path + "vatAmount");
        }

        return code.IsShiftedPurchase && sent.InExVat == "IN" ? new RestFault(RestMutationErrors.ShiftedNeedsEx, "inExVat") : null;
    }

    /// <summary>A payment may leave the ledger of its row to the service.</summary>
    private static RestFault? CheckLedger(RestRow row, MutationKind kind, Dictionary<long, string> categories)
    {
        if (row.LedgerId == 0)
        {
            return IsPayment(kind) ? null : new RestFault(RestMutationErrors.RowLedgerMissing, row.Path + "ledgerId");
        }

        return AccountRules.OfLine(kind, categories.GetValueOrDefault(row.LedgerId)) switch
        {
            null => null,
            AccountFault.Unknown => new RestFault(RestMutationErrors.RowLedgerUnknown, row.Path + "ledgerId"),
            AccountFault.NotDebtor => new RestFault(RestMutationErrors.RowLedgerNotDebtor, row.Path + "ledgerId"),
            AccountFault.NotCreditor => new RestFault(RestMutationErrors.RowLedgerNotCreditor, row.Path + "ledgerId"),
            _ => new RestFault(RestMutationErrors.RowLedgerCategory, row.Path + "ledgerId"),
        };
    }

    /// <summary>Rows of a payment name what they pay, all of one relation; those of other kinds name nothing, except in a journal.</summary>
    private static RestFault? CheckInvoice(RestRow row, RestMutation sent, SandboxAdministration books) => row switch
    {
        _ when sent.Kind == MutationKind.Memoriaal => null,
        { InvoiceNumber: "" } when IsPayment(sent.Kind!.Value) => new RestFault(RestMutationErrors.RowInvoiceNumberMissing, row.Path + "invoiceNumber"),
        { RelationId: 0 } when IsPayment(sent.Kind!.Value) => new RestFault(RestMutationErrors.RowRelationMissing, row.Path + "relationId"),
        _ when IsPayment(sent.Kind!.Value) && books.FindRelation(row.RelationId) is null =>
            new RestFault(RestMutationErrors.RowRelationUnknown, row.Path + "relationId"),
        _ when IsPayment(sent.Kind!.Value) => row.RelationId == (sent.RelationId == 0 ? sent.Rows[0].RelationId : sent.RelationId)
            ? null
            : new RestFault(RestMutationErrors.RowRelationNotPermitted, row.Path + "relationId"),
        { RelationId: not 0 } => new RestFault(RestMutationErrors.RowRelationNotPermitted, row.Path + "relationId"),
        { InvoiceNumber: not "" } => new RestFault(RestMutationErrors.RowInvoiceNotPermitted, row.Path + "invoiceNumber"),
        _ => null,
    };

    private static bool IsPayment(MutationKind kind) =>
        kind is MutationKind.FactuurbetalingOntvangen or MutationKind.FactuurbetalingVerstuurd;
}
