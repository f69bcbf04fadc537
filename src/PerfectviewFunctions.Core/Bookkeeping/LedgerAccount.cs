namespace PerfectviewFunctions.Core.Bookkeeping;

/// <summary>A ledger account (grootboekrekening).</summary>
/// <param name="Code">At most 10 characters.</param>
/// <param name="Description">As the bookkeeper named it.</param>
/// <param name="Category">BAL, VW, DEB, CRED, FIN, AF6, AF19, AFOVERIG, VOOR or BTWRC.</param>
/// <param name="Id">The service's own id, the same in both of its APIs; 0 when it told none.</param>
public sealed record LedgerAccount(string Code, string Description, string Category, long Id = 0);
