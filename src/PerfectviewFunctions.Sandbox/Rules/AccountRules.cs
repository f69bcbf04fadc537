namespace PerfectviewFunctions.Sandbox;

/// <summary>What is wrong with a ledger account where it stands; each API has its own code for it.</summary>
internal enum AccountFault
{
    Unknown,
    NotDebtor,
    NotCreditor,
    WrongCategory,
}

/// <summary>Which category of ledger account goes where, by the kind of mutation.</summary>
internal static class AccountRules
{
    /// <param name="category">Of the account of the head; null when there is no such account.</param>
    public static AccountFault? OfHead(MutationKind kind, string? category) => (kind, category) switch
    {
        (_, null) => AccountFault.Unknown,
        (MutationKind.FactuurVerstuurd, not "DEB") => AccountFault.NotDebtor,
        (MutationKind.FactuurOntvangen, not "CRED") => AccountFault.NotCreditor,
        (MutationKind.FactuurVerstuurd or MutationKind.FactuurOntvangen or MutationKind.Memoriaal, _) => null,
        (_, "FIN") => null,
        _ => AccountFault.WrongCategory,
    };

    /// <param name="category">Of the account of a line; null when there is no such account.</param>
    public static AccountFault? OfLine(MutationKind kind, string? category) => (kind, category) switch
    {
        (_, null) => AccountFault.Unknown,
        (MutationKind.FactuurbetalingOntvangen, not "DEB") => AccountFault.NotDebtor,
        (MutationKind.FactuurbetalingVerstuurd, not "CRED") => AccountFault.NotCreditor,
        (MutationKind.FactuurbetalingOntvangen or MutationKind.FactuurbetalingVerstuurd or MutationKind.Memoriaal, _) => null,
        (_, "DEB" or "CRED" or "FIN") => AccountFault.WrongCategory,
        _ => null,
    };
}
