namespace PerfectviewFunctions.Sandbox;

/// <summary>The ledger accounts a new administration starts with: an invented, ordinary Dutch chart.</summary>
internal static class ChartOfAccounts
{
    /// <summary>The id of the first account of the first administration; later ones go on from there, as no two accounts have one id.</summary>
    public const long FirstId = 9001;

    private static readonly (string Code, string Description, string Category)[] Standard =
    [
        ("0100", "Inventaris", "BAL"),
        ("0150", "Afschrijving inventaris", "BAL"),
        ("0500", "Eigen vermogen", "BAL"),
        ("0600", "Privé", "BAL"),
        ("1000", "Kas", "FIN"),
        ("1010", "Bank", "FIN"),
        ("1300", "Debiteuren", "DEB"),
        ("1500", "Af te dragen btw hoog tarief", "AF19"),
        ("1510", "Af te dragen btw laag tarief", "AF6"),
        ("1520", "Af te dragen btw overig", "AFOVERIG"),
        ("1530", "Te vorderen voorbelasting", "VOOR"),
        ("1540", "Rekening-courant btw", "BTWRC"),
        ("1600", "Crediteuren", "CRED"),
        ("4000", "Personeelskosten", "VW"),
        ("4100", "Huisvestingskosten", "VW"),
        ("4300", "Kantoorkosten", "VW"),
        ("4500", "Verkoopkosten", "VW"),
        ("4900", "Overige kosten", "VW"),
        ("7000", "Inkoop", "VW"),
        ("8000", "Omzet hoog tarief", "VW"),
        ("8010", "Omzet laag tarief", "VW"),
        ("8020", "Omzet 0% en vrijgesteld", "VW"),
        ("8030", "Omzet btw verlegd", "VW"),
        ("8040", "Omzet diensten binnen de EU", "VW"),
        ("8050", "Omzet goederen binnen de EU", "VW"),
        ("8060", "Omzet export", "VW"),
        ("8090", "Overige omzet", "VW"),
    ];

    /// <param name="firstId">Of the first account; the others follow it.</param>
    public static IReadOnlyList<SandboxLedgerAccount> From(long firstId) =>
        [.. Standard.Select((account, index) => new SandboxLedgerAccount(firstId + index, account.Code, account.Description, account.Category))];
}
