namespace PerfectviewFunctions.Sandbox;

/// <summary>The ledger accounts a new administration starts with: an invented, ordinary Dutch chart.</summary>
internal static class ChartOfAccounts
{
    public static IReadOnlyList<SandboxLedgerAccount> Standard { get; } =
    [
        .. new (string Code, string Description, string Category)[]
        {
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
        }.Select((account, index) => new SandboxLedgerAccount(9001 + index, account.Code, account.Description, account.Category)),
    ];
}
