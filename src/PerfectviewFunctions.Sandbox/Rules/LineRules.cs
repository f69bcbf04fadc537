namespace PerfectviewFunctions.Sandbox;

/// <summary>The rules for the lines of a mutation.</summary>
internal static class LineRules
{
    public static string? Check(SandboxMutation mutation, SandboxAdministration books, SandboxSwitches switches)
    {
        var categories = books.LedgerAccounts.ToDictionary(account => account.Code, account => account.Category);
        return mutation.Lines
            .Select(line =>
                CheckVat(line, mutation, switches)
                ?? CheckCounterAccount(mutation.Kind, categories.GetValueOrDefault(line.CounterAccount)))
            .FirstOrDefault(code => code is not null);
    }

    private static string? CheckVat(SandboxMutationLine line, SandboxMutation mutation, SandboxSwitches switches)
    {
        if (VatCodes.Find(line.VatCode) is not { } code)
        {
            return ErrorCodes.VatCodeInvalid;
        }

        if (!IsAllowed(code, mutation) || !VatCodes.Takes(code, line.VatPercentage, mutation.Date, switches.ReverseCharge))
        {
            return ErrorCodes.VatCodeNotAllowed;
        }

        if (line.Net + line.Vat != line.Gross)
        {
            return ErrorCodes.Sum;
        }

        var expected = code.VatShifted ? 0 : Math.Round(line.Net * line.VatPercentage / 100, 2, MidpointRounding.AwayFromZero);
        return Math.Abs(expected - line.Vat) <= switches.RoundingTolerance ? null : ErrorCodes.VatAmount;
    }

    private static bool IsAllowed(VatCode code, SandboxMutation mutation) =>
        VatCodes.SuitsKind(code.Side, mutation.Kind) && (!mutation.IsInvoicePayment || code.Code == VatCodes.None);

    private static string? CheckCounterAccount(MutationKind kind, string? category) => AccountRules.OfLine(kind, category) switch
    {
        null => null,
        AccountFault.NotDebtor => ErrorCodes.CounterNotDebtor,
        AccountFault.NotCreditor => ErrorCodes.CounterNotCreditor,
        _ => ErrorCodes.CounterAccount,
    };
}
