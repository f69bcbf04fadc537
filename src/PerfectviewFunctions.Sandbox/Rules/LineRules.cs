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

        if (!IsAllowed(code, mutation.Kind) || !VatCodes.Takes(code, line.VatPercentage, mutation.Date, switches.ReverseCharge))
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

    private static bool IsAllowed(VatCode code, MutationKind kind) => kind switch
    {
        MutationKind.FactuurVerstuurd or MutationKind.GeldOntvangen => code.Side is VatSide.Sale or VatSide.Both,
        MutationKind.FactuurOntvangen or MutationKind.GeldUitgegeven => code.Side is VatSide.Purchase or VatSide.Both,
        MutationKind.FactuurbetalingOntvangen or MutationKind.FactuurbetalingVerstuurd => code.Code == VatCodes.None,
        _ => true,
    };

    private static string? CheckCounterAccount(MutationKind kind, string? category) => (kind, category) switch
    {
        (_, null) => ErrorCodes.CounterAccount,
        (MutationKind.FactuurbetalingOntvangen, not "DEB") => ErrorCodes.CounterNotDebtor,
        (MutationKind.FactuurbetalingVerstuurd, not "CRED") => ErrorCodes.CounterNotCreditor,
        (MutationKind.FactuurbetalingOntvangen or MutationKind.FactuurbetalingVerstuurd or MutationKind.Memoriaal, _) => null,
        (_, "DEB" or "CRED" or "FIN") => ErrorCodes.CounterAccount,
        _ => null,
    };
}
