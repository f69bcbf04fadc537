namespace PerfectviewFunctions.Sandbox;

/// <summary>A ledger account. Categories: AF19, AF6, AFOVERIG, BAL, BTWRC, CRED, DEB, FIN, VOOR, VW.</summary>
public sealed record SandboxLedgerAccount(long Id, string Code, string Description, string Category);
